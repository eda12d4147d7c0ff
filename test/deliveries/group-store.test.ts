// Taking companions under one lease: nobody waits for anybody, and who kills the process goes down alone.
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { claimDue } from '../../src/deliveries/claim-store.ts';
import { gather } from '../../src/deliveries/group-store.ts';
import type { DeliveryKind } from '../../src/deliveries/kind.ts';
import { systemClock } from '../../src/time/clock.ts';
import { usePostgresDatabases, useSqliteFiles } from '../db/databases.ts';
import { deliveryRow } from '../db/rows.ts';
import { after, MINUTE, MONDAY_18, makeClub, makeReminder } from './club.ts';
import { of, setGroup } from './group-stage.ts';
import { signal } from './stage.ts';

const LEASE = { now: MONDAY_18, until: after(MONDAY_18, MINUTE) };

const makePostgres = usePostgresDatabases();

/** Six deliveries of one message. */
async function addSixTogether(database: Database): Promise<void> {
  const { clubId } = await makeClub(database);
  for (const id of ['d0', 'd1', 'd2', 'd3', 'd4', 'd5']) {
    const reminderId = await makeReminder(database, clubId);
    const row = { ...deliveryRow(id, MONDAY_18), id, clubId, reminderId, groupKey: 'together' };
    await database.db.delivery.create({ data: row });
  }
}

const claim = async (database: Database, leaseToken: string) => {
  const [head] = await claimDue(database, {
    ...{ leaseToken, limit: 16 },
    now: LEASE.now,
    leaseUntil: LEASE.until,
  });
  if (head === undefined) throw new Error('nothing was claimed');
  return head;
};

test('on PostgreSQL companions are taken without waiting for anybody, so never in a circle with others', async () => {
  const url = await makePostgres();
  const [one, two] = await Promise.all([
    openDatabase(url, { clock: systemClock }),
    openDatabase(url, { clock: systemClock }),
  ]);
  await addSixTogether(one);
  const head = await claim(one, 'mine');
  const gathered = await two.transaction(async (tx) => {
    const touch = (id: string) => tx.delivery.update({ where: { id }, data: { lastCode: 'touched' } });
    await touch('d5');
    const taken = await gather(one, head, LEASE);
    // From the last to the first, against the order in which they are taken.
    for (const id of ['d4', 'd3', 'd2', 'd1']) await touch(id);
    return taken;
  });
  expect(gathered.companions.map(({ id, attempt }) => [id, attempt])).toEqual(
    ['d1', 'd2', 'd3', 'd4'].map((id) => [id, 1]),
  );
  // At once, by two whose claims have crossed: each is taken by one of them.
  const ids = ['d1', 'd2', 'd3', 'd4', 'd5'];
  const heads = [head, { ...head, id: 'd5', leaseToken: 'theirs' }];
  const free = { leaseToken: null, leaseUntil: null, lastCode: null };
  for (let round = 0; round < 5; round += 1) {
    await one.db.delivery.updateMany({ where: { id: { in: ids } }, data: free });
    const both = await Promise.all([one, two].map((each, at) => gather(each, heads[at] ?? head, LEASE)));
    const taken = both.flatMap(({ companions }) => companions.map(({ id }) => id));
    expect(new Set(taken).size).toBe(taken.length);
  }
  // What was asked for again at one instant, to the millisecond, goes together, and apart from the rest.
  const redrivenAt = after(MONDAY_18, 7);
  await one.db.delivery.updateMany({ where: { id: { in: ids } }, data: free });
  await one.db.delivery.updateMany({ where: { id: { in: ['d2', 'd4'] } }, data: { redrivenAt } });
  await one.db.delivery.update({ where: { id: 'd5' }, data: { redrivenAt: after(MONDAY_18, 8) } });
  const namesOf = async (of: typeof head) => (await gather(one, of, LEASE)).companions.map(({ id }) => id);
  expect(await namesOf({ ...head, redrivenAt })).toEqual(['d2', 'd4']);
  expect(await namesOf(head)).toEqual(['d1', 'd3']);
  // Those whom a request may have left for are taken all or not at all.
  const left = { firstSendAt: MONDAY_18, leaderId: 'd0', leaseToken: null, leaseUntil: null };
  await one.db.delivery.updateMany({ where: { id: { in: ids } }, data: left });
  await two.transaction(async (tx) => {
    await tx.delivery.update({ where: { id: 'd3' }, data: { lastCode: 'touched' } });
    await expect(gather(one, { ...head, firstSendAt: MONDAY_18 }, LEASE)).rejects.toThrow('being changed');
  });
  await Promise.all([one.close(), two.close()]);
});

const makeSqlite = useSqliteFiles();

test.each([
  ['who share a message', { isShared: true }],
  ['who are told apart', { isShared: false }],
])('of those %s one whose composing kills the process takes nobody along', async (_, { isShared }) => {
  const database = await openDatabase(await makeSqlite(), { clock: systemClock });
  const group = await setGroup(database, 5);
  const { userIds, kind } = group;
  const [, , poisoned = ''] = userIds;
  const { id: deadly } = await group.reminderOf(poisoned);
  const never = new Promise<never>(() => {});
  let isDead = false;
  const whileAlive = () => (isDead ? never : Promise.resolve());
  for (let process = 1; process <= 9; process += 1) {
    const died = signal();
    isDead = false;
    const kills: DeliveryKind = {
      ...{ name: kind.name, graceMinutes: kind.graceMinutes, ...(isShared ? { isShared } : {}) },
      async compose(delivery, now) {
        if (delivery.reminderId === deadly) {
          isDead = true;
          died.give();
        }
        await whileAlive();
        return await kind.compose(delivery, now);
      },
    };
    const worker = group.engine({ afterCompose: whileAlive, beforeSend: whileAlive }, { kinds: [kills] });
    await Promise.race([worker.tick(), died.given]);
    void worker.stop();
    group.clock.advance(61_000);
  }
  expect(group.named().flat().toSorted()).toEqual(userIds.filter((userId) => userId !== poisoned));
  expect(await group.states()).toEqual({ ...of(userIds, 'sent'), [poisoned]: 'dead' });
  const attempts = (await group.deliveries()).map(({ attempt }) => attempt).toSorted();
  expect(attempts.at(-1)).toBe(9);
  expect(attempts.at(-2)).toBeLessThanOrEqual(3);
  await database.close();
});
