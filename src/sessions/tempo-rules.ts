// What a tempo session says against the athlete's bests (handbook §6), its first rep, and its last 30 days (handbook §4).
import { TEMPO_PERCENT, tempoFit } from '../bests/rules.ts';
import type { BestTime } from '../bests/store.ts';
import { SPIKE_MIN_SESSIONS, type Spike, spike } from './rules.ts';
import type { Pace, RunsBlock, Work } from './work.ts';

export type Fit = ReturnType<typeof tempoFit>;

/** Where the pace over one distance lies. */
export type PaceRemark =
  /** Seconds of the first and of the last repetition, equal where one time was given; best in seconds. */
  | {
      readonly given: 'seconds';
      readonly metres: number;
      readonly best: number;
      readonly first: number;
      readonly last: number;
      readonly fit: Fit;
    }
  /** Per cent of best speed; over null: faster than tempo, whatever the best. */
  | {
      readonly given: 'percent';
      readonly percent: number;
      readonly over: BestTime | null;
      readonly fit: Fit;
    };

/** What there is to say; nothing while a warning sign is open (handbook §2). */
export interface TempoRemarks {
  /** At most two, what was too fast first. */
  readonly paces: readonly PaceRemark[];
  /** Seconds from the first to the last repetition, above 0 when slower; null when they match. */
  readonly drift: number | null;
  readonly spike: Spike | null;
  /** Distance in metres whose best would show the pace; null: nothing to suggest. */
  readonly bestToSet: number | null;
}

/** A last rep that differs from the first by so many per cent or more is worth a word [D]. */
export const DRIFT_PERCENT = 2;

const MOST_PACES = 2;

/** Whether the work says how fast it was: without that, bests have nothing to say. */
export function saysPace(work: Work): boolean {
  return pacedBlocks(work).length > 0;
}

/**
 * What a tempo session says: against the bests that are known, against its first rep, and against the metres of the
 * earlier tempo sessions of 30 days. A best is suggested only to an athlete without any, in the first sessions [D].
 */
export function tempoRemarks(
  work: Work,
  bests: readonly BestTime[],
  earlier: readonly number[],
): TempoRemarks {
  const isNew = bests.length === 0 && earlier.length < SPIKE_MIN_SESSIONS;
  const timed = pacedBlocks(work).find(
    (block) => block.pace.unit === 'seconds' && onlyDistance(block) !== null,
  );
  return {
    paces: paceRemarks(work, bests),
    drift: drift(work),
    spike: spike(work.metres, earlier),
    bestToSet: isNew && timed !== undefined ? onlyDistance(timed) : null,
  };
}

/** Whether there is nothing to say. */
export function isEmpty({ paces, drift: change, spike: big, bestToSet }: TempoRemarks): boolean {
  return paces.length === 0 && change === null && big === null && bestToSet === null;
}

/**
 * Each distance with a best against 65 to 75 %. One time cannot be that of several distances: seconds for a part with
 * more than one say nothing [D], a share of best speed does. The fastest rep decides what is too fast [D].
 */
function paceRemarks(work: Work, bests: readonly BestTime[]): PaceRemark[] {
  const all = pacedBlocks(work).flatMap((block) => remarksOn(block, bests));
  const isRepeated = (remark: PaceRemark, index: number) =>
    all.findIndex((other) => JSON.stringify(other) === JSON.stringify(remark)) < index;
  const each = all.filter((remark, index) => !isRepeated(remark, index));
  const tooFast = each.filter(({ fit }) => fit === 'too-fast');
  return [...tooFast, ...each.filter(({ fit }) => fit !== 'too-fast')].slice(0, MOST_PACES);
}

function remarksOn(block: PacedBlock, bests: readonly BestTime[]): PaceRemark[] {
  const { pace } = block;
  if (pace.unit === 'percent') return shareRemarks(block, pace.value, bests);
  const metres = onlyDistance(block);
  const best = bests.find((each) => each.metres === metres)?.seconds;
  if (metres === null || best === undefined) return [];
  const [first, last] = [pace.value, pace.last ?? pace.value];
  const isTooFast = tempoFit(best, Math.min(first, last)) === 'too-fast';
  const fit = isTooFast ? 'too-fast' : tempoFit(best, Math.max(first, last));
  return [{ given: 'seconds', metres, best, first, last, fit }];
}

function shareRemarks(block: RunsBlock, percent: number, bests: readonly BestTime[]): PaceRemark[] {
  const { slowest, fastest } = TEMPO_PERCENT;
  const fit = percent > fastest ? 'too-fast' : percent < slowest ? 'slower' : 'tempo';
  const known = bests.filter(({ metres }) => distances(block).includes(metres));
  if (known.length === 0 && fit === 'too-fast') return [{ given: 'percent', percent, over: null, fit }];
  return known.map((over) => ({ given: 'percent', percent, over, fit }));
}

function drift(work: Work): number | null {
  for (const { pace } of pacedBlocks(work)) {
    if (pace.unit === 'percent' || pace.last === undefined) continue;
    const [first, last] = [Math.round(pace.value * 100), Math.round(pace.last * 100)];
    if (Math.abs(last - first) * 100 >= first * DRIFT_PERCENT) return (last - first) / 100;
  }
  return null;
}

type PacedBlock = RunsBlock & { readonly pace: Pace };

function pacedBlocks({ blocks }: Work): PacedBlock[] {
  return blocks.flatMap((block) =>
    block.kind === 'runs' && block.pace !== null ? [{ ...block, pace: block.pace }] : [],
  );
}

function distances({ sets }: RunsBlock): number[] {
  return [...new Set(sets.flat().flatMap(({ per }) => (per.unit === 'metres' ? [per.value] : [])))];
}

function onlyDistance(block: RunsBlock): number | null {
  const [only, ...more] = distances(block);
  const isAllMetres = block.sets.flat().every(({ per }) => per.unit === 'metres');
  return isAllMetres && more.length === 0 ? (only ?? null) : null;
}
