/** What people do with insights, on a database: the offer, the trial, the notice of absence. */
import { afterEach, expect, test } from 'vitest';
import type { AthleteContext } from '../../src/app.ts';
import { findMembership, savePreferences } from '../../src/athletes/store.ts';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { absenceNotice } from '../../src/insights/notice-absence.ts';
import { showInsights } from '../../src/insights/show-insights.ts';
import { callOffTrial, startTrial } from '../../src/insights/try-habit.ts';
import { systemClock } from '../../src/time/clock.ts';
import { appOn } from '../app.ts';
import { useSqliteFiles } from '../db/databases.ts';
import { ANN, addAnnTwice, BEN, episodeRow, reportRow, sessionRow } from '../db/rows.ts';
import { at, day } from './diary.ts';

const newFile = useSqliteFiles();
const open: Database[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()));
});

/** Handbook §8's V1, a day each; "N" no warm-up and a rise, "W" warmed up and a rise. */
const V1 = 'wwNwwNwWwnwwNnWwNwwNwwnwwNwWnw';

/** Ann with some days of tempo behind her; `context(n)` is she on day n. */
async function annWith(days: string) {
  const database = await openDatabase(await newFile(), { clock: systemClock });
  open.push(database);
  const { db } = database;
  await addAnnTwice(db);
  await db.painEpisode.create({ data: episodeRow('e', 'a1', 'c1') });
  await train(days, 0);
  const app = appOn(database);

  async function train(pattern: string, from: number) {
    for (const [index, each] of [...pattern].entries()) {
      const number = from + index;
      const id = `s${number}`;
      const on = { localDate: day(number) };
      const warmup = each.toLowerCase() === 'n' ? 'none' : 'full';
      const now = each === each.toUpperCase() ? 4 : 1;
      const session = { ...sessionRow(id, 'a1', 'c1'), ...on, loggedAt: at(number, '17:00'), warmup };
      await db.session.create({ data: session });
      const report = { ...reportRow(`r${number}`, 'e', 'a1', 'c1'), ...on, sessionId: id, now };
      await db.painReport.create({ data: { ...report, reportedAt: at(number, '18:00') } });
    }
  }

  async function context(number: number): Promise<AthleteContext> {
    const member = await findMembership(db, 'c1', 'ann');
    if (member === null) throw new Error('Ann is gone');
    return { app, ...member, now: at(number, '12:00') };
  }
  return { db, train, context };
}

const flag = { ...ANN, id: 'f', episodeId: 'e', reportId: 'r0', level: 'soon', answeredAt: at(0, '18:00') };

test('a pattern is offered a trial; while a warning sign is open it is not, and no button begins one', async () => {
  const { db, context } = await annWith(V1);
  expect(await showInsights(await context(32), null)).toMatchObject({ offer: 'warmup', isFlagged: false });
  await db.screen.create({ data: flag });
  expect(await showInsights(await context(32), null)).toMatchObject({ offer: null, isFlagged: true });
  await startTrial(await context(32), 'tempo', 'warmup');
  expect(await db.habitTrial.count()).toBe(0);
  await db.screen.update({ where: { id: 'f' }, data: { reviewedAt: at(32, '11:00') } });
  await startTrial(await context(32), 'tempo', 'warmup');
  expect(await db.habitTrial.count()).toBe(1);
});

test('one trial at a time in a class: presses at once and later ones change nothing', async () => {
  const { db, context } = await annWith(V1);
  const now = await context(32);
  await Promise.all(['warmup', 'load', 'warmup'].map((habit) => startTrial(now, 'tempo', habit as 'warmup')));
  const [first, ...more] = await db.habitTrial.findMany();
  expect(more).toEqual([]);
  await startTrial(await context(33), 'tempo', 'load');
  expect(await db.habitTrial.findMany()).toEqual([first]);
  expect(await showInsights(await context(33), 'tempo')).toMatchObject({
    offer: null,
    trial: { kept: { total: 0 } },
  });
  await startTrial(await context(33), 'speed', 'warmup');
  expect(await db.habitTrial.count()).toBe(2);
});

test('called off it is gone, and another can begin; one that is over cannot be called off any more', async () => {
  const { db, context, train } = await annWith(V1);
  await startTrial(await context(32), 'tempo', 'warmup');
  const [first] = await db.habitTrial.findMany();
  const id = first?.id ?? '';
  expect(await callOffTrial(await context(32), id)).toBe('tempo');
  expect(await callOffTrial(await context(33), id)).toBe('tempo');
  expect(await db.habitTrial.findMany()).toMatchObject([{ id, endedAt: at(32, '12:00') }]);
  expect(await showInsights(await context(33), null)).toMatchObject({ trial: null, offer: 'warmup' });

  await startTrial(await context(33), 'tempo', 'warmup');
  await train('wwwwwwwwww', 34);
  const second = (await showInsights(await context(45), null)).trial;
  expect(second).toMatchObject({ kept: { events: 0, total: 10 }, verdict: 'fewer' });
  await callOffTrial(await context(46), second?.trial.id ?? '');
  expect((await showInsights(await context(46), null)).trial).toEqual(second);
});

test('somebody else’s trial, and one that is deleted, is no longer known', async () => {
  const { db, context } = await annWith(V1);
  await startTrial(await context(32), 'tempo', 'warmup');
  const [{ id } = { id: '' }] = await db.habitTrial.findMany();
  const ann = await context(32);
  const ben = { ...ann, athlete: { ...ann.athlete, id: BEN.athleteId } };
  await expect(callOffTrial(ben, id)).rejects.toMatchObject({ fault: { code: 'stale' } });
  await db.habitTrial.deleteMany();
  await expect(callOffTrial(ann, id)).rejects.toMatchObject({ fault: { code: 'stale' } });
});

test('fewer painful sessions are pointed out once, and all through that day in the insights', async () => {
  const { context, train } = await annWith('NNNNwwww');
  await train('wwwwwwww', 28);
  const notice = await absenceNotice(await context(40));
  expect(notice).toMatchObject({
    before: { sessions: 8, painful: 4 },
    since: { sessions: 8, painful: 0 },
  });
  expect(await absenceNotice(await context(40))).toBeNull();
  expect((await showInsights(await context(40), null)).absence).toEqual(notice);
  expect((await showInsights(await context(41), null)).absence).toBeNull();
});

test('nothing is pointed out while a warning sign is open, nor within 8 weeks', async () => {
  const { db, context, train } = await annWith('NNNNwwww');
  await train('wwwwwwww', 28);
  await db.screen.create({ data: flag });
  expect(await absenceNotice(await context(40))).toBeNull();
  await db.screen.deleteMany();
  await savePreferences(db, 'c1', 'a1', { absenceToldOn: day(-10) });
  expect(await absenceNotice(await context(40))).toBeNull();
  await savePreferences(db, 'c1', 'a1', { absenceToldOn: day(-16) });
  expect(await absenceNotice(await context(40))).not.toBeNull();
});
