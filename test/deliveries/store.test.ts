import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { materialise as materialiseAll } from '../../src/deliveries/materialise-store.ts';
import { type CatchUp, planCatchUp, weeklyRule } from '../../src/deliveries/rules.ts';
import {
  cancelForReminder,
  cancelForSession,
  type DueReminder,
  findDueReminders,
} from '../../src/deliveries/store.ts';
import { describeOnEmptiedDatabases } from '../db/databases.ts';
import { after, DAY, HOUR, MINUTE, MONDAY_18, makeClub, makeReminder, scheduleAfter } from './club.ts';

const NEXT: CatchUp = {
  occurrences: [{ key: '2026-03-02T18:00', dueAt: MONDAY_18, state: 'pending' }],
  nextDueAt: after(MONDAY_18, 2 * DAY),
};

async function due(database: Database, now = MONDAY_18) {
  return findDueReminders(database.db, ['core', 'summary'], now, 100);
}

async function materialise(
  database: Database,
  reminder: DueReminder,
  plan: CatchUp,
  beforeCommit?: () => Promise<void>,
): Promise<boolean> {
  const done = await materialiseAll(database, [{ reminder, plan, isShared: false }], beforeCommit);
  return done.length === 1;
}

async function onlyDue(database: Database) {
  const [reminder] = await due(database);
  if (!reminder) throw new Error('nothing is due');
  return reminder;
}

describeOnEmptiedDatabases('reminders that are due', (open) => {
  test('come earliest first, of the kinds asked for, and not before their time', async () => {
    const database = await open();
    const { clubId } = await makeClub(database);
    const later = await makeReminder(database, clubId, { nextDueAt: after(MONDAY_18, -MINUTE) });
    const first = await makeReminder(database, clubId, { nextDueAt: after(MONDAY_18, -HOUR) });
    const now = await makeReminder(database, clubId);
    await makeReminder(database, clubId, { nextDueAt: after(MONDAY_18, 1) });
    await makeReminder(database, clubId, { kind: 'stretch' });
    await makeReminder(database, clubId, { nextDueAt: null, days: null, time: null, afterMinutes: 30 });
    expect((await due(database)).map(({ id }) => id)).toEqual([first, later, now]);
  });

  test('include those that a wrong clock has sent years ahead', async () => {
    const database = await open();
    const { clubId } = await makeClub(database);
    const stranded = await makeReminder(database, clubId, { nextDueAt: after(MONDAY_18, 900 * DAY) });
    await makeReminder(database, clubId, { nextDueAt: after(MONDAY_18, 7 * DAY) });
    expect((await due(database)).map(({ id }) => id)).toEqual([stranded]);
  });
});

