/** What logging, changing and "No pain" keep and tell, by a hand-moved clock on SQLite. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AthleteContext } from '../../src/app.ts';
import { findMembership } from '../../src/athletes/store.ts';
import { saveBestTime } from '../../src/bests/store.ts';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { markDone } from '../../src/habits/mark-done.ts';
import type { Typed } from '../../src/reading.ts';
import type { LoggedSession } from '../../src/sessions/describe-session.ts';
import { changeSession, logSession, noteNoPain, openSession } from '../../src/sessions/log-session.ts';
import { readChanges, readSession } from '../../src/sessions/read-session.ts';
import { localDate } from '../../src/time/local.ts';
import { appOn } from '../app.ts';
import { useSqliteFiles } from '../db/databases.ts';
import { ANN, athleteRow, clubRow, deliveryRow, reminderRow } from '../db/rows.ts';

const newFile = useSqliteFiles();
const never = async () => false;
let database: Database;
let presses = 0;

beforeAll(async () => {
  database = await openDatabase(await newFile(), { clock: { now: () => new Date(0) } });
  await database.db.club.create({ data: { ...clubRow('c1'), zone: 'Europe/Berlin' } });
  await database.db.athlete.create({ data: athleteRow('a1', 'c1') });
});
afterEach(async () => {
  await database.db.session.deleteMany();
  await database.db.bestTime.deleteMany();
});
afterAll(() => database.close());

/** Ann at an instant, in a zone of her own or the club's. */
async function ann(instant: string, zone: string | null = null): Promise<AthleteContext> {
  const now = new Date(instant);
  const clock = { now: () => now };
  const membership = await findMembership(database.db, 'c1', 'user-of-a1');
  if (membership === null) throw new Error('the athlete is gone');
  const app = appOn(database, clock);
  return { app, now, club: membership.club, athlete: { ...membership.athlete, zone } };
}

async function log(context: AthleteContext, typed: Typed, silence = never): Promise<LoggedSession> {
  presses += 1;
  const today = localDate(context.now, context.athlete.zone ?? context.club.zone);
  const { type, ...entry } = readSession(typed, today, null);
  if (type === null) throw new Error('no type');
  return await logSession(context, `press ${presses}`, { ...entry, type }, silence);
}

async function change(context: AthleteContext, { session }: LoggedSession, typed: Typed) {
  return await changeSession(context, session.id, readChanges(typed, session.localDate), never);
}

describe('when a habit was answered', () => {
  test('is when it was logged, and after that when the answer changed', async () => {
    const first = await ann('2026-05-04T16:00:00Z');
    const logged = await log(first, { type: 'tempo', warmup: 'full', core: 'no' });
    expect(logged.session).toMatchObject({ warmupAt: first.now, coreAt: first.now, stretchAt: null });

    const later = await ann('2026-05-04T20:00:00Z');
    const form = { type: 'tempo', work: '10x100', minutes: '', effort: '', warmup: 'full' };
    const edited = await change(later, logged, form);
    expect(edited.session).toMatchObject({ warmup: 'full', warmupAt: first.now });

    const nextDay = await ann('2026-05-05T09:00:00Z');
    const changed = await change(nextDay, logged, { warmup: 'none', stretch: 'yes' });
    expect(changed.session).toMatchObject({
      ...{ warmupAt: nextDay.now, coreAt: first.now, stretchAt: nextDay.now },
    });
    const emptied = await change(nextDay, logged, { core: '' });
    expect(emptied.session).toMatchObject({ core: null, coreAt: null });
  });

  test('is when Done was pressed on the stretch reminder; pressed again, the first time stays', async () => {
    const { session } = await log(await ann('2026-05-04T16:00:00Z'), { type: 'tempo', stretch: 'later' });
    const reminder = { ...reminderRow('r1', 'c1'), kind: 'stretch', athleteId: 'a1' };
    const due = { ...deliveryRow(`session:${session.id}`), id: 'd1', sessionId: session.id };
    await database.db.reminder.create({ data: { ...reminder, deliveries: { create: due } } });
    const done = await ann('2026-05-04T16:40:00Z');
    const press = { deliveryId: 'd1', userId: 'user-of-a1', interactionId: 'press of d1', now: done.now };
    const isNew = (_: unknown, noted: { readonly isNew: boolean }) => Promise.resolve(noted.isNew);
    expect(await markDone(done.app, press, isNew)).toBe(true);
    const again = { ...press, interactionId: 'press of d1 again', now: new Date('2026-05-04T17:00:00Z') };
    expect(await markDone(done.app, again, isNew)).toBe(false);
    const kept = await openSession(done.app, done.athlete, session.id);
    expect(kept).toMatchObject({ stretch: 'yes', stretchAt: done.now });
    await database.db.reminder.deleteMany();
  });
});

test('“No pain” is noted once, and nothing else changes it', async () => {
  const first = await ann('2026-05-04T16:00:00Z');
  const logged = await log(first, { type: 'tempo' });
  expect(logged.session.painFreeAt).toBeNull();
  const noted = await noteNoPain(first, logged.session.id, never);
  expect(noted.session).toEqual({ ...logged.session, painFreeAt: first.now });
  const later = await ann('2026-05-04T18:00:00Z');
  await noteNoPain(later, logged.session.id, never);
  await change(later, logged, { effort: '4' });
  expect((await openSession(later.app, later.athlete, logged.session.id)).painFreeAt).toEqual(first.now);
  await expect(noteNoPain(later, 'gone', never)).rejects.toThrow('stale');
});

