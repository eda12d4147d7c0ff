import { expect, test } from 'vitest';
import * as store from '../../src/reminders/store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import {
  ANN,
  ANN_ELSEWHERE,
  addAnnTwice,
  allRows,
  BEN,
  deliveryRow,
  expectGuarded,
  type Guarded,
  NOON,
  OTHER_CLUB,
  reminderRow,
} from '../db/rows.ts';

const minutesLater = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

const weekly: Required<store.NewReminder> = {
  ...{ text: null, roleId: null, madeBy: null, pausedUntil: null },
  ...{ ...ANN, kind: 'core', zone: 'Europe/London', nextDueAt: minutesLater(60) },
  schedule: { every: 'week', days: 'mon,wed', time: '18:00' },
  to: { target: 'direct', channelId: null },
};

const once: Required<store.NewReminder> = {
  ...weekly,
  ...{ kind: 'own', text: 'Pack the spikes', roleId: 'sprinters', madeBy: 'carl', pausedUntil: '2026-03-05' },
  schedule: { every: 'once', date: '2026-03-07', time: '07:00' },
};

const afterSession: Required<store.NewReminder> = {
  ...weekly,
  ...{ kind: 'stretch', nextDueAt: null, schedule: { every: 'session', afterMinutes: 30 } },
  to: { target: 'channel', channelId: 'track' },
};

const GUARDED: Guarded<Exclude<keyof typeof store, 'addReminder' | 'changeReminder'>> = {
  listReminders: {
    nothing: [],
    ask: (db, { clubId, athleteId }) => store.listReminders(db, clubId, athleteId),
  },
  listSessionReminders: {
    nothing: [],
    ask: (db, owner) => store.listSessionReminders(db, owner, '2026-03-01'),
  },
  listRemindersInClubZone: {
    nothing: [],
    ask: (db, { clubId }) => store.listRemindersInClubZone(db, clubId),
  },
  findReminder: { nothing: null, ask: (db, { clubId }) => store.findReminder(db, clubId, 'r1') },
  findReminderOf: { nothing: null, ask: (db, { clubId }) => store.findReminderOf(db, clubId, 'd1') },
  deleteReminder: {
    nothing: false,
    ask: (db, { clubId, athleteId }) => store.deleteReminder(db, clubId, athleteId, 'r1'),
  },
};

