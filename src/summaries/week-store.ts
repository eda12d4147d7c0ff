import type { Sharing } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import { SPIKE_WINDOW_DAYS } from '../sessions/rules.ts';
import { addDays, type LocalDate } from '../time/local.ts';
import { coreMarkedSince } from './core-late-rules.ts';
import { coreOn } from './core-rules.ts';
import { byAthlete, toReport, toSession, toTempo } from './fact-rows.ts';
import { narrowed } from './sharing-rules.ts';
import { coreBetween, lastDays, listReports, listSharing, sessionsBetween } from './store.ts';
import type { WeekFacts } from './week-facts.ts';
import { MEDIAN_WEEKS, WEEK_DAYS } from './week-rules.ts';

/**
 * Everything that a club's summary of the seven days up to `last` looks at. `isOver`: on a last day that is not over
 * nobody has missed anything yet. Each entry shows what the athlete shares now, and never more than when it was made. A
 * fixed number of queries, however large the club.
 */
export async function loadClubWeek(
  db: Db,
  clubId: string,
  last: LocalDate,
  isOver: boolean,
): Promise<WeekFacts[]> {
  const days = Array.from({ length: WEEK_DAYS }, (_, index) => addDays(last, index + 1 - WEEK_DAYS));
  const first = addDays(last, 1 - WEEK_DAYS);
  const athletes = await listSharing(db, clubId);
  const sessionsOf = await sessionsBetween(db, clubId, addDays(first, -SPIKE_WINDOW_DAYS), last);
  const earliest = addDays(last, 1 - MEDIAN_WEEKS * WEEK_DAYS);
  const reportsOf = byAthlete(await listReports(db, clubId, { gte: earliest, lte: last }));
  const coreOf = await coreBetween(db, clubId, first, last);
  const lastOf = await lastDays(db, clubId);
  return athletes.map(({ id, userId, sharing }) => {
    const [own, told] = [sessionsOf(id), reportsOf(id)];
    const narrow = <Entry extends { readonly visibility: Sharing }>(entries: readonly Entry[]) =>
      entries.map((entry) => narrowed(entry, sharing));
    const latest = lastOf.get(id);
    const rows = { sessions: own, reports: told, ...coreOf(id) };
    const coreDays = days.flatMap((date) => {
      const done = coreOn(date, rows);
      return done === null || (!done && date === last && !isOver) ? [] : [{ date, done }];
    });
    return {
      ...{ userId, sharing, coreDays },
      coreMarkedAt: coreMarkedSince(null, rows, sharing),
      sessions: narrow(own.filter(({ localDate }) => localDate >= first).map(toSession)),
      reports: narrow(told.map((row) => ({ ...toReport(row), episodeId: row.episodeId }))),
      tempo: narrow(own.flatMap(toTempo)),
      lastLogged: latest === undefined ? null : narrowed(latest, sharing),
    };
  });
}