test('a regeneration that becomes tempo is no massage any more', async () => {
  const context = await ann('2026-05-04T16:00:00Z');
  const logged = await log(context, { type: 'regen', work: 'massage 30min' });
  expect(logged.session).toMatchObject({ modality: 'massage', work: '30min', metres: null });
  const mobility = await change(context, logged, { type: 'mobility', work: 'pilates 30min' });
  expect(mobility.session).toMatchObject({ type: 'mobility', modality: 'pilates' });
  const tempo = await change(context, logged, { type: 'tempo' });
  expect(tempo.session).toMatchObject({ modality: null });
  // A select that still stands on a screen that lags behind.
  const late = await change(context, logged, { modality: 'sauna' });
  expect(late.session).toMatchObject({ type: 'tempo', modality: null });
});

describe('tempo knowledge', () => {
  const BIG = { type: 'tempo', work: '14x100 @17.5-18.1' };

  async function prepare() {
    await saveBestTime(database.db, ANN, { metres: 100, seconds: 12 }, new Date(0));
    for (const date of ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04']) {
      await log(await ann(`${date}T16:00:00Z`), { type: 'tempo', work: '10x100' });
    }
    return await ann('2026-05-05T16:00:00Z');
  }

  test('is in the answer, and pain is asked first whether anything speaks against it', async () => {
    const context = await prepare();
    const asked: unknown[] = [];
    const { tempo } = await log(context, BIG, async (...question) => asked.push(question) === 0);
    expect(tempo).toMatchObject({
      paces: [{ metres: 100, fit: 'tempo' }],
      drift: 0.6,
      spike: { percent: 40 },
      bestToSet: null,
    });
    expect(asked).toEqual([['2026-05-05']]);
  });

  test('is left out while something does', async () => {
    expect((await log(await prepare(), BIG, async () => true)).tempo).toBeNull();
  });

  test.each([
    ['of another type', { type: 'speed-endurance', work: '14x100 @17.5-18.1' }],
    ['without work', { type: 'tempo' }],
    ['that has nothing to be told', { type: 'tempo', work: '8x100' }],
  ])('asks nobody about a session %s', async (_, typed) => {
    const asked = async () => Promise.reject(new Error('asked'));
    expect((await log(await prepare(), typed, asked)).tempo).toBeNull();
  });

  test('looks at the 30 days before the session’s own day when it is logged late', async () => {
    const context = await prepare();
    await log(context, { type: 'tempo', work: '30x100', date: '2026-05-05' });
    const { tempo } = await log(context, { type: 'tempo', work: '12x100', date: '2026-05-04' });
    expect(tempo?.spike).toMatchObject({ earlierMax: 1000, percent: 20 });
  });
});

describe('the day of a session is the athlete’s own', () => {
  test.each([
    [
      'an evening in New York, for a club in Berlin',
      'America/New_York',
      '2026-05-05T01:00:00Z',
      '2026-05-04',
    ],
    ['the same instant in Berlin', null, '2026-05-05T01:00:00Z', '2026-05-05'],
    ['a morning in Auckland', 'Pacific/Auckland', '2026-05-04T19:00:00Z', '2026-05-05'],
    ['just before midnight', null, '2026-05-04T21:59:00Z', '2026-05-04'],
    ['midnight', null, '2026-05-04T22:00:00Z', '2026-05-05'],
    ['the night when clocks go forward, before it', null, '2026-03-28T22:59:00Z', '2026-03-28'],
    ['that night, after midnight', null, '2026-03-28T23:30:00Z', '2026-03-29'],
    ['that day’s evening', null, '2026-03-29T21:59:00Z', '2026-03-29'],
    ['the night when clocks go back, the first 2:30', null, '2026-10-25T00:30:00Z', '2026-10-25'],
    ['the second 2:30', null, '2026-10-25T01:30:00Z', '2026-10-25'],
    ['the end of that long day', null, '2026-10-25T22:59:00Z', '2026-10-25'],
    ['the leap day in Berlin', null, '2028-02-29T22:59:00Z', '2028-02-29'],
  ])('%s', async (_, zone, instant, day) => {
    const { session, inWeek } = await log(await ann(instant, zone), { type: 'tempo' });
    expect([session.localDate, inWeek]).toEqual([day, 1]);
  });

  test('10 minutes are 10 minutes across the hour that comes twice', async () => {
    const at = (instant: string) => ann(instant);
    await log(await at('2026-10-25T00:55:00Z'), { type: 'regen', work: 'sauna' });
    const soon = await log(await at('2026-10-25T01:05:00Z'), { type: 'regen', work: 'sauna' });
    expect(soon.sameAt).toEqual(new Date('2026-10-25T00:55:00Z'));
    const anHourOn = await log(await at('2026-10-25T01:55:00Z'), { type: 'regen', work: 'sauna' });
    expect(anHourOn.sameAt).toBeNull();
  });

  test('Sunday’s late session counts to its own week, and is not the same as today’s', async () => {
    const monday = await ann('2026-05-04T16:00:00Z');
    await log(monday, { type: 'tempo' });
    const late = await log(monday, { type: 'tempo', date: 'yesterday' });
    expect(late).toMatchObject({ inWeek: 1, sameAt: null, session: { localDate: '2026-05-03' } });
  });
});
