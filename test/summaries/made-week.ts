// Facts of one athlete's week as the summary reads them, with everything shared unless a test says otherwise.
import type { ReportFact, SessionFact } from '../../src/summaries/facts.ts';
import type { WeekFacts } from '../../src/summaries/week-facts.ts';
import { addDays } from '../../src/time/local.ts';
import { report, session } from './made-facts.ts';

/** A Sunday: the last day of the week that the summaries are about. */
export const SUNDAY = '2026-03-15';

/** A day of the week, 0 its Monday, negative before it. */
export const dayOfWeek = (place: number): string => addDays(SUNDAY, place - 6);

export function weekOf(userId: string, facts: Partial<WeekFacts> = {}): WeekFacts {
  return {
    ...{ userId, sharing: 'details', sessions: [], reports: [], tempo: [], coreDays: [], coreMarkedAt: [] },
    lastLogged: { date: SUNDAY, visibility: facts.sharing ?? 'details' },
    ...facts,
  };
}

export function sessionOn(place: number, more: Partial<SessionFact> = {}): SessionFact {
  return { ...session, localDate: dayOfWeek(place), ...more };
}

/** An amber report of one episode. */
export function painOn(
  place: number,
  now: number | null,
  more: Partial<WeekFacts['reports'][number]> = {},
): ReportFact & { readonly episodeId: string } {
  return { ...report, episodeId: 'e1', localDate: dayOfWeek(place), light: 'amber', now, ...more };
}

/** Core work of each of these days of the week. */
export function coreDays(...done: boolean[]): WeekFacts['coreDays'] {
  return done.map((each, place) => ({ date: dayOfWeek(place * 2), done: each }));
}
