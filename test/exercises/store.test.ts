import { expect, test } from 'vitest';
import type { Db } from '../../src/db/database.ts';
import { isDuplicate } from '../../src/db/duplicate.ts';
import * as store from '../../src/exercises/store.ts';
import { RED_LIGHTS } from '../../src/pain/types.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import { ANN, ANN_ELSEWHERE, addAnnTwice, BEN, episodeRow, NOON, OTHER_CLUB, reportRow } from '../db/rows.ts';

const DAY = '2026-03-01';

function newSet(press: string, changes: Partial<store.NewSet> = {}): store.NewSet {
  return {
    ...{ ...ANN, menu: 'core', localDate: DAY, level: 2, easyAnswers: 1, minutes: 10, seated: false },
    ...{ exercises: [4, 2, 3], interactionId: press, givenAt: NOON },
    ...changes,
  };
}

/** Ann's low back hurts since the day before, red, with an open sign. */
async function addHurtingAnn(db: Db): Promise<void> {
  await addAnnTwice(db);
  await db.painEpisode.create({ data: episodeRow('e1', 'a1', 'c1') });
  const row = reportRow('p1', 'e1', 'a1', 'c1');
  await db.painReport.create({ data: { ...row, localDate: '2026-02-28', light: 'red', now: 6 } });
  const later = { reportedAt: new Date(NOON.getTime() + 1), kinds: 'numbness,ache' };
  await db.painReport.create({ data: { ...row, ...later, id: 'p2', interactionId: 'p2' } });
  await db.screen.create({
    data: { id: 'w1', ...ANN, episodeId: 'e1', reportId: 'p1', level: 'soon', answeredAt: NOON },
  });
}

describeOnBothDatabases('sets of exercises', (open) => {
  test('are one a menu and day, come back as they were given, and change', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const set = await store.insertSet(db, newSet('first'));
    expect(set).toMatchObject({ exercises: [4, 2, 3], state: 'given', shift: 0, answer: null, level: 2 });
    await expect(store.insertSet(db, newSet('second'))).rejects.toSatisfy(isDuplicate);
    const later = await store.insertSet(db, newSet('third', { localDate: '2026-03-03', exercises: [] }));
    await store.insertSet(db, newSet('fourth', { menu: 'stretch', seated: true }));
    expect(await store.findSetOfDay(db, ANN, 'core', DAY)).toEqual(set);
    expect(await store.findSetBefore(db, ANN, 'core', '2026-03-03')).toEqual(set);
    expect(await store.findSetBefore(db, ANN, 'core', '2026-03-04')).toEqual(later);
    expect(await store.findSetBefore(db, ANN, 'core', DAY)).toBeNull();
    expect(await store.findLastSet(db, ANN, 'core')).toEqual(later);
    const done = await store.updateSet(db, ANN, set.id, { exercises: [5], state: 'done', doneAt: NOON });
    expect(done).toEqual({ ...set, exercises: [5], state: 'done' });
    expect(await store.findPressedSet(db, set.id)).toEqual({ set: done, userId: 'ann' });
    expect(await store.findPressedSet(db, 'gone')).toBeNull();
  });

  test('are nobody else’s, and neither is what they depend on', async () => {
    const { db } = await open();
    await addHurtingAnn(db);
    const set = await store.insertSet(db, newSet('first'));
    const nothing = { day: DAY, flags: [], reports: [], episodes: [] };
    for (const stranger of [...OTHER_CLUB, BEN]) {
      expect(await store.findSetOfDay(db, stranger, 'core', DAY)).toBeNull();
      expect(await store.findSetBefore(db, stranger, 'core', '2026-03-02')).toBeNull();
      expect(await store.findLastSet(db, stranger, 'core')).toBeNull();
      expect(await store.updateSet(db, stranger, set.id, { state: 'done' })).toBeNull();
      expect(await store.countDaysOfLights(db, stranger, RED_LIGHTS, '2026-02-01', DAY)).toBe(0);
      expect(await store.findPainOfDay(db, stranger, DAY)).toEqual(nothing);
    }
    const mixed = newSet('second', { clubId: 'c2', localDate: '2026-03-02' });
    await expect(store.insertSet(db, mixed)).rejects.toThrow(/foreign key/i);
    expect(await store.findSetOfDay(db, ANN, 'core', DAY)).toEqual(set);
    await store.insertSet(db, newSet('third', ANN_ELSEWHERE));
  });

  test('depend on the pain of the day, its open signs, and the RED days before', async () => {
    const { db } = await open();
    await addHurtingAnn(db);
    const before = { area: 'low-back', localDate: '2026-02-28', now: 6, kinds: [], light: 'red' };
    const now = { ...before, localDate: DAY, now: 4, kinds: ['numbness', 'ache'], light: 'amber' };
    expect(await store.findPainOfDay(db, ANN, DAY)).toEqual({
      ...{ day: DAY, flags: [{ level: 'soon', reportId: 'p1' }], reports: [now] },
      episodes: [{ area: 'low-back', reports: [before, now] }],
    });
    const red = (first: string, last: string) => store.countDaysOfLights(db, ANN, RED_LIGHTS, first, last);
    expect(await red('2026-02-28', DAY)).toBe(1);
    expect(await red('2026-02-01', '2026-02-28')).toBe(0);
    expect(await red(DAY, '2026-03-02')).toBe(0);
    await db.painEpisode.updateMany({ data: { closedAt: NOON } });
    await db.screen.updateMany({ data: { reviewedAt: NOON } });
    expect(await store.findPainOfDay(db, ANN, DAY)).toMatchObject({
      flags: [],
      reports: [now],
      episodes: [],
    });
  });
});
