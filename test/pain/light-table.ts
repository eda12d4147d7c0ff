// The handbook's table of lights once more, as data, and every question that can be put to it.
import { type Kind, type LightInput, PHASES, type Thresholds } from '../../src/pain/rules.ts';

export type HandbookRow = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** now − start of a case, where "before" has nothing to compare with and an unknown start neither. */
const RISE = (c: LightInput): number =>
  c.phase === 'before' || c.start === null ? 0 : (c.now ?? 0) - c.start;
const HAS = (c: LightInput, ...kinds: Kind[]): boolean =>
  kinds.some((kind) => Array.isArray(c.kinds) && c.kinds.includes(kind));

const TABLE: readonly (readonly [
  HandbookRow,
  clause: string,
  holds: (c: LightInput, club: Thresholds) => boolean,
])[] = [
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

/** The first row of the table with a clause that holds, and all of its clauses that do. */
export function handbookRow(input: LightInput, club: Thresholds): { row: HandbookRow; clauses: string[] } {
  const found = { row: 7 as HandbookRow, clauses: [] as string[] };
  for (const [row, clause, holds] of TABLE) {
    if (found.clauses.length > 0 && row !== found.row) break;
    if (!holds(input, club)) continue;
    found.row = row;
    found.clauses.push(clause);
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

/** Every combination of answers, flags and club settings. */
export function* everyInput(): Generator<readonly [LightInput, Thresholds]> {
  for (const rest of everyRest()) {
    for (const now of PAINS) {
      for (const start of PAINS) {
        const input = { ...rest, now, start };
        for (const limits of LIMITS) yield [input, limits];
      }
    }
  }
}

function* everyRest(): Generator<Omit<LightInput, 'now' | 'start'>> {
  for (const [phase, growing, strideChanged] of product(PHASES, YES_NO, YES_NO)) {
    for (const [kinds, fracture, minor] of product(KIND_CLASSES, FRACTURES, YES_NO)) {
      for (const [screen, flag] of product(SCREENS, FLAGS, [null])) {
        yield { phase, growing, strideChanged, kinds, fracture, minor, screen, flag };
      }
    }
  }
}

const FRACTURES = ['none', 'cleared', 'uncleared'] as const;
const SCREENS = ['due-unanswered', 'answered', 'not-due'] as const;
const FLAGS = ['none', 'soon', 'urgent', 'emergency'] as const;

function product<A, B, C>(as: readonly A[], bs: readonly B[], cs: readonly C[]): [A, B, C][] {
  return as.flatMap((a) => bs.flatMap((b) => cs.map((c): [A, B, C] => [a, b, c])));
}
