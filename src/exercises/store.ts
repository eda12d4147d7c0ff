import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { Kind, Light } from '../pain/rules.ts';
import type { LocalDate } from '../time/local.ts';
import type { OpenFlag, PainFact, PainOfDay } from './block-rules.ts';
import { type Level, levelWithin } from './dose-rules.ts';
import type { Answer } from './level-rules.ts';
import type { Menu } from './menu.ts';

/** A set of exercises of one menu and day. */
export interface ExerciseSet extends Owner {
  readonly id: string;
  readonly menu: Menu;
  readonly localDate: LocalDate;
  readonly level: Level;
  /** "Easy" answers since the level last changed, before this set. */
  readonly easyAnswers: number;
  /** Today only: -1 easier, 1 harder. */
  readonly shift: number;
  /** What was asked for, 5 to 20. */
  readonly minutes: number;
  readonly seated: boolean;
  /** Numbers of handbook §7, in order; empty: nothing fitted. */
  readonly exercises: readonly number[];
  readonly state: 'given' | 'done' | 'not-today';
  readonly answer: Answer | null;
}

export type NewSet = Omit<ExerciseSet, 'id' | 'shift' | 'state' | 'answer'> & {
  readonly interactionId: string;
  readonly givenAt: Date;
};

/** Hands out a set; the same menu and day twice is refused as a duplicate. */
export async function insertSet(db: Db, { exercises, ...set }: NewSet): Promise<ExerciseSet> {
  return fromRow(await db.exerciseSet.create({ data: { ...set, exercises: exercises.join(',') } }));
}

/** The set of a menu and day. */
export async function findSetOfDay(
  db: Db,
  owner: Owner,
  menu: Menu,
  localDate: LocalDate,
): Promise<ExerciseSet | null> {
  const row = await db.exerciseSet.findFirst({ where: { ...owner, menu, localDate } });
  return row && fromRow(row);
}

/** The last set of a menu that was handed out. */
export async function findLastSet(db: Db, owner: Owner, menu: Menu): Promise<ExerciseSet | null> {
  const row = await db.exerciseSet.findFirst({ where: { ...owner, menu }, orderBy: { localDate: 'desc' } });
  return row && fromRow(row);
}

/** The last set of a menu before a day. */
export async function findSetBefore(
  db: Db,
  owner: Owner,
  menu: Menu,
  localDate: LocalDate,
): Promise<ExerciseSet | null> {
  const row = await db.exerciseSet.findFirst({
    where: { ...owner, menu, localDate: { lt: localDate } },
    orderBy: { localDate: 'desc' },
  });
  return row && fromRow(row);
}

/**
 * A set by the id that its buttons carry. It has no club yet: a press in a direct message names none, so the club
 * comes from the set, and the caller must be its athlete.
 */
export async function findPressedSet(
  db: Db,
  id: string,
): Promise<{ readonly set: ExerciseSet; readonly userId: string } | null> {
  const row = await db.exerciseSet.findUnique({
    where: { id },
    include: { athlete: { select: { userId: true } } },
  });
  if (row === null) return null;
  const { athlete, ...set } = row;
  return { set: fromRow(set), userId: athlete.userId };
}

/** Changes one of this athlete's sets; null when it is gone. */
export async function updateSet(
  db: Db,
  owner: Owner,
  id: string,
  changes: Partial<
    Pick<ExerciseSet, 'easyAnswers' | 'shift' | 'minutes' | 'seated' | 'exercises' | 'state' | 'answer'>
  > & {
    readonly doneAt?: Date;
  },
): Promise<ExerciseSet | null> {
  const { exercises, ...rest } = changes;
  const data = exercises === undefined ? rest : { ...rest, exercises: exercises.join(',') };
  await db.exerciseSet.updateMany({ where: { id, ...owner }, data });
  const row = await db.exerciseSet.findUnique({ where: { id, ...owner } });
  return row && fromRow(row);
}

/** Local days from `first` to the day before `before` with a light among `lights`. */
export async function countDaysOfLights(
  db: Db,
  owner: Owner,
  lights: readonly Light[],
  first: LocalDate,
  before: LocalDate,
): Promise<number> {
  const rows = await db.painReport.findMany({
    where: { ...owner, light: { in: [...lights] }, localDate: { gte: first, lt: before } },
    select: { localDate: true },
    distinct: ['localDate'],
  });
  return rows.length;
}

/** What is known about this athlete's pain on a local day. */
export async function findPainOfDay(db: Db, owner: Owner, day: LocalDate): Promise<PainOfDay> {
  const fields = { localDate: true, now: true, kinds: true, light: true } as const;
  const oldestFirst = [{ reportedAt: 'asc' }, { id: 'asc' }] as const;
  const reports = await db.painReport.findMany({
    where: { ...owner, localDate: day },
    select: { ...fields, episode: { select: { area: true } } },
    orderBy: [...oldestFirst],
  });
  const episodes = await db.painEpisode.findMany({
    where: { ...owner, closedAt: null },
    select: { area: true, reports: { select: fields, orderBy: [...oldestFirst] } },
    orderBy: { openedAt: 'asc' },
  });
  const flags = await db.screen.findMany({
    where: { ...owner, level: { not: 'none' }, reviewedAt: null },
    select: { level: true, reportId: true },
    orderBy: { answeredAt: 'desc' },
  });
  return {
    day,
    flags: flags.map(({ level, reportId }) => ({ level: level as OpenFlag['level'], reportId })),
    reports: reports.map(({ episode, ...row }) => factOf(episode.area, row)),
    episodes: episodes.map(({ area, reports: own }) => ({
      area,
      reports: own.map((row) => factOf(area, row)),
    })),
  };
}

function factOf(
  area: string,
  row: Omit<PainFact, 'area' | 'kinds' | 'light'> & { readonly kinds: string; readonly light: string },
): PainFact {
  const kinds = row.kinds === '' ? [] : (row.kinds.split(',') as Kind[]);
  return { area, localDate: row.localDate, now: row.now, kinds, light: row.light as Light };
}

type Row = Omit<ExerciseSet, 'menu' | 'level' | 'exercises' | 'state' | 'answer'> & {
  readonly menu: string;
  readonly level: number;
  readonly exercises: string;
  readonly state: string;
  readonly answer: string | null;
};

function fromRow(row: Row): ExerciseSet {
  const { id, clubId, athleteId, localDate, easyAnswers, shift, minutes, seated } = row;
  return {
    ...{ id, clubId, athleteId, localDate, easyAnswers, shift, minutes, seated },
    menu: row.menu === 'stretch' ? 'stretch' : 'core',
    level: levelWithin(row.level),
    exercises: row.exercises === '' ? [] : row.exercises.split(',').map(Number),
    state: row.state as ExerciseSet['state'],
    answer: row.answer as Answer | null,
  };
}
