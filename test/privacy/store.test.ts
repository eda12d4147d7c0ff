import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deleteAthlete } from '../../src/athletes/store.ts';
import type { Db } from '../../src/db/database.ts';
import {
  deleteDeliveriesBefore,
  deleteEntriesBefore,
  deleteOneOffsBefore,
  listRetention,
} from '../../src/privacy/store.ts';
import { monthsBefore } from '../../src/time/local.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import {
  ANN,
  addAnnsLists,
  addAnnTwice,
  addTwoClubs,
  allRows,
  deliveryRow,
  draftRow,
  NOON,
  reminderRow,
  sessionRow,
} from '../db/rows.ts';

async function addSession(db: Db, club: '1' | '2', localDate: string): Promise<void> {
  const id = `${club} ${localDate}`;
  await db.session.create({ data: { ...sessionRow(id, `a${club}`, `c${club}`), localDate } });
}

async function addPain(db: Db, localDate: string, closedAt: Date | null): Promise<void> {
  const owner = { clubId: 'c1', athleteId: 'a1' };
  const at = new Date(`${localDate}T12:00:00Z`);
  const episode = await db.painEpisode.create({
    data: { ...owner, area: 'low-back', openedAt: at, lastReportAt: at, closedAt },
  });
  await db.painReport.create({
    data: {
      ...{ ...owner, episodeId: episode.id, interactionId: localDate, reportedAt: at, localDate },
      ...{ phase: 'during', now: 3, start: 1, growing: false, strideChanged: false, kinds: '' },
      ...{ visibility: 'only-me', light: 'amber' },
    },
  });
}

/** How many rows there are of what people enter, tables without any left out. */
async function counts(db: Db): Promise<Record<string, number>> {
  const { clubs: _, athletes: __, ...entered } = await allRows(db);
  const all = Object.entries(entered).map(([table, rows]) => [table, rows.length] as const);
  return Object.fromEntries(all.filter(([, count]) => count > 0));
}

const LISTS = ['habitMarks', 'exerciseSets', 'checkIns', 'weeklyProblems', 'habitTrials'];
const TWO_EACH = Object.fromEntries(LISTS.map((table) => [table, 2]));
const ONE_EACH = Object.fromEntries(LISTS.map((table) => [table, 1]));