describeOnBothDatabases('reminders', (open) => {
  test('come back as they were added, weekly, once or after a session, and as they were changed', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const core = await store.addReminder(db, weekly, NOON);
    const stretch = await store.addReminder(db, afterSession, NOON);
    expect(core).toEqual({ ...weekly, id: expect.any(String) });
    expect(await store.findReminder(db, 'c1', core.id)).toEqual(core);
    expect(await store.findReminder(db, 'c1', stretch.id)).toEqual({ ...afterSession, id: stretch.id });
    expect(await store.findReminder(db, 'c1', 'gone')).toBeNull();
    // Under an id that is taken nothing is added: one intent is one reminder.
    await expect(store.addReminder(db, weekly, NOON, core.id)).rejects.toThrow();
    const single = await store.addReminder(db, once, NOON);
    expect(await store.findReminder(db, 'c1', single.id)).toEqual({ ...once, id: single.id });
    await store.changeReminder(db, single.id, weekly);
    expect(await store.findReminder(db, 'c1', single.id)).toEqual({ ...weekly, id: single.id });
    await store.deleteReminder(db, 'c1', 'a1', single.id);
    // Each turns into the other, so that nothing of the old rule is left over.
    await store.changeReminder(db, core.id, afterSession);
    await store.changeReminder(db, stretch.id, weekly);
    expect(await store.findReminder(db, 'c1', core.id)).toEqual({ ...afterSession, id: core.id });
    expect(await store.findReminder(db, 'c1', stretch.id)).toEqual({ ...weekly, id: stretch.id });
    const rows = await db.reminder.findMany({ select: { version: true, createdAt: true } });
    expect(rows).toEqual([1, 2].map(() => ({ version: 2, createdAt: NOON })));
  });

  test('are listed oldest first for one athlete or for the club, and after sessions the soonest first', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const add = async (at: number, changes: Partial<store.NewReminder>) =>
      (await store.addReminder(db, { ...weekly, ...changes }, minutesLater(at))).id;
    const second = await add(2, {});
    const sixty = await add(3, { ...afterSession, schedule: { every: 'session', afterMinutes: 60 } });
    const first = await add(1, {});
    const ten = await add(4, { ...afterSession, schedule: { every: 'session', afterMinutes: 10 } });
    const clubs = await add(0, { athleteId: null, kind: 'summary' });
    await add(0, BEN);
    await add(0, { ...afterSession, ...ANN_ELSEWHERE });
    const listed = async (athleteId: string | null) =>
      (await store.listReminders(db, 'c1', athleteId)).map(({ id }) => id);
    expect(await listed('a1')).toEqual([first, second, sixty, ten]);
    expect(await listed(null)).toEqual([clubs]);
    const following = (today: string) => store.listSessionReminders(db, ANN, today);
    const rest = { ...ANN, kind: 'stretch', text: null, target: 'channel', channelId: 'track' };
    expect(await following('2026-03-01')).toEqual([
      { ...rest, id: ten, afterMinutes: 10 },
      { ...rest, id: sixty, afterMinutes: 60 },
    ]);
    await db.reminder.update({ where: { id: ten }, data: { pausedUntil: '2026-03-05' } });
    expect((await following('2026-03-04')).map(({ id }) => id)).toEqual([sixty]);
    expect((await following('2026-03-05')).map(({ id }) => id)).toEqual([ten, sixty]);
  });

  test('that move with the club are those of athletes without a zone of their own', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await db.athlete.update({ where: { id: 'b1' }, data: { zone: 'Asia/Tokyo' } });
    const anns = await store.addReminder(db, weekly, NOON);
    await store.addReminder(db, { ...weekly, ...BEN }, NOON);
    await store.addReminder(db, { ...weekly, ...ANN_ELSEWHERE }, NOON);
    await store.addReminder(db, { ...weekly, athleteId: null, kind: 'summary' }, NOON);
    const role = { ...weekly, athleteId: null, roleId: 'sprinters', madeBy: 'carl' };
    const coachs = await store.addReminder(db, role, NOON);
    const found = await store.listRemindersInClubZone(db, 'c1');
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining([anns, coachs]));
    expect(await store.deleteReminder(db, 'c1', 'a1', coachs.id)).toBe(false);
    expect(await store.deleteReminder(db, 'c1', null, coachs.id)).toBe(true);
  });

  test('are another club’s neither to read nor to change nor to delete', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await db.reminder.create({ data: { ...reminderRow('r1', 'c1'), athleteId: 'a1', afterMinutes: 30 } });
    await db.delivery.create({
      data: { ...deliveryRow('monday'), id: 'd1', clubId: 'c1', reminderId: 'r1' },
    });
    const before = await allRows(db);
    for (const owner of OTHER_CLUB) {
      await expect(store.changeReminder(db, 'r1', { ...weekly, ...owner })).rejects.toThrow();
    }
    const mixed = { ...weekly, clubId: 'c2', athleteId: 'a1' };
    await expect(store.addReminder(db, mixed, NOON)).rejects.toThrow(/foreign key/i);
    await expect(store.changeReminder(db, 'gone', weekly)).rejects.toThrow();
    expect(await allRows(db)).toEqual(before);
    await expectGuarded(db, GUARDED, OTHER_CLUB);
  });

  test('are deleted by their own athlete alone, with what they still had to send', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const mine = await store.addReminder(db, weekly, NOON);
    const kept = await store.addReminder(db, weekly, NOON);
    const clubs = await store.addReminder(db, { ...weekly, athleteId: null, kind: 'summary' }, NOON);
    for (const { id } of [mine, kept])
      await db.delivery.create({ data: { ...deliveryRow('monday'), clubId: 'c1', reminderId: id } });
    const before = await allRows(db);
    expect(await store.deleteReminder(db, 'c1', BEN.athleteId, mine.id)).toBe(false);
    expect(await store.deleteReminder(db, 'c1', ANN.athleteId, clubs.id)).toBe(false);
    expect(await allRows(db)).toEqual(before);
    expect(await store.deleteReminder(db, 'c1', 'a1', mine.id)).toBe(true);
    expect(await store.deleteReminder(db, 'c1', 'a1', mine.id)).toBe(false);
    expect(await store.listReminders(db, 'c1', 'a1')).toEqual([kept]);
    expect((await db.delivery.findMany()).map(({ reminderId }) => reminderId)).toEqual([kept.id]);
  });
});
