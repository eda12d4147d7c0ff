/** Ann's diary with entries of every kind, as rows, and the verbs' context over it. */
import type { AthleteContext } from '../../src/app.ts';
import { findMembership } from '../../src/athletes/store.ts';
import type { Database, Db } from '../../src/db/database.ts';
import type { EntryKey } from '../../src/history/types.ts';
import { appOn } from '../app.ts';
import {
  ANN,
  addAnnTwice,
  athleteRow,
  clubRow,
  deliveryRow,
  episodeRow,
  NOON,
  reminderRow,
  reportRow,
  sessionRow,
} from '../db/rows.ts';

export const minutesAfter = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

/** A UUID that ends in this number: the higher number sorts later. */
export const uuid = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** One entry of each kind, the last logged last. */
export const KEYS: readonly EntryKey[] = [
  { kind: 'session', id: uuid(1) },
  { kind: 'report', id: uuid(2) },
  { kind: 'check-in', id: uuid(3) },
  { kind: 'habit', id: uuid(4) },
  { kind: 'set', id: uuid(5) },
  { kind: 'weekly', id: uuid(6) },
];

/**
 * Ann of club c1 with one entry of each kind: the session with a stretch reminder and a report tied to it, the report
 * with its screen in an episode of its own, the stretching set with the mark that its Done noted. She is in c2 too, and
 * Ben is in c1.
 */
export async function addDiary(db: Db): Promise<void> {
  await addAnnTwice(db);
  await db.reminder.create({
    data: {
      ...reminderRow('r1', 'c1'),
      athleteId: 'a1',
      kind: 'stretch',
      target: 'direct',
      afterMinutes: 30,
    },
  });
  await db.session.create({
    data: {
      ...sessionRow(uuid(1), 'a1', 'c1'),
      ...{ work: '10x100', metres: 1000, minutes: 45, notes: 'windy' },
      deliveries: {
        create: { ...deliveryRow(`session:${uuid(1)}`, minutesAfter(30)), clubId: 'c1', reminderId: 'r1' },
      },
    },
  });
  await db.painEpisode.create({ data: episodeRow('e1', 'a1', 'c1') });
  await addReport(db, 2, 'e1', 1, 'none');
  await db.painReport.update({ where: { id: uuid(2) }, data: { sessionId: uuid(1) } });
  await db.checkIn.create({
    data: {
      ...{ ...ANN, id: uuid(3), interactionId: 'i3', localDate: '2026-03-01', loggedAt: minutesAfter(2) },
      ...{ fatigue: 3, sleep: 4, soreness: 2, stress: null, mood: null, visibility: 'only-me' },
    },
  });
  await db.habitMark.create({ data: markRow(4, 'core', minutesAfter(3)) });
  await db.exerciseSet.create({
    data: {
      ...{ ...ANN, id: uuid(5), interactionId: 'i5', menu: 'stretch', localDate: '2026-03-01', level: 1 },
      ...{ easyAnswers: 0, minutes: 10, exercises: '23,24,27', state: 'done', answer: 'easy' },
      ...{ givenAt: NOON, doneAt: minutesAfter(4) },
    },
  });
  await db.habitMark.create({ data: markRow(7, 'stretch', minutesAfter(4)) });
  await db.weeklyProblem.create({
    data: {
      ...{ ...ANN, id: uuid(6), interactionId: 'i6', weekOf: '2026-02-23', area: 'low-back' },
      ...{ participation: 8, modified: 17, performance: 8, pain: 8, severity: 41, substantial: true },
      ...{ answeredAt: minutesAfter(5), visibility: 'only-me' },
    },
  });
}

/** A report of Ann's, so many minutes after noon, with a screen of this level. */
export async function addReport(
  db: Db,
  number: number,
  episodeId: string,
  minutes: number,
  level: 'none' | 'urgent' | null,
): Promise<void> {
  const reportedAt = minutesAfter(minutes);
  await db.painReport.create({ data: { ...reportRow(uuid(number), episodeId, 'a1', 'c1'), reportedAt } });
  await db.painEpisode.update({ where: { id: episodeId }, data: { lastReportAt: reportedAt } });
  if (level === null) return;
  const screen = { ...ANN, episodeId, reportId: uuid(number), level, answeredAt: reportedAt };
  await db.screen.create({ data: { ...screen, id: `screen of ${number}` } });
}

function markRow(number: number, habit: string, markedAt: Date) {
  return { ...ANN, id: uuid(number), interactionId: `i${number}`, habit, localDate: '2026-03-01', markedAt };
}

/** An athlete with so many sessions a day apart, the newest on 1 March 2026, or all in the same second. */
export async function addSessions(db: Db, count: number, daysApart: 0 | 1): Promise<void> {
  await db.club.create({ data: clubRow('c1') });
  await db.athlete.create({ data: athleteRow('a1', 'c1') });
  const rows = Array.from({ length: count }, (_, back) => {
    const loggedAt = new Date(NOON.getTime() - back * daysApart * 24 * 60 * 60_000);
    const localDate = loggedAt.toISOString().slice(0, 10);
    return { ...sessionRow(uuid(count - back), 'a1', 'c1'), loggedAt, localDate };
  });
  await db.session.createMany({ data: rows });
}

/** What the verbs are given: Ann in club c1 by a clock that stands where the test says. */
export async function contextOf(
  database: Database,
  { userId = 'ann', clubId = 'c1', now = minutesAfter(10) } = {},
): Promise<AthleteContext & { at(now: Date): AthleteContext }> {
  const member = await findMembership(database.db, clubId, userId);
  if (member === null) throw new Error(`${userId} is not in ${clubId}`);
  let clock = now;
  const app = appOn(database, { now: () => clock });
  const context = { ...member, app, now };
  return {
    ...context,
    at(later) {
      clock = later;
      return { ...context, now: later };
    },
  };
}
