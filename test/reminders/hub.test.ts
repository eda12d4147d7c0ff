/** Whose reminders somebody can open, pause and delete, on a database. */
import { afterEach, expect, test } from 'vitest';
import type { MemberContext } from '../../src/app.ts';
import { findMembership } from '../../src/athletes/store.ts';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { reminderListPanel } from '../../src/reminders/hub-messages.ts';
import { reminderLabel } from '../../src/reminders/label-messages.ts';
import { aboutPanel } from '../../src/reminders/messages.ts';
import {
  ALL,
  meantReminder,
  pauseReminders,
  resumeReminders,
  suggestedReminders,
} from '../../src/reminders/pause.ts';
import { FOR_GOOD } from '../../src/reminders/schedule.ts';
import {
  type ReminderLine,
  removeReminder,
  showHub,
  showReminder,
} from '../../src/reminders/show-reminders.ts';
import { addReminder, type NewReminder, type Reminder } from '../../src/reminders/store.ts';
import { systemClock } from '../../src/time/clock.ts';
import { appOn } from '../app.ts';
import { useSqliteFiles } from '../db/databases.ts';
import { ANN, addAnnTwice, BEN, deliveryRow, NOON } from '../db/rows.ts';

const newFile = useSqliteFiles();
const open: Database[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()));
});

const weekly: NewReminder = {
  ...{ ...ANN, kind: 'core', zone: 'Europe/London', nextDueAt: new Date(NOON.getTime() + 3_600_000) },
  schedule: { every: 'week', days: 'mon,wed', time: '18:00' },
  to: { target: 'direct', channelId: null },
};

/** Ann's core work, Ben's, one that Carl made for the club, and the club's summary. */
async function clubWithReminders() {
  const database = await openDatabase(await newFile(), { clock: systemClock });
  open.push(database);
  const { db } = database;
  await addAnnTwice(db);
  const app = appOn(database);
  const add = async (more: Partial<NewReminder>) => (await addReminder(db, { ...weekly, ...more }, NOON)).id;
  const clubs = { athleteId: null, to: { target: 'channel', channelId: 'track' } } as const;
  const ids = {
    anns: await add({}),
    bens: await add(BEN),
    carls: await add({ ...clubs, kind: 'own', text: 'Spikes', madeBy: 'carl' }),
    summary: await add({ ...clubs, kind: 'summary' }),
  };
  const member = await findMembership(db, 'c1', 'ann');
  if (member === null) throw new Error('Ann is gone');
  const context = (isAthlete: boolean, isCoach: boolean): MemberContext => {
    const athlete = isAthlete ? member.athlete : null;
    return { app, now: NOON, club: member.club, athlete, isCoach, userId: isAthlete ? 'ann' : 'carl' };
  };
  return { db, ids, ann: context(true, false), carl: context(false, true) };
}

