import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { type ClaimedDelivery, claimDue } from '../../src/deliveries/claim-store.ts';
import {
  acknowledge,
  beginSend,
  endDelivery,
  isSuperseded,
  releaseForRetry,
  skipExpired,
} from '../../src/deliveries/lease-store.ts';
import { describeOnEmptiedDatabases } from '../db/databases.ts';
import { after, DAY, HOUR, MINUTE, MONDAY_18, makeClub, makeReminder } from './club.ts';

const LEASE = 60_000;

function claim(database: Database, now = MONDAY_18, limit = 100): Promise<ClaimedDelivery[]> {
  return claimDue(database, { now, limit, leaseToken: randomUUID(), leaseUntil: after(now, LEASE) });
}

async function claimOne(database: Database, now = MONDAY_18): Promise<ClaimedDelivery> {
  const [delivery] = await claim(database, now, 1);
  if (!delivery) throw new Error('nothing was claimed');
  return delivery;
}

async function makeDeliveries(database: Database, dueAts: readonly Date[]): Promise<string[]> {
  const { clubId, athleteId } = await makeClub(database);
  const reminderId = await makeReminder(database, clubId, { athleteId, nextDueAt: null });
  const rows = dueAts.map((dueAt, index) => ({
    ...{ id: randomUUID(), clubId, reminderId, occurrenceKey: `${index}`, state: 'pending' },
    ...{ dueAt, availableAt: dueAt },
  }));
  await database.db.delivery.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

function row(database: Database, id: string) {
  return database.db.delivery.findUniqueOrThrow({ where: { id } });
}

describeOnEmptiedDatabases('claiming', (open) => {
  test('takes what is due, earliest first, counts the try and knows what it is for', async () => {
    const database = await open();
    const ids = await makeDeliveries(database, [MONDAY_18, after(MONDAY_18, -HOUR), after(MONDAY_18, 1)]);
    const claimed = await claim(database);
    expect(claimed.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect(claimed[0]).toMatchObject({ kind: 'core', attempt: 1, firstSendAt: null, channelId: null });
    expect(claimed[0]?.athleteId).toEqual(expect.any(String));
    expect(claimed[0]?.dueAt).toEqual(after(MONDAY_18, -HOUR));
  });

  test('takes no more than asked for', async () => {
    const database = await open();
    const ids = await makeDeliveries(
      database,
      [0, 1, 2, 3].map((n) => after(MONDAY_18, n - 10)),
    );
    expect((await claim(database, MONDAY_18, 2)).map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect((await claim(database, MONDAY_18, 9)).map(({ id }) => id)).toEqual(ids.slice(2));
    expect(await claim(database, MONDAY_18, 9)).toEqual([]);
  });

  test('by eight workers at once gives every row to exactly one', async () => {
    const database = await open();
    const ids = await makeDeliveries(
      database,
      Array.from({ length: 200 }, (_, n) => after(MONDAY_18, -n)),
    );
    const taken: string[] = [];
    async function work(): Promise<void> {
      for (;;) {
        const claimed = await claim(database, MONDAY_18, 7);
        if (claimed.length === 0) return;
        taken.push(...claimed.map(({ id }) => id));
      }
    }
    await Promise.all(Array.from({ length: 8 }, work));
    expect(taken.toSorted()).toEqual(ids.toSorted());
    expect(await database.db.delivery.count({ where: { attempt: 1 } })).toBe(200);
  });

  test('takes again what a lost worker held, once its lease is over', async () => {
    const database = await open();
    await makeDeliveries(database, [MONDAY_18]);
    const lost = await claimOne(database);
    expect(await claim(database, after(MONDAY_18, LEASE - 1))).toEqual([]);
    const again = await claimOne(database, after(MONDAY_18, LEASE));
    expect(again).toMatchObject({ id: lost.id, attempt: 2 });
    expect(again.leaseToken).not.toBe(lost.leaseToken);
  });

  test('is not kept waiting by leases and retries from before the clock was set back', async () => {
    const database = await open();
    const [leased = '', retried = ''] = await makeDeliveries(database, [MONDAY_18, MONDAY_18]);
    const tomorrow = after(MONDAY_18, DAY);
    const held = await claim(database, tomorrow);
    for (const delivery of held.filter(({ id }) => id === retried))
      await releaseForRetry(database.db, delivery, {
        ...{ availableAt: tomorrow, code: '503', counts: true, mayHaveArrived: true },
      });
    expect((await claim(database, MONDAY_18)).map(({ id }) => id).toSorted()).toEqual(
      [leased, retried].toSorted(),
    );
  });

  test('leaves alone what is planned for far ahead', async () => {
    const database = await open();
    await makeDeliveries(database, [after(MONDAY_18, 5 * HOUR)]);
    expect(await claim(database)).toEqual([]);
  });
});

describeOnEmptiedDatabases('a claimed delivery', (open) => {
  test('is written down as leaving, with the time of the first request', async () => {
    const database = await open();
    await makeDeliveries(database, [MONDAY_18]);
    const delivery = await claimOne(database);
    const leaseUntil = after(MONDAY_18, 2 * MINUTE);
    const sending = { channelId: '300000000000000001', now: MONDAY_18, leaseUntil };
    expect(await beginSend(database.db, delivery, sending)).toBe(true);
    expect(await row(database, delivery.id)).toMatchObject({ firstSendAt: MONDAY_18, leaseUntil });
    const next = await claimOne(database, leaseUntil);
    await beginSend(database.db, next, { ...sending, now: leaseUntil, leaseUntil: after(leaseUntil, LEASE) });
    expect(await row(database, delivery.id)).toMatchObject({ firstSendAt: MONDAY_18 });
  });

  test('does not leave once it was cancelled, taken over or deleted', async () => {
    const database = await open();
    const sending = { channelId: '300000000000000001', now: MONDAY_18, leaseUntil: after(MONDAY_18, LEASE) };
    await makeDeliveries(database, [MONDAY_18, MONDAY_18, MONDAY_18]);
    const [cancelled, taken, deleted] = await claim(database);
    if (!cancelled || !taken || !deleted) throw new Error('too few');
    await database.db.delivery.update({ where: { id: cancelled.id }, data: { state: 'cancelled' } });
    await database.db.delivery.update({ where: { id: taken.id }, data: { leaseToken: 'another' } });
    await database.db.delivery.delete({ where: { id: deleted.id } });
    for (const delivery of [cancelled, taken, deleted])
      expect(await beginSend(database.db, delivery, sending)).toBe(false);
  });

  test('is acknowledged by its holder alone', async () => {
    const database = await open();
    await makeDeliveries(database, [MONDAY_18]);
    const late = await claimOne(database);
    const holder = await claimOne(database, after(MONDAY_18, LEASE));
    const sent = { ids: [late.id], channelId: '3', messageId: '4', sentAt: MONDAY_18 };
    expect(await acknowledge(database.db, { ...sent, leaseToken: late.leaseToken })).toBe(false);
    expect(await row(database, late.id)).toMatchObject({ state: 'pending', messageId: null });
    expect(await acknowledge(database.db, { ...sent, leaseToken: holder.leaseToken })).toBe(true);
    expect(await row(database, late.id)).toMatchObject({
      ...{ state: 'sent', channelId: '3', messageId: '4', sentAt: MONDAY_18, leaseToken: null },
    });
  });

  test('that was sent counts as sent even when it was cancelled meanwhile', async () => {
    const database = await open();
    await makeDeliveries(database, [MONDAY_18]);
    const { id, leaseToken } = await claimOne(database);
    await database.db.delivery.update({ where: { id }, data: { state: 'cancelled' } });
    const sent = { ids: [id], leaseToken, channelId: '3', messageId: '4', sentAt: MONDAY_18 };
    expect(await acknowledge(database.db, sent)).toBe(true);
    expect(await row(database, id)).toMatchObject({ state: 'sent' });
  });

  test('goes back for a retry: counted or not, and certain or not that nothing arrived', async () => {
    const database = await open();
    await makeDeliveries(database, [MONDAY_18]);
    const availableAt = after(MONDAY_18, 5_000);
    const sending = { channelId: '3', now: MONDAY_18, leaseUntil: after(MONDAY_18, LEASE) };
    const first = await claimOne(database);
    await beginSend(database.db, first, sending);
    const refused = { availableAt, code: '429', counts: false, mayHaveArrived: false };
    await releaseForRetry(database.db, first, refused);
    expect(await row(database, first.id)).toMatchObject({
      ...{ attempt: 0, firstSendAt: null, channelId: null, leaseToken: null, leaseUntil: null },
      ...{ availableAt, lastCode: '429', state: 'pending' },
    });
    const second = await claimOne(database, availableAt);
    await beginSend(database.db, second, { ...sending, now: availableAt });
    await releaseForRetry(database.db, second, { ...refused, counts: true, mayHaveArrived: true });
    expect(await row(database, first.id)).toMatchObject({ attempt: 1, firstSendAt: availableAt });
  });

  test.each(['cancelled', 'skipped', 'dead', 'unknown'] as const)('ends as %s, once', async (state) => {
    const database = await open();
    await makeDeliveries(database, [MONDAY_18]);
    const delivery = await claimOne(database);
    await endDelivery(database.db, delivery, state, '50013');
    await endDelivery(database.db, delivery, 'dead', 'again');
    expect(await row(database, delivery.id)).toMatchObject({ state, lastCode: '50013', leaseToken: null });
    expect(await claim(database, after(MONDAY_18, DAY))).toEqual([]);
  });

  test('gives way to a newer one of the same reminder that is due as well', async () => {
    const database = await open();
    await makeDeliveries(database, [MONDAY_18, after(MONDAY_18, HOUR)]);
    const older = await claimOne(database);
    expect(await isSuperseded(database.db, older, MONDAY_18)).toBe(false);
    expect(await isSuperseded(database.db, older, after(MONDAY_18, HOUR))).toBe(true);
  });
});

describeOnEmptiedDatabases('after a restored backup', (open) => {
  test('what is past its grace and was never tried is skipped; what may have been sent is not', async () => {
    const database = await open();
    const old = after(MONDAY_18, -30 * DAY);
    const [expired = '', tried = '', fresh = ''] = await makeDeliveries(database, [old, old, MONDAY_18]);
    await database.db.delivery.update({ where: { id: tried }, data: { firstSendAt: old, channelId: '3' } });
    expect(await skipExpired(database.db, 'stretch', MONDAY_18, MONDAY_18)).toBe(0);
    expect(await skipExpired(database.db, 'core', after(MONDAY_18, -HOUR), MONDAY_18)).toBe(1);
    expect(await row(database, expired)).toMatchObject({ state: 'skipped', lastCode: 'late' });
    expect(await row(database, tried)).toMatchObject({ state: 'pending' });
    expect(await row(database, fresh)).toMatchObject({ state: 'pending' });
  });
});
