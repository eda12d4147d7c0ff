import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { Light, Phase } from '../pain/types.ts';
import type { SessionType, Stretch, Warmup } from '../sessions/types.ts';
import type { HabitFact, ReportFact, SessionFact } from './facts.ts';

/** A warning sign and when a clinician reviewed it; null: not yet. */
export interface FlagTimes {
  readonly answeredAt: Date;
  readonly reviewedAt: Date | null;
}

/** This athlete's sessions of the days from `first` to `last`, both included, oldest first. */
export async function listSessionFacts(
  db: Db,
  owner: Owner,
  first: string,
  last: string,
): Promise<SessionFact[]> {
  const rows = await db.session.findMany({
    where: { ...owner, localDate: { gte: first, lte: last } },
    orderBy: [{ localDate: 'asc' }, { loggedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, localDate: true, type: true, work: true, metres: true },
      ...{ warmup: true, core: true, stretch: true, painFreeAt: true },
    },
  });
  return rows.map(({ painFreeAt, ...row }) => ({
    ...row,
    type: row.type as SessionType,
    warmup: row.warmup as Warmup | null,
    stretch: row.stretch as Stretch | null,
    saidPainFree: painFreeAt !== null,
  }));
}

/** This athlete's pain reports of those days, oldest first. */
export async function listReportFacts(
  db: Db,
  owner: Owner,
  first: string,
  last: string,
): Promise<ReportFact[]> {
  const rows = await db.painReport.findMany({
    where: { ...owner, localDate: { gte: first, lte: last } },
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ sessionId: true, localDate: true, phase: true },
      ...{ now: true, start: true, rep: true, light: true },
    },
  });
  return rows.map((row) => ({ ...row, phase: row.phase as Phase, light: row.light as Light }));
}

/** Core work and stretching of those days that was noted apart from a session: marks, and sets that were done. */
export async function listHabitFacts(
  db: Db,
  owner: Owner,
  first: string,
  last: string,
): Promise<HabitFact[]> {
  const days = { ...owner, localDate: { gte: first, lte: last } };
  const [marks, sets] = await Promise.all([
    db.habitMark.findMany({ where: days, select: { habit: true, localDate: true } }),
    db.exerciseSet.findMany({ where: { ...days, state: 'done' }, select: { menu: true, localDate: true } }),
  ]);
  const all = [...marks, ...sets.map(({ menu, localDate }) => ({ habit: menu, localDate }))];
  return all.map(({ habit, localDate }) => ({ habit: habit as HabitFact['habit'], localDate }));
}

/** This athlete's warning signs, reviewed or not; only when, never which. */
export async function listFlagTimes(db: Db, owner: Owner): Promise<FlagTimes[]> {
  return await db.screen.findMany({
    where: { ...owner, level: { not: 'none' } },
    select: { answeredAt: true, reviewedAt: true },
  });
}
