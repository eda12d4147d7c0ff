/** The least that rows need, for tests that are not about them. */
import { expect } from 'vitest';
import type { Db } from '../../src/db/database.ts';

/** A fixed instant for columns that nobody looks at. */
export const NOON = new Date('2026-03-01T12:00:00.000Z');

/** A club's row. */
export function clubRow(id: string) {
  return { id, zone: 'Europe/London', createdAt: NOON, updatedAt: NOON };
}

/** An athlete's row. */
export function athleteRow(id: string, clubId: string) {
  return {
    id,
    clubId,
    userId: `user-of-${id}`,
    ageGroup: 'adult',
    sharing: 'light-only',
    fracture: 'none',
    wantsDirect: false,
    consentedAt: NOON,
  };
}

/** A session's row; its id is its interaction's. */
export function sessionRow(id: string, athleteId: string, clubId: string) {
  return {
    id,
    clubId,
    athleteId,
    interactionId: id,
    loggedAt: NOON,
    localDate: '2026-03-01',
    type: 'tempo',
    visibility: 'light-only',
  };
}

/** A pain episode's row, opened at noon. */
export function episodeRow(id: string, athleteId: string, clubId: string) {
  return { id, clubId, athleteId, area: 'low-back', openedAt: NOON, lastReportAt: NOON };
}

/** A pain report's row; its id is its interaction's. */
export function reportRow(id: string, episodeId: string, athleteId: string, clubId: string) {
  return {
    ...{ id, clubId, athleteId, episodeId, interactionId: id, reportedAt: NOON, localDate: '2026-03-01' },
    ...{ phase: 'during', now: 4, start: 1, growing: false, strideChanged: false, kinds: '', rep: null },
    ...{ visibility: 'light-only', light: 'amber' },
  };
}

/** A row of Ann's in each of the tables that lists only her own: exercises, check-ins, weeks, bests and trials. */
export async function addAnnsLists(db: Db, localDate: string): Promise<void> {
  const own = { ...ANN, localDate, interactionId: `of ${localDate}`, visibility: 'details' };
  const { visibility: _, ...unshared } = own;
  const { localDate: weekOf, ...week } = own;
  await db.habitMark.create({ data: { ...unshared, habit: 'core', markedAt: NOON } });
  await db.exerciseSet.create({
    data: {
      ...unshared,
      ...{ menu: 'core', level: 1, easyAnswers: 0, minutes: 10, exercises: '1', givenAt: NOON },
    },
  });
  await db.checkIn.create({ data: { ...own, fatigue: 3, sleep: 3, soreness: 3, loggedAt: NOON } });
  await db.weeklyProblem.create({
    data: { ...week, weekOf, participation: 0, severity: 0, substantial: false, answeredAt: NOON },
  });
  await db.habitTrial.create({
    data: { ...ANN, localDate, habit: 'warmup', sessionType: 'tempo', startedAt: NOON },
  });
}

/** A club's reminder. */
export function reminderRow(id: string, clubId: string) {
  return { id, clubId, kind: 'summary', zone: 'Europe/London', target: 'channel', createdAt: NOON };
}

/** A draft of Ann's in club c1, kept at noon. */
export function draftRow(id: string, typed = '{"subcommand":"add","options":{"what":"core"}}') {
  return { id, clubId: ANN.clubId, userId: 'ann', typed, keptAt: NOON };
}

/** A pending delivery, made with its reminder. */
export function deliveryRow(occurrenceKey: string, dueAt: Date = NOON) {
  return { occurrenceKey, dueAt, state: 'pending', availableAt: dueAt };
}

/** Two clubs with an athlete each: a1 in club c1, a2 in club c2. */
export async function addTwoClubs(db: Db): Promise<void> {
  for (const number of ['1', '2']) {
    await db.club.create({ data: clubRow(`c${number}`) });
    await db.athlete.create({ data: athleteRow(`a${number}`, `c${number}`) });
  }
}

/** Ann is in two clubs, as a1 in club c1 and as a2 in club c2; her clubmate Ben is b1 in club c1. */
export async function addAnnTwice(db: Db): Promise<void> {
  for (const id of ['c1', 'c2']) await db.club.create({ data: clubRow(id) });
  await db.athlete.create({ data: { ...athleteRow('a1', 'c1'), userId: 'ann' } });
  await db.athlete.create({ data: { ...athleteRow('a2', 'c2'), userId: 'ann' } });
  await db.athlete.create({ data: { ...athleteRow('b1', 'c1'), userId: 'ben' } });
}

/** Whose rows. */
export interface Owner {
  readonly clubId: string;
  readonly athleteId: string;
}

/** Ann in club c1. */
export const ANN: Owner = { clubId: 'c1', athleteId: 'a1' };

/** Ann in club c2. */
export const ANN_ELSEWHERE: Owner = { clubId: 'c2', athleteId: 'a2' };

/** Her clubmate. */
export const BEN: Owner = { clubId: 'c1', athleteId: 'b1' };

/** Who must get nothing of Ann's in club c1 because they ask in another club, the second with her very id. */
export const OTHER_CLUB: readonly Owner[] = [ANN_ELSEWHERE, { clubId: 'c2', athleteId: 'a1' }];

/** A store's queries by name, each asked for rows of Ann in club c1, with what nobody else gets more than. */
export type Guarded<Name extends string> = Readonly<
  Record<Name, { readonly nothing: unknown; readonly ask: (db: Db, owner: Owner) => Promise<unknown> }>
>;

/** Expects that strangers get nothing and change nothing, and that Ann does with each of the same queries. */
export async function expectGuarded(
  db: Db,
  queries: Guarded<string>,
  strangers: readonly Owner[],
): Promise<void> {
  const before = await allRows(db);
  for (const [name, { nothing, ask }] of Object.entries(queries)) {
    for (const stranger of strangers) {
      const label = `${name} by ${stranger.athleteId} in ${stranger.clubId}`;
      expect(await ask(db, stranger), label).toEqual(nothing);
    }
  }
  expect(await allRows(db)).toEqual(before);
  for (const [name, { nothing, ask }] of Object.entries(queries)) {
    const rows = await allRows(db);
    const answer = await ask(db, ANN);
    if (nothing === undefined) expect(await allRows(db), `${name} by Ann`).not.toEqual(rows);
    else expect(answer, `${name} by Ann`).not.toEqual(nothing);
  }
}

/** Every row of every table, to show what a query left alone. */
export async function allRows(db: Db) {
  const orderBy = { id: 'asc' } as const;
  return {
    clubs: await db.club.findMany({ orderBy }),
    athletes: await db.athlete.findMany({ orderBy }),
    sessions: await db.session.findMany({ orderBy }),
    episodes: await db.painEpisode.findMany({ orderBy }),
    reports: await db.painReport.findMany({ orderBy }),
    screens: await db.screen.findMany({ orderBy }),
    habitMarks: await db.habitMark.findMany({ orderBy }),
    exerciseSets: await db.exerciseSet.findMany({ orderBy }),
    checkIns: await db.checkIn.findMany({ orderBy }),
    weeklyProblems: await db.weeklyProblem.findMany({ orderBy }),
    bestTimes: await db.bestTime.findMany({ orderBy }),
    habitTrials: await db.habitTrial.findMany({ orderBy }),
    reminders: await db.reminder.findMany({ orderBy }),
    reminderDrafts: await db.reminderDraft.findMany({ orderBy }),
    deliveries: await db.delivery.findMany({ orderBy }),
    plans: await db.plan.findMany({ orderBy }),
    planDays: await db.planDay.findMany({ orderBy }),
  };
}
