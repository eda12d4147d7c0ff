import { expect, test } from 'vitest';
import * as store from '../../src/plans/store.ts';
import { weekOf } from '../../src/plans/template-rules.ts';
import type { PlanEntry } from '../../src/plans/types.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import {
  addAnnTwice,
  allRows,
  clubRow,
  deliveryRow,
  expectGuarded,
  type Guarded,
  NOON,
  OTHER_CLUB,
  reminderRow,
} from '../db/rows.ts';

const entry: PlanEntry = {
  ...{ clubId: 'c1', squad: 'sprinters', channelId: 'track', time: '07:00', trainingTime: '18:00' },
  ...{ callsSquad: true, days: weekOf('charlie-francis') },
};
const TUESDAY = { day: 'tue', type: 'hills', work: '6x60', note: null } as const;

function guarded(id: string): Guarded<Exclude<keyof typeof store, 'savePlan'>> {
  return {
    listPlans: { nothing: [], ask: (db, { clubId }) => store.listPlans(db, clubId) },
    findPlan: { nothing: null, ask: (db, { clubId }) => store.findPlan(db, clubId, 'sprinters') },
    findPlanById: { nothing: null, ask: (db, { clubId }) => store.findPlanById(db, clubId, id) },
    savePlanDay: {
      nothing: null,
      ask: (db, { clubId }) => store.savePlanDay(db, clubId, id, TUESDAY, NOON),
    },
    findPost: { nothing: null, ask: (db, { clubId }) => store.findPost(db, clubId, 'd1') },
    hasPostedOn: {
      nothing: false,
      ask: (db, { clubId }) => store.hasPostedOn(db, clubId, 'r1', '2026-03-02'),
    },
    deletePlanReminders: {
      nothing: 0,
      ask: (db, { clubId }) => store.deletePlanReminders(db, clubId, 'sprinters', ['plan']),
    },
    deletePlan: { nothing: false, ask: (db, { clubId }) => store.deletePlan(db, clubId, id) },
  };
}

describeOnBothDatabases('plans', (open) => {
  test('come back as they were saved; one a squad; a day changes alone', async () => {
    const { db } = await open();
    for (const id of ['c1', 'c2']) await db.club.create({ data: clubRow(id) });
    const plan = await store.savePlan(db, entry, NOON);
    const club = await store.savePlan(db, { ...entry, squad: 'club', callsSquad: false }, NOON);
    expect(await store.findPlan(db, 'c1', 'sprinters')).toEqual(plan);
    const changed = await store.savePlan(db, { ...entry, time: '08:00', days: weekOf('empty') }, NOON);
    expect(changed).toEqual({ ...plan, time: '08:00', days: weekOf('empty') });
    expect(await store.findPlanById(db, 'c1', plan.id)).toEqual(changed);
    const days = changed.days.map((each) => (each.day === 'tue' ? TUESDAY : each));
    expect(await store.savePlanDay(db, 'c1', plan.id, TUESDAY, NOON)).toEqual({ ...changed, days });
    expect(await store.deletePlan(db, 'c1', plan.id)).toBe(true);
    expect(await store.deletePlan(db, 'c1', plan.id)).toBe(false);
    expect(await store.listPlans(db, 'c1')).toEqual([club]);
    expect(await db.planDay.count()).toBe(7);
  });

  test('are another club’s neither to read nor to change nor to delete', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const { id } = await store.savePlan(db, entry, NOON);
    await store.savePlan(db, { ...entry, squad: 'club' }, NOON);
    await db.reminder.create({
      data: { ...reminderRow('r1', 'c1'), kind: 'plan', roleId: 'sprinters' },
    });
    await db.reminder.create({ data: reminderRow('r2', 'c1') });
    await db.delivery.create({
      data: { ...deliveryRow('2026-03-02T07:00'), id: 'd1', clubId: 'c1', reminderId: 'r1', state: 'sent' },
    });
    const strangers = OTHER_CLUB;
    for (const { clubId } of strangers) {
      const before = await allRows(db);
      expect(await store.savePlanDay(db, clubId, id, TUESDAY, NOON)).toBeNull();
      expect(await allRows(db)).toEqual(before);
    }
    await expectGuarded(db, guarded(id), strangers);
    expect((await db.reminder.findMany()).map(({ id: left }) => left)).toEqual(['r2']);
  });

  test('two changes of a squad’s plan at once are one plan', async () => {
    const database = await open();
    await database.db.club.create({ data: clubRow('c1') });
    const days = [weekOf('empty'), weekOf('charlie-francis')];
    const saving = days.map((week) =>
      database.transaction((tx) => store.savePlan(tx, { ...entry, days: week }, NOON)),
    );
    const settled = await Promise.allSettled(saving);
    expect(settled.some(({ status }) => status === 'fulfilled')).toBe(true);
    const [plan, ...more] = await store.listPlans(database.db, 'c1');
    expect(more).toEqual([]);
    expect(days).toContainEqual(plan?.days);
  });
});
