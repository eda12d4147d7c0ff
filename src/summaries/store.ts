import { type Sharing, stricter } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import { SPIKE_WINDOW_DAYS } from '../sessions/rules.ts';
import { addDays, type LocalDate } from '../time/local.ts';
import { coreLate, coreMarkedSince } from './core-late-rules.ts';
import { coreOn } from './core-rules.ts';
import { byAthlete, toReport, toSession, toTempo } from './fact-rows.ts';
import type { AthleteFacts, Told } from './facts.ts';
import { LATE_DAYS } from './late-rules.ts';
import { narrowed } from './sharing-rules.ts';

/** How far back "worse twice running" looks, in days. */
export const REPORT_DAYS = 14;

/**
 * Everything that a club's summary of a day looks at: the sessions of that day, and reports from that day until
 * now, so that this morning's pain is in it; of the days before what is compared, and what may have come late. On a
 * day that is not over nobody has missed anything yet. Each entry shows what the athlete shares now, and never more
 * than when it was made. `tellings`: the summaries that came before, the newest first. A fixed number of queries, however
 * large the club.
 */
export async function loadClubDay(
  db: Db,
  clubId: string,
  day: LocalDate,
  isOver: boolean,
  tellings: readonly Told[] = [],
): Promise<AthleteFacts[]> {
  const athletes = await listSharing(db, clubId);
  const sessionsOf = await sessionsBetween(db, clubId, addDays(day, -LATE_DAYS - SPIKE_WINDOW_DAYS), day);
  const reportsOf = byAthlete(await listReports(db, clubId, { gte: addDays(day, -REPORT_DAYS) }));
  const firstLate = addDays(day, -LATE_DAYS);
  const coreOf = await coreBetween(db, clubId, firstLate, day);
  const lastOf = await lastDays(db, clubId);
  return athletes.map(({ id, userId, sharing }) => {
    const [own, told] = [sessionsOf(id), reportsOf(id)];
    const narrow = <Entry extends Shown>(entries: readonly Entry[]) =>
      entries.map((entry) => narrowed(entry, sharing));
    const last = lastOf.get(id);
    const rows = { sessions: own, reports: told, ...coreOf(id) };
    const before = own.filter(({ localDate }) => localDate < day);
    return {
      ...{ userId, sharing },
      sessions: narrow(own.filter(({ localDate }) => localDate === day).map(toSession)),
      earlierSessions: narrow(before.filter(({ localDate }) => localDate >= firstLate).map(toSession)),
      reports: narrow(told.filter(({ localDate }) => localDate >= day).map(toReport)),
      earlierReports: narrow(told.filter(({ localDate }) => localDate < day).map(toReport)),
      earlierTempo: narrow(before.flatMap(toTempo)),
      lastLogged: last === undefined ? null : narrowed(last, sharing),
      coreMissed: isOver && coreOn(day, rows) === false,
      coreLate: coreLate(day, rows, sharing, tellings),
      coreMarkedAt: coreMarkedSince(tellings[0]?.until ?? null, rows, sharing),
    };
  });
}

interface Shown {
  readonly visibility: Sharing;
}

/** The club's athletes with what they share now, by Discord's id. */
export async function listSharing(
  db: Db,
  clubId: string,
): Promise<{ readonly id: string; readonly userId: string; readonly sharing: Sharing }[]> {
  const rows = await db.athlete.findMany({
    where: { clubId },
    select: { id: true, userId: true, sharing: true },
    orderBy: { userId: 'asc' },
  });
  return rows.map((row) => ({ ...row, sharing: row.sharing as Sharing }));
}

/** The sessions of some days, both ends included, by athlete, in the order of their days and of their logging. */
export async function sessionsBetween(db: Db, clubId: string, first: LocalDate, last: LocalDate) {
  const rows = await db.session.findMany({
    where: { clubId, localDate: { gte: first, lte: last } },
    orderBy: [{ localDate: 'asc' }, { loggedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ athleteId: true, visibility: true, localDate: true, loggedAt: true, changedAt: true, type: true },
      ...{ warmup: true, core: true, coreAt: true, stretch: true, minutes: true, effort: true, metres: true },
    },
  });
  return byAthlete(rows);
}

/**
 * The reports of some days with their episodes, in the order in which they came. Read apart and put together here:
 * asked for with `include`, the ids of a large club's episodes are more parameters than SQLite takes; asked for with
 * `some`, SQLite goes through the reports once for each episode.
 */
export async function listReports(
  db: Db,
  clubId: string,
  localDate: { readonly gte: LocalDate; readonly lt?: LocalDate; readonly lte?: LocalDate },
) {
  const rows = await db.painReport.findMany({
    where: { clubId, localDate },
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
  });
  const ids = [...new Set(rows.map(({ episodeId }) => episodeId))];
  const episodes = await db.painEpisode.findMany({
    where: { clubId, id: { in: ids } },
    select: { id: true, area: true, openedAt: true, closedAt: true },
  });
  const byId = new Map(episodes.map((episode) => [episode.id, episode]));
  return rows.flatMap((row) => {
    const episode = byId.get(row.episodeId);
    return episode === undefined ? [] : [{ ...row, episode }];
  });
}

/** What core work of some days is told from beside the diary, by athlete: reminders of it, and what was marked. */
export async function coreBetween(db: Db, clubId: string, first: LocalDate, last: LocalDate) {
  const marks = await db.habitMark.findMany({
    where: { clubId, localDate: { gte: first, lte: last }, habit: 'core' },
    select: { athleteId: true, localDate: true, markedAt: true },
  });
  const reminders = await db.reminder.findMany({
    where: { clubId, kind: 'core', athleteId: { not: null } },
    select: { athleteId: true, days: true, time: true, zone: true, pausedUntil: true, createdAt: true },
  });
  const marksOf = byAthlete(marks);
  const remindersOf = byAthlete(
    reminders.flatMap(({ athleteId, ...row }) => (athleteId === null ? [] : [{ ...row, athleteId }])),
  );
  return (athleteId: string) => ({ marks: marksOf(athleteId), reminders: remindersOf(athleteId) });
}

type Latest = { readonly date: LocalDate; readonly visibility: Sharing };

/** The day of each athlete's latest entry of any kind, with the strictest sharing of that day's entries. */
export async function lastDays(db: Db, clubId: string): Promise<Map<string, Latest>> {
  const latest = new Map<string, Latest>();
  const groups = [
    await db.session.groupBy({
      by: ['athleteId', 'visibility'],
      where: { clubId },
      _max: { localDate: true },
    }),
    await db.painReport.groupBy({
      by: ['athleteId', 'visibility'],
      where: { clubId },
      _max: { localDate: true },
    }),
  ].flat();
  for (const { athleteId, visibility, _max } of groups) {
    const date = _max.localDate;
    const known = latest.get(athleteId);
    if (date === null || date < (known?.date ?? '')) continue;
    const own = visibility as Sharing;
    latest.set(athleteId, { date, visibility: known?.date === date ? stricter(known.visibility, own) : own });
  }
  return latest;
}
