import { type Sharing, stricter } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import type { Light } from '../pain/types.ts';
import { load } from '../sessions/rules.ts';
import type { SessionType, Stretch, Warmup } from '../sessions/types.ts';
import { addDays, type LocalDate, weekday } from '../time/local.ts';
import type { AthleteFacts, EarlierSession, ReportFact, SessionFact } from './facts.ts';

/** How far back "worse twice running" looks, in days. */
export const REPORT_DAYS = 14;

/** How far back a load jump looks, in days (handbook §4). */
const TEMPO_DAYS = 30;

/**
 * Everything that a club's summary of a day looks at: the sessions of that day, and reports from that day until
 * now, so that this morning's pain is in it. On a day that is not over nobody has missed anything yet. Each entry
 * shows what the athlete shares now, and never more than when it was made. A fixed number of queries, however large
 * the club.
 */
export async function loadClubDay(
  db: Db,
  clubId: string,
  day: LocalDate,
  isOver: boolean,
): Promise<AthleteFacts[]> {
  const athletes = await db.athlete.findMany({
    where: { clubId },
    select: { id: true, userId: true, sharing: true },
    orderBy: { userId: 'asc' },
  });
  const sessions = await db.session.findMany({
    where: { clubId, localDate: { gte: addDays(day, -TEMPO_DAYS) } },
    orderBy: [{ localDate: 'asc' }, { loggedAt: 'asc' }, { id: 'asc' }],
  });
  const reports = await db.painReport.findMany({
    where: { clubId, localDate: { gte: addDays(day, -REPORT_DAYS) } },
    include: { episode: { select: { area: true, openedAt: true } } },
    orderBy: { reportedAt: 'asc' },
  });
  const marks = await db.habitMark.findMany({ where: { clubId, localDate: day, habit: 'core' } });
  const reminders = await db.reminder.findMany({ where: { clubId, kind: 'core', athleteId: { not: null } } });
  const older = await lastDays(db, clubId);
  return athletes.map(({ id, userId, ...athlete }) => {
    const sharing = athlete.sharing as Sharing;
    const own = sessions.filter(({ athleteId }) => athleteId === id);
    const told = reports.filter(({ athleteId }) => athleteId === id);
    const earlierTempo = own.filter((row) => row.type === 'tempo' && row.localDate < day).flatMap(toTempo);
    const narrow = <Entry extends Shown>(entries: readonly Entry[]) =>
      entries.map((entry) => narrowed(entry, sharing));
    const last = older.get(id);
    const ofDay = own.filter(({ localDate }) => localDate === day);
    const isCoreDay = reminders.some(
      ({ athleteId, days }) => athleteId === id && days?.split(',').includes(weekday(day)),
    );
    const coreDone =
      ofDay.some(({ core, type }) => core || type === 'core') ||
      marks.some(({ athleteId }) => athleteId === id);
    const stopped = told.some(({ localDate, light }) => localDate === day && STOPPING.has(light));
    return {
      userId,
      sharing,
      sessions: narrow(ofDay.map(toSession)),
      reports: narrow(told.filter(({ localDate }) => localDate >= day).map(toReport)),
      earlierReports: narrow(told.filter(({ localDate }) => localDate < day).map(toReport)),
      earlierTempo: narrow(earlierTempo),
      lastLogged: last === undefined ? null : narrowed(last, sharing),
      coreMissed: isOver && isCoreDay && !coreDone && !stopped,
    };
  });
}

interface Shown {
  readonly visibility: Sharing;
}

/** An entry as coaches may see it now: what was taken back since is hidden, what was never given stays so. */
export function narrowed<Entry extends Shown>(entry: Entry, sharing: Sharing): Entry {
  return { ...entry, visibility: stricter(entry.visibility, sharing) };
}

/** Lights on a day after which nobody is asked for core work. */
const STOPPING: ReadonlySet<string> = new Set(['red', 'red-see-clinician', 'urgent', 'emergency']);

type Latest = { readonly date: LocalDate; readonly visibility: Sharing };

/** The day of each athlete's latest entry of any kind, with the strictest sharing of that day's entries. */
async function lastDays(db: Db, clubId: string): Promise<Map<string, Latest>> {
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

interface SessionRow {
  readonly visibility: string;
  readonly type: string;
  readonly warmup: string | null;
  readonly core: boolean | null;
  readonly stretch: string | null;
  readonly minutes: number | null;
  readonly effort: number | null;
  readonly metres: number | null;
}

function toSession(row: SessionRow): SessionFact {
  return {
    visibility: row.visibility as Sharing,
    type: row.type as SessionType,
    warmup: row.warmup as Warmup | null,
    core: row.core,
    stretch: row.stretch as Stretch | null,
    load: row.minutes === null || row.effort === null ? null : load(row.effort, row.minutes),
    metres: row.metres,
  };
}

function toTempo({ visibility, metres }: SessionRow): EarlierSession[] {
  return metres === null ? [] : [{ visibility: visibility as Sharing, metres }];
}

/** A report's row as a fact. */
export function toReport(row: {
  readonly visibility: string;
  readonly reportedAt: Date;
  readonly localDate: string;
  readonly light: string;
  readonly now: number | null;
  readonly start: number | null;
  readonly rep: number | null;
  readonly episode: { readonly area: string; readonly openedAt: Date };
}): ReportFact {
  const { reportedAt, localDate, now, start, rep, episode } = row;
  return {
    visibility: row.visibility as Sharing,
    reportedAt,
    localDate,
    area: episode.area,
    light: row.light as Light,
    now,
    start,
    rep,
    newEpisode: episode.openedAt.getTime() === reportedAt.getTime(),
  };
}
