/** Reads entries of every kind; the newest first by local day. Every query names the club and the athlete. */
import type { Db } from '../db/database.ts';
import type { FlagLevel, Light, Phase } from '../pain/types.ts';
import type { LocalDate } from '../time/local.ts';
import { queryFor, type Span, type Wanted } from './list-query.ts';
import { lastLoggedFirst, newestFirst } from './rules.ts';
import type { Entry, EntryKey, EntryKind, SessionFacts, SetFacts } from './types.ts';

/** Whose rows: no query forgets the club. */
export interface Owner {
  readonly clubId: string;
  readonly athleteId: string;
}

/** The day on which an instant falls for this athlete. */
export type DayOf = (at: Date) => LocalDate;

/** Entries of these kinds on one side of a place, the nearest to it first. `dayOf` dates what has no day of its own. */
export async function listEntries(
  db: Db,
  owner: Owner,
  kinds: readonly EntryKind[],
  span: Span,
  dayOf: DayOf,
): Promise<Entry[]> {
  const found = await Promise.all(kinds.map((kind) => READERS[kind](db, owner, span, dayOf)));
  const sorted = found.flat().sort(newestFirst);
  if (span.side === 'newer') sorted.reverse();
  return sorted.slice(0, span.take);
}

/** One of this athlete's entries; null when it is gone or somebody else's. */
export async function findEntry(
  db: Db,
  owner: Owner,
  { kind, id }: EntryKey,
  dayOf: DayOf,
): Promise<Entry | null> {
  return (await READERS[kind](db, owner, { id }, dayOf))[0] ?? null;
}

/** What this athlete logged last, not before `loggedSince`; null when there is nothing. */
export async function findLastLogged(
  db: Db,
  owner: Owner,
  loggedSince: Date,
  dayOf: DayOf,
): Promise<Entry | null> {
  const found: Entry[] = [];
  for (const read of Object.values(READERS)) found.push(...(await read(db, owner, { loggedSince }, dayOf)));
  return found.sort(lastLoggedFirst)[0] ?? null;
}

type Reader = (db: Db, owner: Owner, wanted: Wanted, dayOf: DayOf) => Promise<Entry[]>;

const READERS: Readonly<Record<EntryKind, Reader>> = {
  async session(db, owner, wanted) {
    const asked = queryFor(
      wanted,
      (loggedAt) => ({ loggedAt }),
      (order) => ({ loggedAt: order }),
    );
    const rows = await db.session.findMany({ ...asked, where: { AND: [owner, asked.where] } });
    return rows.map((row) => {
      const { type, work, metres, minutes, effort, warmup, core, stretch, notes } = row;
      const facts = { type, work, metres, minutes, effort, warmup, core, stretch, notes } as SessionFacts;
      return { kind: 'session', id: row.id, localDate: row.localDate, at: row.loggedAt, facts };
    });
  },
  async report(db, owner, wanted) {
    const asked = queryFor(
      wanted,
      (reportedAt) => ({ reportedAt }),
      (order) => ({ reportedAt: order }),
    );
    const include = {
      episode: { select: { area: true } },
      screens: { select: { level: true, reviewedAt: true } },
    };
    const rows = await db.painReport.findMany({ ...asked, where: { AND: [owner, asked.where] }, include });
    return rows.map(reportOf);
  },
  async 'check-in'(db, owner, wanted) {
    const asked = queryFor(
      wanted,
      (loggedAt) => ({ loggedAt }),
      (order) => ({ loggedAt: order }),
    );
    const rows = await db.checkIn.findMany({ ...asked, where: { AND: [owner, asked.where] } });
    return rows.map(({ id, localDate, loggedAt: at, fatigue, sleep, soreness, stress, mood }) => {
      return { kind: 'check-in', id, localDate, at, facts: { fatigue, sleep, soreness, stress, mood } };
    });
  },
  async habit(db, owner, wanted) {
    const asked = queryFor(
      wanted,
      (markedAt) => ({ markedAt }),
      (order) => ({ markedAt: order }),
    );
    const rows = await db.habitMark.findMany({ ...asked, where: { AND: [owner, asked.where] } });
    return rows.map(({ id, localDate, markedAt: at, habit }) => {
      return { kind: 'habit', id, localDate, at, facts: { habit: habit === 'core' ? 'core' : 'stretch' } };
    });
  },
  async set(db, owner, wanted) {
    const asked = queryFor(
      wanted,
      (doneAt) => ({ doneAt }),
      (order) => ({ doneAt: order }),
    );
    const done = { state: 'done', doneAt: { not: null } };
    const rows = await db.exerciseSet.findMany({ ...asked, where: { AND: [owner, done, asked.where] } });
    return rows.map((row) => {
      const { id, localDate, givenAt, doneAt, menu, minutes, level, answer } = row;
      const exercises = row.exercises.split(',').filter(Boolean).length;
      const facts = { menu, minutes, level, exercises, answer } as SetFacts;
      return { kind: 'set', id, localDate, at: doneAt ?? givenAt, facts };
    });
  },
  // A row a week and at most a year of them: read whole, because only the athlete's zone dates them.
  async weekly(db, owner, wanted, dayOf) {
    const rows = await db.weeklyProblem.findMany({ where: owner });
    const entries = rows.map(({ id, answeredAt: at, ...facts }): Entry => {
      return { kind: 'weekly', id, localDate: dayOf(at), at, facts };
    });
    return entries.filter((entry) => isWanted(entry, wanted));
  },
};

function isWanted(entry: Entry, wanted: Wanted): boolean {
  if ('id' in wanted) return entry.id === wanted.id;
  if ('loggedSince' in wanted) return entry.at >= wanted.loggedSince;
  if (wanted.from === null) return true;
  const order = newestFirst(entry, wanted.from);
  return order === 0 ? wanted.including : order > 0 === (wanted.side === 'older');
}

function reportOf(row: {
  readonly id: string;
  readonly localDate: string;
  readonly reportedAt: Date;
  readonly phase: string;
  readonly now: number | null;
  readonly start: number | null;
  readonly growing: boolean;
  readonly strideChanged: boolean;
  readonly kinds: string;
  readonly rep: number | null;
  readonly notes: string | null;
  readonly light: string;
  readonly episode: { readonly area: string };
  readonly screens: readonly { readonly level: string; readonly reviewedAt: Date | null }[];
}): Entry {
  const { id, localDate, reportedAt: at, now, start, growing, strideChanged, rep, notes, episode } = row;
  const screen = row.screens.find(({ level }) => level !== 'none');
  const facts = {
    ...{ now, start, growing, strideChanged, rep, notes, area: episode.area },
    phase: row.phase as Phase,
    kinds: row.kinds.split(',').filter(Boolean),
    light: row.light as Light,
    sign: screen === undefined ? 'none' : screen.reviewedAt === null ? 'open' : 'reviewed',
    signLevel: (screen?.level ?? 'none') as FlagLevel,
  } as const;
  return { kind: 'report', id, localDate, at, facts };
}
