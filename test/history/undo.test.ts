/** What `/undo` takes it takes whole, and what it puts back is what it took. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { AthleteContext } from '../../src/app.ts';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { deleteForGood } from '../../src/history/take-out.ts';
import { putBack, undoLast } from '../../src/history/undo-last.ts';
import { describeOnBothDatabases, useSqliteFiles } from '../db/databases.ts';
import { ANN, allRows, episodeRow, NOON } from '../db/rows.ts';
import { addDiary, addReport, contextOf, KEYS, minutesAfter, uuid } from './diary.ts';

/** A `/undo` of its own. */
function undo(context: AthleteContext) {
  return undoLast(context, randomUUID());
}

describeOnBothDatabases('undo', (open) => {
  test('takes one entry after another, the last logged first, and puts each back as it was', async () => {
    const database = await open();
    await addDiary(database.db);
    const context = await contextOf(database);
    const before = await allRows(database.db);
    const taken = [];
    for (const _ of KEYS) taken.push(await undo(context));
    expect(taken.map((each) => each.outcome === 'taken' && each.entry.kind)).toEqual(
      [...KEYS].reverse().map(({ kind }) => kind),
    );
    expect(await undo(context)).toEqual({ outcome: 'nothing' });
    const empty = await allRows(database.db);
    expect(empty).toMatchObject({ sessions: [], reports: [], episodes: [], screens: [], deliveries: [] });
    expect(empty).toMatchObject({
      habitMarks: [],
      checkIns: [],
      weeklyProblems: [],
      exerciseSets: [{ state: 'given' }],
    });
    for (const each of taken.reverse()) {
      if (each.outcome !== 'taken') throw new Error(each.outcome);
      const [first, second] = [
        await putBack(context, each.kept, each.entry),
        await putBack(context, each.kept, each.entry),
      ];
      expect([first.outcome, second.outcome]).toEqual(['back', 'back']);
    }
    const changed = { changedAt: context.now };
    expect(await allRows(database.db)).toEqual({
      ...before,
      sessions: before.sessions.map((each) => ({ ...each, ...changed })),
      reports: before.reports.map((each) => ({ ...each, ...changed })),
    });
  });

  test('two at once take two entries, two “put it back” at once put back one', async () => {
    const database = await open();
    await addDiary(database.db);
    const context = await contextOf(database);
    const before = await allRows(database.db);
    const both = await Promise.all([undo(context), undo(context)]);
    const kinds = both.map((each) => (each.outcome === 'taken' ? each.entry.kind : each.outcome));
    expect(kinds.sort()).toEqual(['set', 'weekly']);
    for (const each of both) {
      if (each.outcome !== 'taken') throw new Error(each.outcome);
      const twice = [0, 1].map(() => putBack(context, each.kept, each.entry));
      expect((await Promise.all(twice)).map(({ outcome }) => outcome)).toEqual(['back', 'back']);
    }
    expect(await allRows(database.db)).toEqual(before);
  });
});

