import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { isDuplicate } from '../../src/db/duplicate.ts';
import { claimDue } from '../../src/deliveries/claim-store.ts';
import { beginSend } from '../../src/deliveries/lease-store.ts';
import * as store from '../../src/deliveries/put-off-store.ts';
import { redrive } from '../../src/deliveries/redrive-store.ts';
import { describeOnEmptiedDatabases } from '../db/databases.ts';
import { after, DAY, HOUR, MINUTE, MONDAY_18, makeClub, makeReminder } from './club.ts';

const SOON = after(MONDAY_18, 10 * MINUTE);
const LATE = after(MONDAY_18, HOUR);

/** A reminder whose Monday came. */
async function sentMonday(database: Database) {
  const { clubId, athleteId } = await makeClub(database);
  const reminderId = await makeReminder(database, clubId, { athleteId });
  const when = { dueAt: MONDAY_18, availableAt: MONDAY_18, firstSendAt: MONDAY_18 };
  const { id } = await database.db.delivery.create({
    data: { ...when, clubId, reminderId, occurrenceKey: '2026-03-02T18:00', state: 'sent' },
  });
  const monday: store.PutOff = { id, clubId, reminderId, sessionId: null };
  const others = () =>
    database.db.delivery.findMany({ where: { NOT: { id } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] });
  return { clubId, reminderId, monday, others };
}

describeOnEmptiedDatabases('a delivery that is put off', (open) => {
  test('waits once, however often it is moved, and the reminder does not move', async () => {
    const database = await open();
    const { monday, others } = await sentMonday(database);
    const before = await database.db.reminder.findMany();
    await store.putOffDelivery(database.db, monday, LATE);
    await store.callOff(database.db, monday, 'put-off', 'done already');
    await store.putOffDelivery(database.db, monday, SOON);
    expect(await others()).toMatchObject([
      {
        occurrenceKey: `snooze:${monday.id}`,
        dueAt: SOON,
        availableAt: SOON,
        state: 'pending',
        lastCode: null,
      },
    ]);
    const { clubId, reminderId } = monday;
    expect(await store.nextWaiting(database.db, clubId, [reminderId])).toEqual(new Map([[reminderId, SOON]]));
    expect(await store.nextWaiting(database.db, 'another', [reminderId])).toEqual(new Map());
    expect(await database.db.reminder.findMany()).toEqual(before);
    expect(await store.dueBeforePutOff(database.db, monday.clubId, `snooze:${monday.id}`)).toEqual(MONDAY_18);
    expect(await store.dueBeforePutOff(database.db, 'another', `snooze:${monday.id}`)).toBeNull();
    expect(await store.dueBeforePutOff(database.db, monday.clubId, '2026-03-02T18:00')).toBeNull();
  });

  test('is taken out of the hands of a worker that has not sent it; what was sent is put off in its stead', async () => {
    const database = await open();
    const { monday, others } = await sentMonday(database);
    await store.putOffDelivery(database.db, monday, SOON);
    const claim = { now: SOON, limit: 5, leaseToken: 'mine', leaseUntil: after(SOON, MINUTE) };
    const [claimed] = await claimDue(database, claim);
    if (claimed === undefined) throw new Error('nothing was due');
    await store.putOffDelivery(database.db, monday, LATE);
    const sending = { channelId: '1', now: SOON, leaseUntil: LATE };
    expect(await beginSend(database.db, claimed, sending)).toBe(false);
    await database.db.delivery.updateMany({ data: { state: 'sent', firstSendAt: LATE } });
    await store.putOffDelivery(database.db, monday, after(MONDAY_18, DAY));
    expect((await others()).map(({ occurrenceKey, state }) => [occurrenceKey, state])).toEqual([
      [`snooze:${monday.id}`, 'sent'],
      [`snooze:${claimed.id}`, 'pending'],
    ]);
  });

  test('after an administrator asked for it again is as late as its new time says', async () => {
    const database = await open();
    const { monday, others } = await sentMonday(database);
    await store.putOffDelivery(database.db, monday, SOON);
    const ids = (await others()).map(({ id }) => id);
    await database.db.delivery.updateMany({ where: { id: { in: ids } }, data: { state: 'skipped' } });
    await redrive(database.db, monday.clubId, ids, LATE);
    await store.putOffDelivery(database.db, monday, after(MONDAY_18, DAY));
    expect(await others()).toMatchObject([{ redrivenAt: null, dueAt: after(MONDAY_18, DAY) }]);
  });

  test('by two presses at once is one, and the loser is told as a duplicate', async () => {
    const database = await open();
    const { monday, others } = await sentMonday(database);
    const put = () => database.transaction((tx) => store.putOffDelivery(tx, monday, SOON));
    const outcomes = await Promise.allSettled([put(), put(), put()]);
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused.filter((reason) => !isDuplicate(reason))).toEqual([]);
    expect(await others()).toHaveLength(1);
  });
});

describeOnEmptiedDatabases('calling off', (open) => {
  test('takes all, what was put off, or what was put off from one; in its own club, and nothing that was tried', async () => {
    const database = await open();
    const { monday, others } = await sentMonday(database);
    const regular = { ...monday, id: 'wednesday' };
    const when = { dueAt: LATE, availableAt: LATE, state: 'pending', clubId: monday.clubId };
    await database.db.delivery.create({
      data: { ...when, id: regular.id, reminderId: monday.reminderId, occurrenceKey: '2026-03-04T18:00' },
    });
    await store.putOffDelivery(database.db, monday, SOON);
    await store.putOffDelivery(database.db, regular, after(LATE, 1));
    const off = (what: Parameters<typeof store.callOff>[2], clubId = monday.clubId) =>
      store.callOff(database.db, { clubId, reminderId: monday.reminderId }, what, 'paused');
    expect(await off('all', 'another')).toBe(0);
    expect(await off({ putOffFrom: monday.id })).toBe(1);
    expect(await off('put-off')).toBe(1);
    await database.db.delivery.update({ where: { id: regular.id }, data: { firstSendAt: LATE } });
    expect(await off('all')).toBe(0);
    await database.db.delivery.update({ where: { id: regular.id }, data: { firstSendAt: null } });
    expect(await off('all')).toBe(1);
    expect((await others()).map(({ state, lastCode }) => `${state}: ${lastCode}`)).toEqual(
      Array(3).fill('cancelled: paused'),
    );
  });
});
