// People who are due for the same thing in one channel at one minute: one message, and each is named in one.
import pino from 'pino';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { createDeliveryEngine } from '../../src/deliveries/engine.ts';
import type { FaultPoints } from '../../src/deliveries/fault-points.ts';
import { createSender } from '../../src/discord/sender.ts';
import { describeOnBothDatabases, usePostgresDatabases } from '../db/databases.ts';
import { after, DAY, HOUR, MINUTE, MONDAY_18, makeAthlete, makeReminder } from './club.ts';
import { of, setGroup } from './group-stage.ts';
import { POST_MESSAGE } from './stage.ts';

const KILLED_AT: readonly (keyof FaultPoints)[] = [
  ...(['duringMaterialise', 'afterMaterialise', 'afterClaim', 'afterCompose', 'beforeSend'] as const),
  ...(['afterSend', 'beforeAcknowledge', 'afterAcknowledge'] as const),
];

describeOnBothDatabases('people who are due together', (open) => {
  test('200 are named once each, in four messages, and whoever presses is one of its own', async () => {
    const group = await setGroup(await open(), 200);
    await group.engine().tick();
    const named = group.named();
    expect(named.map((each) => each.length)).toEqual([50, 50, 50, 50]);
    expect(named.flat().toSorted()).toEqual(group.userIds);
    expect(group.requests(POST_MESSAGE)).toHaveLength(4);
    const rows = await group.deliveries();
    expect(rows.every(({ state, attempt }) => state === 'sent' && attempt === 1)).toBe(true);
    for (const { messageId, leaderId } of rows) {
      const leader = rows.find(({ id }) => id === leaderId);
      if (leader) expect(leader).toMatchObject({ messageId, leaderId: null });
    }
    expect(rows.filter(({ leaderId }) => leaderId === null)).toHaveLength(4);
  });

  test('are named once, wherever a worker dies and however its answers are lost', async () => {
    const group = await setGroup(await open(), 53);
    let day = MONDAY_18;
    for (const point of KILLED_AT) {
      // Within Discord's memory of the nonce, and beyond it.
      for (const downtime of point === 'afterSend' ? [61_000, 5 * MINUTE] : [61_000]) {
        group.clock.set(day);
        const before = group.seen().length;
        const worker = await group.haltAt(point);
        // On PostgreSQL a transaction that hangs holds its locks for as long as its worker lives.
        if (point === 'duringMaterialise') await worker.goOn();
        worker.die();
        group.sandbox.faults.next(POST_MESSAGE, 'lost-answer', 2);
        group.clock.advance(downtime);
        const next = group.engine();
        for (const wait of [0, 5_000, 70_000, 10_000]) {
          group.clock.advance(wait);
          await next.tick();
        }
        const named = group.named().slice(before);
        expect(named.map(({ length }) => length).toSorted(), point).toEqual([3, 50]);
        expect(named.flat().toSorted(), point).toEqual(group.userIds);
        expect(await group.db.delivery.count({ where: { state: { not: 'sent' } } }), point).toBe(0);
        group.sandbox.faults.clear();
        day = after(day, DAY);
      }
    }
  }, 60_000);

  test('and no longer want it are not named, nor is a word said of them', async () => {
    const group = await setGroup(await open(), 4);
    const [first = '', second = '', third = '', fourth = ''] = group.userIds;
    const rows = [first, second, third, fourth];
    group.whims.set(first, 'done').set(third, 'broken');
    await group.engine().tick();
    expect(group.named().map((each) => each.toSorted())).toEqual([[second, fourth]]);
    expect(await group.states()).toEqual({ ...of(rows, 'sent'), [first]: 'cancelled', [third]: 'pending' });
    group.whims.delete(third);
    group.clock.advance(5_000);
    await group.engine().tick();
    expect(group.named()[1]).toEqual([third]);
  });

  test('and read different words get a message each wording, in one go', async () => {
    const group = await setGroup(await open(), 5);
    const others = group.userIds.slice(3);
    for (const userId of others) group.whims.set(userId, 'other words');
    await group.engine().tick();
    const named = group.named().map((each) => each.toSorted());
    expect(named.toSorted()).toEqual([group.userIds.slice(0, 3), others]);
    expect(await group.states()).toEqual(of(group.userIds, 'sent'));
  });

  test('after a message whose answer was lost, are called off or deleted: nobody is named twice', async () => {
    const group = await setGroup(await open(), 4);
    const worker = await group.haltAt('afterSend');
    worker.die();
    const leader = await group.db.delivery.findFirstOrThrow({ where: { leaderId: null } });
    await group.db.reminder.delete({ where: { id: leader.reminderId } });
    const [left = ''] = Object.keys(await group.states());
    group.whims.set(left, 'done');
    group.clock.advance(61_000);
    await group.engine().tick();
    expect(group.named().map(({ length }) => length)).toEqual([4]);
    expect(new Set(Object.values(await group.states()))).toEqual(new Set(['sent']));
    expect(await group.db.delivery.count()).toBe(3);
  });

  test('and of whom one is deleted before the request leaves: the others are told, in one message', async () => {
    const group = await setGroup(await open(), 4);
    const worker = await group.haltAt('afterCompose');
    const [deleted = '', ...others] = group.userIds;
    await group.db.reminder.delete({ where: await group.reminderOf(deleted) });
    await worker.goOn();
    group.clock.advance(1_000);
    await group.engine().tick();
    expect(group.named().map((each) => each.toSorted())).toEqual([others]);
    expect(await group.states()).toEqual(of(others, 'sent'));
  });

  test('and join when the message has left get their own', async () => {
    const group = await setGroup(await open(), 2);
    await group.engine().tick();
    const athleteId = await makeAthlete(group, group.clubId, '9000');
    await makeReminder(group.database, group.clubId, { athleteId, channelId: group.training });
    group.clock.advance(1_000);
    await group.engine().tick();
    expect(group.named()).toEqual([expect.arrayContaining(group.userIds), ['9000']]);
  });

  test('and may not be told there all end alike, with one trouble to report', async () => {
    const group = await setGroup(await open(), 3);
    group.guild.denyBot('training', ['SendMessages']);
    await group.engine().tick();
    expect(await group.states()).toEqual(of(group.userIds, 'dead'));
    expect(group.troubles).toHaveLength(1);
    group.clock.advance(HOUR);
    await group.engine().tick();
    expect(group.requests(POST_MESSAGE)).toHaveLength(1);
  });
});

const makeUrl = usePostgresDatabases();

test('two workers on one PostgreSQL name each of 200 people once', async () => {
  const url = await makeUrl();
  const clock = { now: () => new Date() };
  const [one, two] = await Promise.all([openDatabase(url, { clock }), openDatabase(url, { clock })]);
  const group = await setGroup(one, 200);
  const other = createDeliveryEngine({
    ...{ database: two, kinds: [group.kind], clock: group.clock, log: pino({ level: 'silent' }) },
    sender: createSender(group.rest()),
  });
  await Promise.all([group.engine().tick(), other.tick()]);
  expect(group.named().flat().toSorted()).toEqual(group.userIds);
  expect(group.named().map(({ length }) => length)).toEqual([50, 50, 50, 50]);
  await Promise.all([one.close(), two.close()]);
}, 60_000);