describeOnBothDatabases('retention', (open) => {
  test('deletes sessions, pain and what belongs to it before the day, of that club only', async () => {
    const { db } = await open();
    await addTwoClubs(db);
    for (const date of ['2025-02-28', '2025-03-01', '2026-02-28']) await addSession(db, '1', date);
    await addSession(db, '2', '2025-02-28');
    await addPain(db, '2025-02-28', NOON);
    await addPain(db, '2026-02-28', null);
    await deleteEntriesBefore(db, 'c1', '2025-03-01');
    const left = await db.session.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
    expect(left.map(({ id }) => id)).toEqual(['1 2025-03-01', '1 2026-02-28', '2 2025-02-28']);
    const reports = await db.painReport.findMany({ select: { localDate: true } });
    expect(reports).toEqual([{ localDate: '2026-02-28' }]);
    expect(await db.painEpisode.count()).toBe(1);
  });

  test('of each table what is before the day goes, and of Ann’s own lists what is hers; an episode without reports too', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    for (const date of ['2025-02-28', '2025-03-01']) await addAnnsLists(db, date);
    await addPain(db, '2025-02-27', null);
    await deleteEntriesBefore(db, 'c2', '2026-03-01');
    expect(await counts(db)).toEqual({ ...TWO_EACH, episodes: 1, reports: 1 });
    await deleteEntriesBefore(db, 'c1', '2025-03-01');
    expect(await counts(db)).toEqual(ONE_EACH);
    await addPain(db, '2025-03-01', null);
    await db.bestTime.create({ data: { ...ANN, metres: 100, seconds: 12, setAt: NOON } });
    const deliveries = { create: ['2025-03-01T18:00', 'snooze:x', 'test:1'].map((key) => deliveryRow(key)) };
    const own = { ...reminderRow('own', 'c1'), ...ANN, kind: 'own', text: 'Knee band', deliveries };
    await db.reminder.create({ data: own });
    await db.reminderDraft.create({ data: draftRow('typed') });
    await deleteAthlete(db, 'c1', 'ann');
    expect(await counts(db)).toEqual({});
    expect(await db.athlete.count()).toBe(2);
  });

  test('a warning sign stays open until a clinician has reviewed it, however old its report', async () => {
    const { db } = await open();
    await addTwoClubs(db);
    for (const [date, reviewedAt] of [
      ['2025-02-27', null],
      ['2025-02-28', NOON],
    ] as const) {
      await addPain(db, date, NOON);
      const report = await db.painReport.findFirstOrThrow({ where: { localDate: date } });
      const { clubId, athleteId, episodeId } = report;
      await db.screen.create({
        data: {
          clubId,
          athleteId,
          episodeId,
          reportId: report.id,
          level: 'emergency',
          answeredAt: NOON,
          reviewedAt,
        },
      });
    }
    await deleteEntriesBefore(db, 'c1', '2025-03-01');
    expect(await db.screen.findMany({ select: { reviewedAt: true } })).toEqual([{ reviewedAt: null }]);
    const left = await db.painReport.findMany({ select: { localDate: true, now: true, notes: true } });
    expect(left).toEqual([{ localDate: '2025-02-27', now: null, notes: null }]);
  });

  test('keeps twelve months unless the club says less', async () => {
    const { db } = await open();
    await addTwoClubs(db);
    await db.club.update({ where: { id: 'c2' }, data: { retentionMonths: 3 } });
    const months = (await listRetention(db)).map(({ clubId, months }) => [clubId, months]);
    expect(Object.fromEntries(months)).toEqual({ c1: 12, c2: 3 });
  });

  test('forgets what came once long ago, and never what is still to come or weekly', async () => {
    const { db } = await open();
    await addTwoClubs(db);
    const add = async (id: string, more: object, state?: string) => {
      const create = state === undefined ? [] : [{ ...deliveryRow(id), state }];
      await db.reminder.create({
        data: { ...reminderRow(id, 'c1'), text: 'Pack the spikes', ...more, deliveries: { create } },
      });
    };
    const date = '2025-02-28';
    await add('finished', { kind: 'own', date }, 'sent');
    await add('told', { kind: 'notice', date }, 'dead');
    await add('kept', { kind: 'own', date: '2025-03-01' }, 'sent');
    await add('waiting', { kind: 'own', date }, 'pending');
    await add('paused', { kind: 'own', date, nextDueAt: NOON });
    await add('weekly', { kind: 'own', days: 'mon' }, 'sent');
    await add('elsewhere', { clubId: 'c2', kind: 'own', date });
    await deleteOneOffsBefore(db, 'c1', '2025-03-01');
    const left = await db.reminder.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
    expect(left.map(({ id }) => id)).toEqual(['elsewhere', 'kept', 'paused', 'waiting', 'weekly']);
  });

  test('forgets finished deliveries, and never one that is still to be sent', async () => {
    const { db } = await open();
    await addTwoClubs(db);
    const create = ['sent', 'pending'].map((state) => ({ ...deliveryRow(state), state }));
    await db.reminder.create({ data: { ...reminderRow('r1', 'c1'), deliveries: { create } } });
    await deleteDeliveriesBefore(db, 'c1', new Date(NOON.getTime() + 1));
    expect(await db.delivery.findMany({ select: { state: true } })).toEqual([{ state: 'pending' }]);
  });
});

test.each([
  ['2026-03-15', 12, '2025-03-15'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-10', 3, '2025-10-10'],
])('%s less %i months is %s', (date, months, before) => {
  expect(monthsBefore(date, months)).toBe(before);
});

test('every table of an athlete’s is looked at when it is shown that nothing is left', () => {
  const models = readFileSync('prisma/schema.prisma', 'utf8')
    .split(/^model /m)
    .slice(1);
  const own = models
    .filter((model) => /^ {2}(athleteId|userId)\b/m.test(model))
    .map((model) => model.split(' ')[0]);
  expect(own).toEqual([
    ...['Athlete', 'Session', 'PainEpisode', 'PainReport', 'Screen', 'HabitMark', 'ExerciseSet', 'CheckIn'],
    ...['WeeklyProblem', 'BestTime', 'HabitTrial', 'Reminder', 'ReminderDraft'],
  ]);
});
