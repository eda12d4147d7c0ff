/** Pages of the history: nothing twice, nothing missing, whatever is logged or deleted meanwhile. */
import { afterEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { FIRST_PAGE, type HistoryPage, openPage, type PageAt } from '../../src/history/open-history.ts';
import type { Entry } from '../../src/history/types.ts';
import { useSqliteFiles } from '../db/databases.ts';
import { NOON, sessionRow } from '../db/rows.ts';
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
