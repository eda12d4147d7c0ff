// How pain in one area goes on: the next morning, the weeks, and where an episode ends (handbook §1).
import { addDays, daysBetween, type LocalDate, mondayOf } from '../time/local.ts';
import { MEANINGFUL_CHANGE, type Phase } from './types.ts';

/** Next-morning pain above this means no running in the next session (Silbernagel 2007). */
export const MORNING_LIMIT = 5;

/** Days at 0 after which an episode is over. */
export const QUIET_DAYS = 7;

/** One rating of an episode. */
export interface Rating {
  readonly localDate: LocalDate;
  /** Pain, 0 to 10. */
  readonly now: number;
}

/** What follows from the next morning's pain, with its numbers. */
export type MorningAdvice =
  | { readonly advice: 'no-running-next-session'; readonly now: number; readonly above: number }
  | {
      readonly advice: 'halve-next-tempo';
      readonly now: number;
      readonly start: number;
      readonly by: number;
    };

/** What next-morning pain asks for: both advices may hold; `start` is the pain before yesterday's session, null if unknown. */
export function morningAdvice(now: number, start: number | null): MorningAdvice[] {
  const advice: MorningAdvice[] = [];
  if (now > MORNING_LIMIT) advice.push({ advice: 'no-running-next-session', now, above: MORNING_LIMIT });
  if (start !== null && now - start >= MEANINGFUL_CHANGE) {
    advice.push({ advice: 'halve-next-tempo', now, start, by: now - start });
  }
  return advice;
}

/**
 * The start that was said already: of today's session, or before yesterday's for the morning after. Null: not said,
 * so it has to be asked. What was said of a morning is about the session before it, never about today's.
 */
export function knownStart(
  reports: readonly {
    readonly localDate: LocalDate;
    readonly phase: Phase;
    readonly now: number | null;
    readonly start: number | null;
  }[],
  phase: Phase,
  today: LocalDate,
): number | null {
  if (phase === 'before') return null;
  const day = phase === 'next-morning' ? addDays(today, -1) : today;
  const starts = reports
    .filter((each) => each.localDate === day && each.phase !== 'next-morning')
    .map((each) => (each.phase === 'before' ? each.now : each.start));
  return starts.findLast((start) => start !== null) ?? null;
}

/** The middle of some numbers, or the mean of the two middle ones; null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Median pain of each of the last `weeks` calendar weeks (Monday to Sunday), the week of `today` last; null for a week without ratings. */
export function weeklyMedians(
  ratings: readonly Rating[],
  today: LocalDate,
  weeks: number,
): (number | null)[] {
  const monday = mondayOf(today);
  return Array.from({ length: weeks }, (_, index) => {
    const from = addDays(monday, -7 * (weeks - 1 - index));
    const inWeek = ratings.filter(({ localDate }) => localDate >= from && localDate < addDays(from, 7));
    return median(inWeek.map(({ now }) => now));
  });
}

/**
 * Whether the last three weekly medians rise twice running and by 2 or more in total: time to see a physio.
 * A week without ratings among them is no evidence either way, so false.
 */
export function weeklyMedianRising(medians: readonly (number | null)[]): boolean {
  if (medians.length < 3) return false;
  const [first, second, third] = medians.slice(-3);
  if (typeof first !== 'number' || typeof second !== 'number' || typeof third !== 'number') return false;
  return second > first && third > second && third - first >= MEANINGFUL_CHANGE;
}

/**
 * Whether an episode has ended quietly: its last rating is 0 and the run of zeros that it belongs to began 7 or
 * more days before `today`. Silence after pain never ends an episode: missing is not "no pain". Ending one only
 * means that the next report is screened again as a first one.
 */
export function episodeEndsQuiet(ratings: readonly Rating[], today: LocalDate): boolean {
  const ordered = [...ratings].sort((a, b) =>
    a.localDate < b.localDate ? -1 : a.localDate > b.localDate ? 1 : 0,
  );
  const lastPain = ordered.findLastIndex(({ now }) => now > 0);
  const firstZero = ordered[lastPain + 1];
  return firstZero !== undefined && daysBetween(firstZero.localDate, today) >= QUIET_DAYS;
}

/** Where a new report belongs: to the open episode of its area, or to a new one; `close` says to end the open one first. */
export function placeReport(
  open: { readonly ratings: readonly Rating[] } | null,
  today: LocalDate,
): { readonly episode: 'new' | 'open'; readonly close: 'quiet' | null } {
  if (open === null) return { episode: 'new', close: null };
  return episodeEndsQuiet(open.ratings, today)
    ? { episode: 'new', close: 'quiet' }
    : { episode: 'open', close: null };
}
