// The handbook's table of lights once more, as data, and every question that can be put to it.
import {
  KINDS,
  type Kind,
  type LightInput,
  PHASES,
  type ReportInput,
  type Thresholds,
} from '../../src/pain/rules.ts';

export type HandbookRow = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** now − start of a case, where "before" has nothing to compare with and an unknown start neither. */
const RISE = (c: LightInput): number =>
  c.phase === 'before' || c.start === null ? 0 : (c.now ?? 0) - c.start;
const HAS = (c: Pick<LightInput, 'kinds'>, ...kinds: Kind[]): boolean =>
  kinds.some((kind) => Array.isArray(c.kinds) && c.kinds.includes(kind));

type Holds = (c: LightInput, club: Thresholds) => boolean;

const LINES: readonly (readonly [HandbookRow, clause: string, Holds])[] = [
  [1, 'flag', (c) => c.flag === 'emergency'],
  [2, 'flag', (c) => c.flag === 'urgent'],
  [3, 'flag', (c) => c.flag === 'soon'],
  [4, 'missing', (c) => c.now === null],
  [4, 'missing', (c) => c.start === null && c.phase === 'during'],
  [4, 'missing', (c) => c.screen === 'due-unanswered'],
  [5, 'at-red', (c, club) => (c.now ?? 0) >= club.redAt],
  [5, 'stride-changed', (c) => c.strideChanged],
  [5, 'kinds', (c) => HAS(c, 'sharp', 'stabbing', 'shooting')],
  [5, 'rise', (c, club) => RISE(c) > 1 && (c.now ?? 0) >= club.amberAt],
  [5, 'fracture', (c) => c.fracture === 'uncleared' && c.now !== 0],
  [5, 'minor', (c) => c.minor && (c.now ?? 0) > 2],
  [6, 'at-amber', (c, club) => (c.now ?? 0) >= club.amberAt],
  [6, 'small-rise', (c) => RISE(c) > 1],
  [6, 'growing', (c) => c.growing],
  [7, 'below-amber', () => true],
];

/** By name, because millions of cases are read from it. */
const TABLE = LINES.map(([row, clause, holds]) => ({ row, clause, holds }));

/** The first row of the table with a clause that holds, and all of its clauses that do. */
export function handbookRow(input: LightInput, club: Thresholds): { row: HandbookRow; clauses: string[] } {
  const found = { row: 7 as HandbookRow, clauses: [] as string[] };
  for (const line of TABLE) {
    if (found.clauses.length > 0 && line.row !== found.row) break;
    if (!line.holds(input, club)) continue;
    found.row = line.row;
    found.clauses.push(line.clause);
  }
  return found;
}

const PAINS = [null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const YES_NO = [false, true];
const KIND_CLASSES: readonly (readonly Kind[])[] = [
  ['tightness', 'ache', 'burning', 'other'],
  ['sharp'],
  ['stabbing', 'shooting'],
  ['numbness', 'pins-and-needles'],
];
const LIMITS: readonly Thresholds[] = [
  { amberAt: 3, redAt: 6 },
  { amberAt: 3, redAt: 5 },
  { amberAt: 2, redAt: 6 },
  { amberAt: 2, redAt: 5 },
];

/** Hands over every combination of answers, flags and club settings, one after the other. */
export function forEveryInput(visit: (input: LightInput, club: Thresholds) => void): void {
  forEvery(PHASES, YES_NO, YES_NO, (phase, growing, strideChanged) => {
    forEvery(KIND_CLASSES, FRACTURES, YES_NO, (kinds, fracture, minor) => {
      forEvery(SCREENS, FLAGS, LIMITS, (screen, flag, club) => {
        forEvery(PAINS, PAINS, [null], (now, start) => {
          visit({ phase, growing, strideChanged, kinds, fracture, minor, screen, flag, now, start }, club);
        });
      });
    });
  });
}

const FRACTURES = ['none', 'cleared', 'uncleared'] as const;
const SCREENS = ['due-unanswered', 'answered', 'not-due'] as const;
const FLAGS = ['none', 'soon', 'urgent', 'emergency'] as const;

function forEvery<A, B, C>(
  as: readonly A[],
  bs: readonly B[],
  cs: readonly C[],
  visit: (a: A, b: B, c: C) => void,
): void {
  for (const a of as) for (const b of bs) for (const c of cs) visit(a, b, c);
}

/** Every report at the numbers around the handbook's bounds, in an area and an episode of each sort. */
export function forEveryReport(visit: (report: ReportInput) => void): void {
  forEvery(PHASES, [null, 0, 1, 2, 3, 5, 6], [null, 0, 1], (phase, now, start) => {
    forEvery(KIND_CLASSES, FRACTURES, YES_NO, (kinds, fracture, minor) => {
      forEvery(YES_NO, YES_NO, GROUPS, (growing, strideChanged, group) => {
        const said = { phase, now, start, kinds, fracture, minor, growing, strideChanged, group };
        for (const newEpisode of YES_NO) visit({ ...said, newEpisode, screened: false, flag: 'none' });
      });
    });
  });
}

const GROUPS = ['spine', 'leg', 'other'] as const;

/** Every set of kinds of pain: 512. */
export function everyKinds(): Kind[][] {
  return KINDS.reduce<Kind[][]>((sets, kind) => sets.flatMap((set) => [set, [...set, kind]]), [[]]);
}

/** When the warning signs are due, as the handbook's sentence has it: `row` is that of the numbers alone. */
export function signsAreDue(report: ReportInput, row: HandbookRow): boolean {
  const first = report.newEpisode && ['spine', 'leg'].includes(report.group);
  return first || row === 5 || HAS(report, 'pins-and-needles', 'numbness');
}
