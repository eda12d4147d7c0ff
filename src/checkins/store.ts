import type { Owner } from '../athletes/owner.ts';
import type { Sharing } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';
import type { Answers, Entry } from './rules.ts';
import type { WeeklyAnswers, WeeklyOutcome } from './weekly-rules.ts';

/** How an entry came to be, and what it is shared as. */
export interface Origin {
  readonly interactionId: string;
  readonly at: Date;
  readonly visibility: Sharing;
}

/** One week's answers as kept; area null: no problem. */
export interface WeeklyProblem extends WeeklyAnswers, WeeklyOutcome {
  /** Monday of the week. */
  readonly weekOf: string;
  /** Body area with its side. */
  readonly area: string | null;
  readonly answeredAt: Date;
}

/** Stores the check-in of a day, or changes it; what a day was shared as stays as it was first. */
export async function saveCheckIn(
  db: Db,
  owner: Owner,
  localDate: string,
  answers: Answers,
  origin: Origin,
): Promise<void> {
  const { interactionId, at, visibility } = origin;
  const { count } = await db.checkIn.updateMany({ where: { ...owner, localDate }, data: answers });
  if (count > 0) return;
  const row = { ...owner, ...answers, localDate, interactionId, loggedAt: at, visibility };
  await createUnlessThere(
    () => db.checkIn.create({ data: row }),
    () => db.checkIn.updateMany({ where: { ...owner, localDate }, data: answers }),
  );
}

/** Check-ins of the days from `first` to `last`, both included, oldest first. */
export async function listCheckIns(db: Db, owner: Owner, first: string, last: string): Promise<Entry[]> {
  return await db.checkIn.findMany({
    where: { ...owner, localDate: { gte: first, lte: last } },
    orderBy: { localDate: 'asc' },
    select: { localDate: true, fatigue: true, sleep: true, soreness: true, stress: true, mood: true },
  });
}

/** The check-in of a day; null: none. */
export async function findCheckIn(db: Db, owner: Owner, localDate: string): Promise<Entry | null> {
  return (await listCheckIns(db, owner, localDate, localDate))[0] ?? null;
}

/** Stores the answers of a week, or changes them; what a week was shared as stays as it was first. */
export async function saveWeeklyProblem(
  db: Db,
  owner: Owner,
  problem: Omit<WeeklyProblem, 'answeredAt'>,
  origin: Origin,
): Promise<void> {
  const { interactionId, at, visibility } = origin;
  const { weekOf } = problem;
  const changes = { ...problem, answeredAt: at };
  const { count } = await db.weeklyProblem.updateMany({ where: { ...owner, weekOf }, data: changes });
  if (count > 0) return;
  await createUnlessThere(
    () => db.weeklyProblem.create({ data: { ...owner, ...changes, interactionId, visibility } }),
    () => db.weeklyProblem.updateMany({ where: { ...owner, weekOf }, data: changes }),
  );
}

/** The answers of the week that begins on this Monday; null: none. */
export async function findWeeklyProblem(db: Db, owner: Owner, weekOf: string): Promise<WeeklyProblem | null> {
  const row = await db.weeklyProblem.findFirst({ where: { ...owner, weekOf } });
  return row && fromRow(row);
}

/** The answers of the latest week; null: none yet. */
export async function findLastWeeklyProblem(db: Db, owner: Owner): Promise<WeeklyProblem | null> {
  const row = await db.weeklyProblem.findFirst({ where: owner, orderBy: { weekOf: 'desc' } });
  return row && fromRow(row);
}

/** Two at once: one of them has stored the row, and the other changes it. */
async function createUnlessThere(
  create: () => Promise<unknown>,
  change: () => Promise<unknown>,
): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await change();
  }
}

function fromRow(row: {
  readonly weekOf: string;
  readonly area: string | null;
  readonly participation: number;
  readonly modified: number | null;
  readonly performance: number | null;
  readonly pain: number | null;
  readonly severity: number;
  readonly substantial: boolean;
  readonly answeredAt: Date;
}): WeeklyProblem {
  const { weekOf, area, severity, substantial, answeredAt } = row;
  const step = (value: number | null) => value as WeeklyAnswers['modified'];
  return {
    ...{ weekOf, area, severity, substantial, answeredAt },
    participation: row.participation as WeeklyAnswers['participation'],
    modified: step(row.modified),
    performance: step(row.performance),
    pain: step(row.pain),
  };
}