test('an athlete opens their own, a coach those that coaches made, and nobody the summary', async () => {
  const { ids, ann, carl } = await clubWithReminders();
  const { anns, bens, carls, summary } = ids;
  for (const id of [bens, carls, summary, 'gone'])
    await expect(showReminder(ann, id), id).rejects.toThrow('stale');
  for (const id of [anns, bens, summary]) {
    await expect(showReminder(carl, id), id).rejects.toThrow('stale');
    await expect(removeReminder(carl, id), id).rejects.toThrow('stale');
    await expect(pauseReminders(carl, id, null), id).rejects.toThrow('stale');
  }
  expect((await showReminder(ann, anns)).times).toHaveLength(3);
  const both = { ...ann, isCoach: true };
  const listed = reminderListPanel(await showHub(both)).content ?? '';
  expect(listed.split('\n')).toEqual([
    expect.stringMatching(/^\*\*Your reminders\*\* \(/),
    expect.stringContaining('- Core work: Mon, Wed 18:00, by direct message, next Mon 2 Mar 18:00'),
    expect.stringMatching(/^\*\*The club’s, made by coaches\*\* \(/),
    expect.stringContaining('Mon, Wed 18:00, in <#track>, next Mon 2 Mar 18:00'),
  ]);
  await removeReminder(carl, carls);
  expect(await showHub(carl)).toEqual({ own: [], clubs: [] });
});

test('pausing all pauses one’s own, calls off what waits, and raises the version; resuming brings them back', async () => {
  const { db, ids, ann } = await clubWithReminders();
  for (const reminderId of [ids.anns, ids.bens])
    await db.delivery.create({ data: { ...deliveryRow('1'), clubId: 'c1', reminderId } });
  await pauseReminders(ann, ALL, 'Monday');
  const rows = async () => await db.reminder.findMany({ where: { id: ids.anns } });
  // Monday is tomorrow, and it comes again on that day.
  expect(await rows()).toMatchObject([
    { pausedUntil: '2026-03-02', nextDueAt: new Date('2026-03-02T18:00:00Z'), version: 2 },
  ]);
  expect((await db.delivery.findMany({ orderBy: { state: 'asc' } })).map(({ state }) => state)).toEqual([
    'cancelled',
    'pending',
  ]);
  await pauseReminders(ann, ids.anns, null);
  expect(await rows()).toMatchObject([{ pausedUntil: FOR_GOOD, nextDueAt: null, version: 3 }]);
  await pauseReminders(ann, ids.anns, null);
  expect(await rows()).toMatchObject([{ version: 3 }]);
  await resumeReminders(ann, ALL);
  expect(await rows()).toMatchObject([{ pausedUntil: null, nextDueAt: new Date('2026-03-02T18:00:00Z') }]);
});

/** A line of the list, by what its reminder says, weekly unless it has a time of its own. */
function line(id: string, text: string | null, time = '18:00'): ReminderLine {
  const whose = { id, kind: text === null ? 'core' : 'own', text, roleId: null, madeBy: null };
  const schedule = { every: 'week', days: 'mon', time } as const;
  const reminder: Reminder = { ...weekly, ...whose, schedule, pausedUntil: null };
  return { reminder, next: NOON, waiting: null, paused: null, isRoleGone: false };
}

test('a name that is chosen or typed finds its reminder; two of one name go by their ids', () => {
  const lines = [line('1', null), line('2', 'Core work: Mondays 18:00'), line('3', 'Bus'), line('4', 'Bus')];
  expect(suggestedReminders(lines, reminderLabel).map(({ value }) => value)).toEqual([
    'Core work: Mondays 18:00',
    '“Core work: Mondays 18:00”: Mondays 18:00',
    '3',
    '4',
  ]);
  const meant = (typed: string) => meantReminder(lines, typed, reminderLabel);
  for (const { value } of suggestedReminders(lines, reminderLabel)) expect(meant(value)).toMatch(/^[1-4]$/);
  expect(['core work: mondays 18:00', '“core', '3', 'all', 'All of yours'].map(meant)).toEqual([
    '1',
    '2',
    '3',
    'all',
    'all',
  ]);
  expect(() => meant('bus')).toThrow('unknown-choice');
  expect(() => meant('yoga')).toThrow('unknown-choice');
  expect(meantReminder([], 'gone', reminderLabel)).toBe('gone');
});

test('thirty reminders in words that need room: the list fits, and ends with a whole line', () => {
  const own = Array.from({ length: 30 }, (_, n) => line(String(n), '*'.repeat(200), `1${n % 10}:00`));
  const { content = '' } = reminderListPanel({ own, clubs: [] });
  expect(content.length).toBeLessThanOrEqual(2000);
  expect(content).toMatch(/, next Sun 1 Mar 12:00$/);
});

test.each<[string, Partial<ReminderLine>, string]>([
  ['comes', { next: NOON }, 'Next: Sun 1 Mar 12:00 (Europe/London)'],
  ['is paused until a day', { next: NOON, paused: '2026-03-01' }, 'It is paused until Sun 1 Mar.\nNext: '],
  ['is paused', { next: null, paused: FOR_GOOD }, 'It is paused.'],
  ['is over', { next: null }, 'It does not come again.'],
])('about a reminder that %s', (_, facts, told) => {
  const { content } = aboutPanel({ ...line('1', null), ...facts }, false);
  expect(content?.split('set it.\n')[1]?.startsWith(told)).toBe(true);
});
