import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import { addDays, type LocalDate, localDate } from '../time/local.ts';
import type { Diary } from './facts.ts';
import { listFlagTimes, listHabitFacts, listReportFacts, listSessionFacts } from './store.ts';

/** Days back that streaks are counted over: as long as entries are kept (handbook §9). */
export const STREAK_DAYS = 366;

/** The athlete's local day. */
export function todayOf({ athlete, club, now }: AthleteContext): LocalDate {
  return localDate(now, zoneOf(athlete, club));
}

/** The diary of the days that streaks are counted over, up to today. */
export async function readDiary({ app, athlete, club }: AthleteContext, today: LocalDate): Promise<Diary> {
  const { db } = app.database;
  const owner = ownerOf(athlete);
  const first = addDays(today, -STREAK_DAYS);
  const [sessions, reports, habits, times] = await Promise.all([
    listSessionFacts(db, owner, first, today),
    listReportFacts(db, owner, first, today),
    listHabitFacts(db, owner, first, today),
    listFlagTimes(db, owner),
  ]);
  const zone = zoneOf(athlete, club);
  const flags = times.map(({ answeredAt, reviewedAt }) => ({
    from: localDate(answeredAt, zone),
    to: reviewedAt === null ? null : localDate(reviewedAt, zone),
  }));
  return { sessions, reports, habits, flags };
}
