/** Entries out of the rows of every table that athletes write. Every query names the club and the athlete. */
import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { FlagLevel, Light, Phase } from '../pain/types.ts';
import { queryFor, type Wanted } from './list-query.ts';
import { newestFirst } from './rules.ts';
import type { DayOf, Entry, EntryKind, SessionFacts, SetFacts } from './types.ts';

type Reader = (db: Db, owner: Owner, wanted: Wanted, dayOf: DayOf) => Promise<Entry[]>;

/** How the wanted entries of each kind are read, the nearest to their place first. */
export const READERS: Readonly<Record<EntryKind, Reader>> = {
  async session(db, owner, wanted) {
    const asked = queryFor(
      wanted,
      (loggedAt) => ({ loggedAt }),
      (order) => ({ loggedAt: order }),
    );
    const rows = await db.session.findMany({ ...asked, where: { AND: [owner, asked.where] } });
    return rows.map((row) => {
      const { type, work, metres, minutes, effort, warmup, core, stretch, modality, notes } = row;
      const said = { type, work, metres, minutes, effort, warmup, core, stretch, modality, notes };
      const facts = { ...said, painFree: row.painFreeAt !== null } as SessionFacts;
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
    // One more than is wanted: the mark of a set on the page before may be left out.
    const page = { ...asked, take: asked.take + 1, where: { AND: [owner, asked.where] } };
    const rows = await withoutMarksOfSets(db, owner, await db.habitMark.findMany(page));
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

/** Done on a set notes its habit too, at the same instant: together they are one entry, the set. */
async function withoutMarksOfSets<Mark extends { habit: string; localDate: string; markedAt: Date }>(
  db: Db,
  owner: Owner,
  marks: readonly Mark[],
): Promise<Mark[]> {
  if (marks.length === 0) return [];
  const days = marks.map(({ localDate }) => localDate);
  const where = { ...owner, state: 'done', localDate: { in: days }, doneAt: { not: null } };
  const sets = await db.exerciseSet.findMany({
    where,
    select: { menu: true, localDate: true, doneAt: true },
  });
  return marks.filter(
    (mark) =>
      !sets.some(
        ({ menu, localDate, doneAt }) =>
          menu === mark.habit &&
          localDate === mark.localDate &&
          doneAt?.getTime() === mark.markedAt.getTime(),
      ),
  );
}

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
  readonly trend: string | null;
  readonly episode: { readonly area: string };
  readonly screens: readonly { readonly level: string; readonly reviewedAt: Date | null }[];
}): Entry {
  const {
    id,
    localDate,
    reportedAt: at,
    now,
    start,
    growing,
    strideChanged,
    rep,
    notes,
    trend,
    episode,
  } = row;
  const screen = row.screens.find(({ level }) => level !== 'none');
  const facts = {
    ...{ now, start, trend, growing, strideChanged, rep, notes, area: episode.area },
    phase: row.phase as Phase,
    kinds: row.kinds.split(',').filter(Boolean),
    light: row.light as Light,
    sign: screen === undefined ? 'none' : screen.reviewedAt === null ? 'open' : 'reviewed',
    signLevel: (screen?.level ?? 'none') as FlagLevel,
  } as const;
  return { kind: 'report', id, localDate, at, facts };
}
