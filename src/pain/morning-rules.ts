// Who is asked "how is it this morning?", and what the answer means in numbers (handbook §1).
import type { LocalDate } from '../time/local.ts';
import { type Light, MEANINGFUL_CHANGE, type Phase, type Trend } from './types.ts';

/** Pain from which a session counts as painful [D]: the handbook's amber, whatever the club's. */
export const PAINFUL_AT = 3;

/** Areas that are asked about at once, at most: a row of buttons each. */
export const MOST_AREAS = 5;

/** A report of yesterday or today. */
export interface MorningReport {
  readonly id: string;
  readonly episodeId: string;
  readonly area: string;
  readonly localDate: LocalDate;
  readonly phase: Phase;
  readonly now: number | null;
  readonly start: number | null;
  readonly light: Light;
  readonly trend: Trend | null;
}

/** One area to ask about. */
export interface MorningQuestion {
  /** Yesterday's last report of it, which the answer is measured against. */
  readonly reportId: string;
  readonly area: string;
  /** Yesterday's worst number, 0 to 10; null: none was given. */
  readonly worst: number | null;
  /** Yesterday's last number, 0 to 10; null: it had none. */
  readonly last: number | null;
  /** What was said of it today, the first time; null: nothing yet, which is never "no pain". */
  readonly answer: { readonly reportId: string; readonly trend: Trend | null } | null;
}

/**
 * Whether a report makes its session a painful one [D]: pain of 3 or more, a rise of 2 or more, or any light but green.
 * A report of a morning is about the session before it, so it makes none.
 */
export function isPainful({ phase, now, start, light }: MorningReport): boolean {
  if (phase === 'next-morning') return false;
  const rise = now === null || start === null || phase === 'before' ? 0 : now - start;
  return (now ?? 0) >= PAINFUL_AT || rise >= MEANINGFUL_CHANGE || light !== 'green';
}

/**
 * The areas of yesterday's painful sessions, at most 5, the worst first; `reports` are those of yesterday and today in
 * open episodes, in the order in which they came.
 */
export function morningQuestionsOf(
  reports: readonly MorningReport[],
  yesterday: LocalDate,
  today: LocalDate,
): MorningQuestion[] {
  const painful = reports.filter((report) => report.localDate === yesterday && isPainful(report));
  const questions = [...new Set(painful.map(({ episodeId }) => episodeId))].flatMap((episodeId) => {
    const own = reports.filter((report) => report.episodeId === episodeId);
    const before = own.filter(({ localDate, phase }) => localDate === yesterday && phase !== 'next-morning');
    const last = before.at(-1);
    if (last === undefined) return [];
    const numbers = before.flatMap(({ now }) => (now === null ? [] : [now]));
    const answer = own.find(({ localDate }) => localDate === today);
    return {
      reportId: last.id,
      area: last.area,
      worst: numbers.length === 0 ? null : Math.max(...numbers),
      last: last.now,
      answer: answer === undefined ? null : { reportId: answer.id, trend: answer.trend },
    };
  });
  return questions.sort((a, b) => (b.worst ?? 0) - (a.worst ?? 0)).slice(0, MOST_AREAS);
}

/** The number that an answer states: 0 for gone, the last one for the same; null: it has to be asked. */
export function morningNumber(trend: Trend, last: number | null): number | null {
  if (trend === 'gone') return 0;
  return trend === 'same' ? last : null;
}

/** The numbers on the side that was meant, both ends included; all of them when the last is not known or leaves none. */
export function numbersFor(
  trend: Trend | null,
  last: number | null,
): { readonly from: number; readonly to: number } {
  if (trend === 'better' && last !== null && last > 0) return { from: 0, to: last - 1 };
  if (trend === 'worse' && last !== null && last < 10) return { from: last + 1, to: 10 };
  return { from: 0, to: 10 };
}
