// How fast each tempo session was, in per cent of best speed over the same distance (handbook §6).
import { speedPercent, tempoFit } from '../bests/rules.ts';
import type { BestTime } from '../bests/store.ts';
import { parseWork } from '../sessions/shorthand.ts';
import type { Block } from '../sessions/work.ts';
import type { LocalDate } from '../time/local.ts';
import type { SessionFact } from './facts.ts';

/** The pace of one tempo session. */
export interface PacePoint {
  readonly localDate: LocalDate;
  readonly metres: number;
  /** Seconds for one repetition. */
  readonly seconds: number;
  /** Of best speed over that distance. */
  readonly percent: number;
  readonly fit: 'too-fast' | 'tempo' | 'slower';
}

/**
 * The fastest timed repetition of each tempo session over a distance with a best, oldest first: 75 % is a limit, so
 * the fastest decides [D]. A pace typed in per cent was planned, not timed, and a pace over several distances says
 * nothing about each: both are left out.
 */
export function pacePoints(sessions: readonly SessionFact[], bests: readonly BestTime[]): PacePoint[] {
  return sessions.flatMap(({ type, work, localDate }) => {
    const reading = type === 'tempo' && work !== null ? parseWork(work) : null;
    if (!reading?.ok) return [];
    const points = reading.work.blocks.flatMap((block) => pointOf(block, localDate, bests));
    return points.sort((a, b) => b.percent - a.percent).slice(0, 1);
  });
}

function pointOf(block: Block, localDate: LocalDate, bests: readonly BestTime[]): PacePoint[] {
  if (block.kind !== 'runs' || block.pace?.unit !== 'seconds') return [];
  const lengths = new Set(block.sets.flat().map(({ per }) => (per.unit === 'metres' ? per.value : null)));
  const [metres] = lengths;
  const best = bests.find((each) => each.metres === metres);
  if (lengths.size !== 1 || best === undefined) return [];
  const { value: first, last = first } = block.pace;
  const seconds = Math.min(first, last);
  const percent = speedPercent(best.seconds, seconds);
  return [{ localDate, metres: best.metres, seconds, percent, fit: tempoFit(best.seconds, seconds) }];
}
