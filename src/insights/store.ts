import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { Phase } from '../pain/types.ts';
import type { SessionType, Stretch, Warmup } from '../sessions/types.ts';
import type { Trial } from './trial-rules.ts';
import type { Diary, DiaryMark, Habit, LocalDate } from './types.ts';

/** An athlete's sessions, pain reports and habits from a day on, oldest first: four queries. */
export async function loadDiary(db: Db, owner: Owner, since: LocalDate): Promise<Diary> {
  const where = { ...owner, localDate: { gte: since } };
  const [sessions, reports, marks, sets] = await Promise.all([
    db.session.findMany({
      where,
      orderBy: [{ localDate: 'asc' }, { loggedAt: 'asc' }, { id: 'asc' }],
      select: {
        ...{ id: true, loggedAt: true, localDate: true, type: true, metres: true, warmup: true, core: true },
        ...{ stretch: true, warmupAt: true, coreAt: true, stretchAt: true, painFreeAt: true, modality: true },
      },
    }),
    db.painReport.findMany({
      where,
      orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
      select: {
        ...{ sessionId: true, episodeId: true, reportedAt: true, localDate: true },
        ...{ phase: true, now: true, start: true, trend: true },
      },
    }),
    db.habitMark.findMany({ where, select: { habit: true, localDate: true, markedAt: true } }),
    db.exerciseSet.findMany({
      where: { ...where, state: 'done' },
      select: { menu: true, localDate: true, givenAt: true, doneAt: true },
    }),
  ]);
  return {
    sessions: sessions.map((row) => ({
      ...row,
      type: row.type as SessionType,
      warmup: row.warmup as Warmup | null,
      stretch: row.stretch as Stretch | null,
    })),
    reports: reports.map((row) => ({ ...row, phase: row.phase as Phase })),
    marks: [
      ...marks.map(({ habit, localDate, markedAt }) => markOf(habit, localDate, markedAt)),
      ...sets.map(({ menu, localDate, givenAt, doneAt }) => markOf(menu, localDate, doneAt ?? givenAt)),
    ].sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
}

function markOf(habit: string, localDate: LocalDate, at: Date): DiaryMark {
  return { habit: habit as DiaryMark['habit'], localDate, at };
}

/** This athlete's trials, oldest first. */
export async function listTrials(db: Db, owner: Owner): Promise<Trial[]> {
  const rows = await db.habitTrial.findMany({ where: owner, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] });
  return rows.map((row) => ({
    ...row,
    habit: row.habit as Habit,
    sessionType: row.sessionType as SessionType,
  }));
}

/** Stores a trial; a duplicate id is refused by the database. */
export async function insertTrial(db: Db, owner: Owner, trial: Omit<Trial, 'endedAt'>): Promise<void> {
  await db.habitTrial.create({ data: { ...owner, ...trial } });
}

/** Calls a trial off; one that was called off already stays as it was. */
export async function endTrial(db: Db, owner: Owner, id: string, now: Date): Promise<void> {
  await db.habitTrial.updateMany({ where: { ...owner, id, endedAt: null }, data: { endedAt: now } });
}

/** Notes that fewer painful sessions are pointed out today; false: that was done meanwhile. */
export async function claimAbsence(
  db: Db,
  { clubId, athleteId }: Owner,
  toldOn: LocalDate | null,
  today: LocalDate,
): Promise<boolean> {
  const { count } = await db.athlete.updateMany({
    where: { id: athleteId, clubId, absenceToldOn: toldOn },
    data: { absenceToldOn: today },
  });
  return count === 1;
}