describeOnEmptiedDatabases('materialising', (open) => {
  test('writes the delivery and moves the reminder on', async () => {
    const database = await open();
    const { clubId } = await makeClub(database);
    const id = await makeReminder(database, clubId);
    expect(await materialise(database, await onlyDue(database), NEXT)).toBe(true);
    const reminder = await database.db.reminder.findUniqueOrThrow({ where: { id } });
    expect(reminder).toMatchObject({ nextDueAt: NEXT.nextDueAt, version: 2 });
    expect(await database.db.delivery.findMany()).toMatchObject([
      {
        ...{ clubId, reminderId: id, occurrenceKey: '2026-03-02T18:00', state: 'pending', attempt: 0 },
        ...{ dueAt: MONDAY_18, availableAt: MONDAY_18, firstSendAt: null, leaseToken: null },
      },
    ]);
  });

  test('does nothing when the reminder was changed since it was read', async () => {
    const database = await open();
    const { clubId } = await makeClub(database);
    const id = await makeReminder(database, clubId);
    const read = await onlyDue(database);
    await database.db.reminder.update({ where: { id }, data: { time: '19:00', version: { increment: 1 } } });
    expect(await materialise(database, read, NEXT)).toBe(false);
    expect(await database.db.delivery.count()).toBe(0);
  });

  test('by several workers at once makes one delivery', async () => {
    const database = await open();
    const { clubId } = await makeClub(database);
    await makeReminder(database, clubId);
    const read = await onlyDue(database);
    const done = await Promise.all(Array.from({ length: 6 }, () => materialise(database, read, NEXT)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await database.db.delivery.count()).toBe(1);
  });

  test('leaves an occurrence alone that is there already, sent or not', async () => {
    const database = await open();
    const { clubId } = await makeClub(database);
    await makeReminder(database, clubId);
    await materialise(database, await onlyDue(database), { ...NEXT, nextDueAt: MONDAY_18 });
    await database.db.delivery.updateMany({ data: { state: 'sent' } });
    expect(await materialise(database, await onlyDue(database), NEXT)).toBe(true);
    expect(await database.db.delivery.findMany()).toMatchObject([{ state: 'sent' }]);
    expect(await due(database)).toEqual([]);
  });

  test('that fails half way leaves nothing behind', async () => {
    const database = await open();
    const { clubId } = await makeClub(database);
    await makeReminder(database, clubId);
    const died = materialise(database, await onlyDue(database), NEXT, () =>
      Promise.reject(new Error('died')),
    );
    await expect(died).rejects.toThrow('died');
    expect(await database.db.delivery.count()).toBe(0);
    expect(await due(database)).toHaveLength(1);
  });

  test('skips an older occurrence that was never tried', async () => {
    const database = await open();
    const { clubId } = await makeClub(database);
    await makeReminder(database, clubId);
    await materialise(database, await onlyDue(database), { ...NEXT, nextDueAt: MONDAY_18 });
    const wednesday = after(MONDAY_18, 2 * DAY);
    const rule = weeklyRule({ days: 'mon,wed,fri', time: '18:00', zone: 'Europe/Berlin' });
    const plan = planCatchUp(rule, wednesday, wednesday, 60);
    await materialise(database, await onlyDue(database), plan);
    const states = await database.db.delivery.findMany({ orderBy: { dueAt: 'asc' } });
    expect(states.map(({ occurrenceKey, state }) => `${occurrenceKey} ${state}`)).toEqual([
      '2026-03-02T18:00 skipped',
      '2026-03-04T18:00 pending',
    ]);
  });
});

describeOnEmptiedDatabases('what follows a session', (open) => {
  async function followed(database: Database) {
    const { clubId, athleteId } = await makeClub(database);
    const unplanned = { athleteId, nextDueAt: null, days: null, time: null, afterMinutes: 30 };
    const stretch = await makeReminder(database, clubId, { ...unplanned, kind: 'stretch' });
    const core = await makeReminder(database, clubId, { ...unplanned, kind: 'core' });
    const sessionId = randomUUID();
    const dueAt = after(MONDAY_18, 30 * MINUTE);
    await database.transaction(async (tx) => {
      await scheduleAfter(tx, { clubId, reminderId: stretch, sessionId, dueAt });
      await scheduleAfter(tx, { clubId, reminderId: core, sessionId, dueAt });
    });
    return { clubId, sessionId, dueAt, stretch };
  }

  test('is planned once per reminder, and goes with its session', async () => {
    const database = await open();
    const { dueAt, sessionId } = await followed(database);
    const rows = await database.db.delivery.findMany();
    expect(rows).toHaveLength(2);
    for (const row of rows)
      expect(row).toMatchObject({ occurrenceKey: `session:${sessionId}`, dueAt, state: 'pending' });
    await database.db.session.delete({ where: { id: sessionId } });
    expect(await database.db.delivery.count()).toBe(0);
  });

  test('is not planned when the session is not saved', async () => {
    const database = await open();
    const { clubId } = await makeClub(database);
    const reminderId = await makeReminder(database, clubId);
    const failing = database.transaction(async (tx) => {
      await scheduleAfter(tx, { clubId, reminderId, sessionId: randomUUID(), dueAt: MONDAY_18 });
      throw new Error('not saved');
    });
    await expect(failing).rejects.toThrow('not saved');
    expect(await database.db.delivery.count()).toBe(0);
  });

  test('is called off by kind or altogether, in its own club only, unless it was sent', async () => {
    const database = await open();
    const { clubId, sessionId, stretch } = await followed(database);
    expect(await cancelForSession(database.db, 'another club', sessionId)).toBe(0);
    expect(await cancelForSession(database.db, clubId, sessionId, 'stretch')).toBe(1);
    expect(await database.db.delivery.findMany({ where: { reminderId: stretch } })).toMatchObject([
      { state: 'cancelled' },
    ]);
    await database.db.delivery.updateMany({ where: { state: 'pending' }, data: { state: 'sent' } });
    expect(await cancelForSession(database.db, clubId, sessionId)).toBe(0);
  });

  test('is called off with its reminder’s old time, in its own club only, but for what was put off', async () => {
    const database = await open();
    const { clubId, stretch } = await followed(database);
    expect(await cancelForReminder(database.db, 'another club', stretch)).toBe(0);
    const where = { reminderId: stretch };
    await database.db.delivery.updateMany({ where, data: { occurrenceKey: 'snooze:1' } });
    expect(await cancelForReminder(database.db, clubId, stretch)).toBe(0);
    await database.db.delivery.updateMany({ where, data: { occurrenceKey: 'session:1' } });
    expect(await cancelForReminder(database.db, clubId, stretch)).toBe(1);
    expect(await cancelForReminder(database.db, clubId, stretch)).toBe(0);
    expect(await database.db.delivery.count({ where: { state: 'pending' } })).toBeGreaterThan(0);
  });
});