describe('an entry that was taken back', () => {
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

  test('is one entry, however often Discord delivers the same `/undo`', async () => {
    const database = await open();
    await addDiary(database.db);
    const context = await contextOf(database);
    const both = await Promise.all([undoLast(context, 'same'), undoLast(context, 'same')]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['taken', 'repeated']);
    const after = await allRows(database.db);
    expect((await undoLast(context, 'same')).outcome).toBe('repeated');
    expect(await allRows(database.db)).toEqual(after);
  });

  test('is kept for 15 minutes, for its athlete in its club alone', async () => {
    const database = await open();
    await addDiary(database.db);
    const context = await contextOf(database);
    const taken = await undo(context);
    if (taken.outcome !== 'taken') throw new Error(taken.outcome);
    const after = await allRows(database.db);
    for (const other of [
      { userId: 'ben', clubId: 'c1' },
      { userId: 'ann', clubId: 'c2' },
    ]) {
      const { athlete, club } = await contextOf(database, other);
      const forged = await putBack({ ...context, athlete, club }, taken.kept, taken.entry);
      expect(forged.outcome).toBe('lost');
    }
    expect(await allRows(database.db)).toEqual(after);
    const fresh = await undo(context);
    if (fresh.outcome !== 'taken') throw new Error(fresh.outcome);
    const late = context.at(minutesAfter(25));
    expect((await putBack(late, fresh.kept, fresh.entry)).outcome).toBe('lost');
  });

  test('gives way to what took its place', async () => {
    const database = await open();
    await addDiary(database.db);
    const context = await contextOf(database);
    const taken = await undo(context);
    if (taken.outcome !== 'taken') throw new Error(taken.outcome);
    await database.db.weeklyProblem.create({
      data: {
        ...{ ...ANN, interactionId: 'anew', weekOf: '2026-02-23', participation: 0, severity: 0 },
        ...{ substantial: false, answeredAt: minutesAfter(11), visibility: 'only-me' },
      },
    });
    expect((await putBack(context, taken.kept, taken.entry)).outcome).toBe('replaced');
  });

  test('a report comes back into the episode that was opened since, never beside it', async () => {
    const database = await open();
    const { db } = database;
    await addDiary(db);
    await db.painEpisode.create({ data: { ...episodeRow('e2', 'a1', 'c1'), area: 'left-knee' } });
    await addReport(db, 30, 'e2', 9, 'none');
    const context = await contextOf(database);
    const taken = await undo(context);
    if (taken.outcome !== 'taken') throw new Error(taken.outcome);
    expect(await db.painEpisode.count({ where: { area: 'left-knee' } })).toBe(0);
    await db.painEpisode.create({ data: { ...episodeRow('e3', 'a1', 'c1'), area: 'left-knee' } });
    await putBack(context, taken.kept, taken.entry);
    const knees = await db.painEpisode.findMany({ where: { area: 'left-knee' }, include: { reports: true } });
    expect(knees).toMatchObject([{ id: 'e3', lastReportAt: minutesAfter(9), reports: [{ id: uuid(30) }] }]);
    expect(await db.screen.findMany({ where: { reportId: uuid(30) } })).toMatchObject([{ episodeId: 'e3' }]);
  });

  test('Done on a stretching set that was noted on the day’s session is one entry with it', async () => {
    const database = await open();
    const { db } = database;
    await addDiary(db);
    await db.habitMark.deleteMany({ where: { habit: 'stretch' } });
    await db.weeklyProblem.deleteMany({});
    const stretched = { stretch: 'yes', stretchAt: minutesAfter(4) };
    await db.session.updateMany({ where: { id: uuid(1) }, data: stretched });
    const context = await contextOf(database);
    const taken = await undo(context);
    if (taken.outcome !== 'taken') throw new Error(taken.outcome);
    const session = () => db.session.findUnique({ where: { id: uuid(1) } });
    expect(await session()).toMatchObject({ stretch: null, stretchAt: null });
    await putBack(context, taken.kept, taken.entry);
    expect(await session()).toMatchObject(stretched);
    await deleteForGood(context, { kind: 'set', id: uuid(5) });
    expect(await session()).toMatchObject({ stretch: null, stretchAt: null });
    expect(await db.exerciseSet.count()).toBe(0);
  });

  test('a warning sign that no clinician has reviewed is neither taken back nor deleted', async () => {
    const database = await open();
    await addDiary(database.db);
    await addReport(database.db, 30, 'e1', 9, 'urgent');
    const context = await contextOf(database);
    const before = await allRows(database.db);
    expect(await undo(context)).toMatchObject({ outcome: 'held', entry: { id: uuid(30) } });
    expect(await deleteForGood(context, { kind: 'report', id: uuid(30) })).toMatchObject({ held: true });
    expect(await allRows(database.db)).toEqual(before);
  });
});
