import { expect, test } from 'vitest';
import * as changes from '../../src/history/change-store.ts';
import type { Span } from '../../src/history/list-query.ts';
import { kindsOf } from '../../src/history/rules.ts';
import * as snapshots from '../../src/history/snapshot-store.ts';
import * as store from '../../src/history/store.ts';
import type { EntryKey } from '../../src/history/types.ts';
import type { PainEntry } from '../../src/pain/store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import { ANN, allRows, BEN, expectGuarded, type Guarded, NOON, OTHER_CLUB } from '../db/rows.ts';
import { addDiary, addReport, KEYS, minutesAfter, uuid } from './diary.ts';

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const ALL: Span = { side: 'older', from: null, including: false, take: 20 };
const MENDED: PainEntry = {
  ...{ phase: 'during', now: 2, start: 1, growing: false, strideChanged: false },
  ...{ kinds: ['ache'], rep: null, notes: 'better' },
};

const [session, report, checkIn, habit, set, weekly] = KEYS.map(({ id }) => id);
const key = (index: number): EntryKey => KEYS[index] ?? { kind: 'session', id: '' };

const GUARDED: Guarded<string> = {
  listEntries: {
    nothing: [],
    ask: (db, owner) => store.listEntries(db, owner, kindsOf('all'), ALL, dayOf),
  },
  findLastLogged: { nothing: null, ask: (db, owner) => store.findLastLogged(db, owner, NOON, dayOf) },
  ...Object.fromEntries(
    KEYS.flatMap((each) => [
      [
        `findEntry ${each.kind}`,
        { nothing: null, ask: (db, owner) => store.findEntry(db, owner, each, dayOf) },
      ],
      [
        `readSnapshot ${each.kind}`,
        { nothing: null, ask: (db, owner) => snapshots.readSnapshot(db, owner, each) },
      ],
    ]) satisfies [string, Guarded<string>[string]][],
  ),
  changeReport: {
    nothing: false,
    ask: (db, owner) => changes.changeReport(db, owner, report ?? '', MENDED, NOON),
  },
  forgetScreen: { nothing: undefined, ask: (db, owner) => changes.forgetScreen(db, owner, report ?? '') },
  takeOutSet: { nothing: false, ask: (db, owner) => changes.takeOutSet(db, owner, set ?? '', 'undo', NOON) },
  deleteReport: { nothing: false, ask: (db, owner) => changes.deleteReport(db, owner, report ?? '') },
  deleteCheckIn: {
    nothing: false,
    ask: (db, owner) => changes.deleteEntry(db, owner, 'check-in', checkIn ?? ''),
  },
  deleteMark: { nothing: false, ask: (db, owner) => changes.deleteEntry(db, owner, 'habit', habit ?? '') },
  deleteWeekly: {
    nothing: false,
    ask: (db, owner) => changes.deleteEntry(db, owner, 'weekly', weekly ?? ''),
  },
};

describeOnBothDatabases('the history', (open) => {
  test('is nobody else’s: not a clubmate’s, not the same person’s in another club, by guessed ids either', async () => {
    const { db } = await open();
    await addDiary(db);
    const before = await allRows(db);
    const snapshot = await snapshots.readSnapshot(db, ANN, key(0));
    if (snapshot === null) throw new Error('no snapshot');
    for (const owner of [...OTHER_CLUB, BEN]) {
      expect(await snapshots.restoreSnapshot(db, owner, snapshot, NOON)).toBe(false);
      for (const [name, { nothing, ask }] of Object.entries(GUARDED)) {
        expect(await ask(db, owner), name).toEqual(nothing);
      }
    }
    expect(await allRows(db)).toEqual(before);
    await expectGuarded(db, GUARDED, []);
  });

  test('lists every kind, the newest first, and from any entry on; a set and the mark of its Done are one', async () => {
    const { db } = await open();
    await addDiary(db);
    const kinds = kindsOf('all');
    const newest = [weekly, set, habit, checkIn, report, session];
    const ids = async (span: Span) =>
      (await store.listEntries(db, ANN, kinds, span, dayOf)).map(({ id }) => id);
    expect(await ids(ALL)).toEqual(newest);
    for (const [index, id] of newest.entries()) {
      const entry = await store.findEntry(db, ANN, KEYS.find((each) => each.id === id) ?? key(0), dayOf);
      const from = entry && { localDate: entry.localDate, at: entry.at, id: entry.id };
      expect(await ids({ ...ALL, from })).toEqual(newest.slice(index + 1));
      expect(await ids({ ...ALL, from, including: true })).toEqual(newest.slice(index));
      expect(await ids({ ...ALL, side: 'newer', from })).toEqual(newest.slice(0, index).reverse());
    }
    expect(await store.findLastLogged(db, ANN, minutesAfter(6), dayOf)).toBeNull();
    expect((await store.findLastLogged(db, ANN, minutesAfter(5), dayOf))?.id).toBe(weekly);
  });

  test('keeps a report whose sign no clinician has reviewed, and its light', async () => {
    const { db } = await open();
    await addDiary(db);
    await addReport(db, 20, 'e1', 20, 'urgent');
    const before = await allRows(db);
    expect(await changes.deleteReport(db, ANN, uuid(20))).toBe(false);
    expect(await changes.changeReport(db, ANN, uuid(20), MENDED, NOON)).toBe(false);
    expect(await allRows(db)).toEqual(before);
    await db.screen.updateMany({ where: { reportId: uuid(20) }, data: { reviewedAt: NOON } });
    expect(await changes.changeReport(db, ANN, uuid(20), MENDED, NOON)).toBe(false);
    expect(await changes.deleteReport(db, ANN, uuid(20))).toBe(true);
  });

  test('an episode begins and ends with the reports that are left, and goes with the last', async () => {
    const { db } = await open();
    await addDiary(db);
    await db.painEpisode.create({ data: { ...episodeRowAt(5), id: 'e2' } });
    for (const number of [21, 22, 23]) await addReport(db, number, 'e2', number - 16, null);
    const e2 = () => db.painEpisode.findUnique({ where: { id: 'e2' } });
    await changes.deleteReport(db, ANN, uuid(23));
    expect(await e2()).toMatchObject({ openedAt: minutesAfter(5), lastReportAt: minutesAfter(6) });
    await changes.deleteReport(db, ANN, uuid(21));
    expect(await e2()).toMatchObject({ openedAt: minutesAfter(6), lastReportAt: minutesAfter(6) });
    await changes.deleteReport(db, ANN, uuid(22));
    expect(await e2()).toBeNull();
    expect(await db.painEpisode.count()).toBe(1);
  });
});

function episodeRowAt(minutes: number) {
  const at = minutesAfter(minutes);
  return { ...ANN, area: 'left-knee', openedAt: at, lastReportAt: at };
}
