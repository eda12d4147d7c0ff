/** Pages of the history: nothing twice, nothing missing, whatever is logged or deleted meanwhile. */
import { afterEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { FIRST_PAGE, type HistoryPage, openPage, type PageAt } from '../../src/history/open-history.ts';
import type { Entry } from '../../src/history/types.ts';
import { useSqliteFiles } from '../db/databases.ts';
import { ANN, NOON, sessionRow } from '../db/rows.ts';
import { addDiary, addSessions, contextOf, minutesAfter, uuid } from './diary.ts';

const newFile = useSqliteFiles();
const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

async function open(): Promise<Database> {
  const database = await openDatabase(await newFile(), { clock: { now: () => NOON } });
  opened.push(database);
  return database;
}

const older = (entry: Entry | undefined): PageAt => ({
  side: 'older',
  from: entry ?? null,
  including: false,
});
const newer = (entry: Entry | undefined): PageAt => ({
  side: 'newer',
  from: entry ?? null,
  including: false,
});
const idsOf = (page: HistoryPage) => page.entries.map(({ id }) => id);

/** Ann, with so many sessions. */
async function diaryOf(count: number, daysApart: 0 | 1 = 1) {
  const database = await open();
  await addSessions(database.db, count, daysApart);
  const context = await contextOf(database, { userId: 'user-of-a1' });
  return { database, page: (at: PageAt) => openPage(context, 'all', at) };
}

describe('from the first page to the last and back', () => {
  test.each([
    [0, 1, [0]],
    [1, 1, [1]],
    [8, 1, [8]],
    [9, 1, [8, 1]],
    [200, 1, Array.from({ length: 25 }, () => 8)],
    [20, 0, [8, 8, 4]],
  ] as const)('%i entries, %i days apart, are pages of %j', async (count, daysApart, sizes) => {
    const { page } = await diaryOf(count, daysApart);
    const pages = [await page(FIRST_PAGE)];
    while (pages.at(-1)?.hasOlder) pages.push(await page(older(pages.at(-1)?.entries.at(-1))));
    expect(pages.map(({ entries }) => entries.length)).toEqual(sizes);
    const expected = Array.from({ length: count }, (_, back) => uuid(count - back));
    expect(pages.flatMap(idsOf)).toEqual(expected);
    expect(pages.map(({ hasNewer }) => hasNewer)).toEqual(pages.map((_, index) => index > 0));
    let back = pages.at(-1);
    const seen = [back];
    while (back?.hasNewer) {
      back = await page(newer(back.entries[0]));
      seen.unshift(back);
    }
    expect(seen.length).toBe(pages.length);
    expect(seen[0] && idsOf(seen[0])).toEqual(expected.slice(0, 8));
  });
});

test('what is logged meanwhile shifts no page', async () => {
  const { database, page } = await diaryOf(20);
  const first = await page(FIRST_PAGE);
  const second = await page(older(first.entries.at(-1)));
  const fresh = { ...sessionRow(uuid(99), 'a1', 'c1'), loggedAt: minutesAfter(1) };
  await database.db.session.create({ data: fresh });
  expect(idsOf(await page(older(first.entries.at(-1))))).toEqual(idsOf(second));
  const again: PageAt = { side: 'older', from: second.entries[0] ?? null, including: true };
  expect(idsOf(await page(again))).toEqual(idsOf(second));
});

test('a page that no longer exists shows the nearest', async () => {
  const { database, page } = await diaryOf(10);
  const first = await page(FIRST_PAGE);
  const last = await page(older(first.entries.at(-1)));
  expect(idsOf(last)).toEqual([uuid(2), uuid(1)]);
  await database.db.session.deleteMany({ where: { id: { in: [uuid(2), uuid(1)] } } });
  for (const at of [older(first.entries.at(-1)), { ...older(last.entries[0]), including: true }]) {
    expect(idsOf(await page(at))).toEqual(idsOf(first));
  }
  await database.db.session.deleteMany({});
  expect(await page(older(first.entries.at(-1)))).toMatchObject({ entries: [], hasNewer: false });
  expect(await page(newer(last.entries[0]))).toMatchObject({ entries: [], hasOlder: false });
});

test('a filter shows its kinds alone, over a page’s end too', async () => {
  const database = await open();
  await addDiary(database.db);
  const context = await contextOf(database);
  const kinds = async (filter: Parameters<typeof openPage>[1]) =>
    (await openPage(context, filter, FIRST_PAGE)).entries.map(({ kind }) => kind);
  expect(await kinds('all')).toEqual(['weekly', 'set', 'habit', 'check-in', 'report', 'session']);
  expect(await kinds('sessions')).toEqual(['session']);
  expect(await kinds('pain')).toEqual(['weekly', 'report']);
  expect(await kinds('check-ins')).toEqual(['check-in']);
  expect(await kinds('habits')).toEqual(['set', 'habit']);
});

test('sets and the marks that their Done noted are one entry each, over every page’s end', async () => {
  const database = await open();
  const { db } = database;
  await addSessions(db, 0, 0);
  const days = Array.from({ length: 30 }, (_, back) => new Date(NOON.getTime() - back * 24 * 60 * 60_000));
  for (const [back, at] of days.entries()) {
    const ofDay = { ...ANN, localDate: at.toISOString().slice(0, 10) };
    const mark = (number: number, habit: string) => ({
      ...{ ...ofDay, id: uuid(number), interactionId: `${number}`, habit, markedAt: at },
    });
    await db.habitMark.create({ data: mark(back * 3 + (back % 2), 'core') });
    await db.exerciseSet.create({
      data: {
        ...{ ...ofDay, id: uuid(back * 3 + 1 - (back % 2)), interactionId: `set ${back}`, menu: 'core' },
        ...{
          level: 1,
          easyAnswers: 0,
          minutes: 10,
          exercises: '1,2',
          state: 'done',
          givenAt: at,
          doneAt: at,
        },
      },
    });
    if (back % 4 === 0) await db.habitMark.create({ data: mark(back * 3 + 2, 'stretch') });
  }
  const context = await contextOf(database, { userId: 'user-of-a1' });
  for (const filter of ['all', 'habits'] as const) {
    const pages = [await openPage(context, filter, FIRST_PAGE)];
    while (pages.at(-1)?.hasOlder)
      pages.push(await openPage(context, filter, older(pages.at(-1)?.entries.at(-1))));
    expect(pages.map(({ entries }) => entries.length)).toEqual([8, 8, 8, 8, 6]);
    const kinds = pages.flatMap(({ entries }) => entries.map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === 'set')).toHaveLength(30);
    expect(new Set(pages.flatMap(idsOf)).size).toBe(38);
  }
});
