// People who were due together and no longer are: nobody is left behind, and nobody is told twice.
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import type { FaultPoints } from '../../src/deliveries/fault-points.ts';
import { redrive } from '../../src/deliveries/redrive-store.ts';
import { createSender } from '../../src/discord/sender.ts';
import { systemClock } from '../../src/time/clock.ts';
import { useSqliteFiles } from '../db/databases.ts';
import { after, HOUR, MINUTE, MONDAY_18 } from './club.ts';
import { of, setGroup } from './group-stage.ts';
import { GRACE_MINUTES, POST_MESSAGE } from './stage.ts';

const makeUrl = useSqliteFiles();

async function setPeople(count: number) {
  const database = await openDatabase(await makeUrl(), { clock: systemClock });
  onTestFinished(() => database.close());
  const group = await setGroup(database, count);
  const rows = () =>
    database.db.delivery.findMany({
      include: { reminder: { include: { athlete: true } } },
      orderBy: { id: 'asc' },
    });
  return {
    ...group,
    rows,
    async dieAt(point: keyof FaultPoints) {
      const worker = await group.haltAt(point);
      worker.die();
    },
    /** Discord's user id and the delivery of the one whose message it is, then of the others. */
    async inOrder() {
      const all = (await rows()).map(({ id, leaderId, reminder }) => {
        return { id, leaderId, leads: leaderId === null, userId: reminder.athlete?.userId ?? '' };
      });
      const [first, ...others] = all.toSorted((a, b) => Number(b.leads) - Number(a.leads));
      if (first === undefined) throw new Error('nobody is due');
      return [first, ...others] as const;
    },
    again: (ids: readonly string[]) => redrive(database.db, group.clubId, ids, group.clock.now()),
  };
}

describe('people who were due together', () => {
  test('and of whom the first reads something else after a request that never came: each is named', async () => {
    const group = await setPeople(3);
    await group.dieAt('beforeSend');
    const [first, ...others] = await group.inOrder();
    group.whims.set(first.userId, 'other words');
    group.clock.advance(61_000);
    await group.engine().tick();
    expect(
      group
        .named()
        .map(({ length }) => length)
        .toSorted(),
    ).toEqual([1, 2]);
    expect(group.named().flat().toSorted()).toEqual(
      [first, ...others].map(({ userId }) => userId).toSorted(),
    );
  });

  test('and of whom the first is deleted get a message that is theirs, and are found in it', async () => {
    const group = await setPeople(3);
    await group.dieAt('beforeSend');
    const [first, ...others] = await group.inOrder();
    await group.db.reminder.delete({ where: await group.reminderOf(first.userId) });
    group.clock.advance(5 * MINUTE);
    await group.dieAt('afterSend');
    group.clock.advance(5 * MINUTE);
    await group.engine().tick();
    expect(group.named().map((each) => each.toSorted())).toEqual([
      others.map(({ userId }) => userId).toSorted(),
    ]);
    expect((await group.rows()).map(({ state }) => state)).toEqual(['sent', 'sent']);
    const [leader, companion] = await group.inOrder();
    expect(leader.leads).toBe(true);
    expect(companion?.leaderId).toBe(leader.id);
  });

  test('stay together when the clock is set back under a lease: who was not told is named', async () => {
    const group = await setPeople(3);
    group.clock.advance(50 * MINUTE);
    await group.dieAt('beforeSend');
    group.clock.set(MONDAY_18);
    const engine = group.engine();
    await engine.tick();
    group.clock.advance(2 * HOUR);
    await engine.tick();
    expect(group.named().map((each) => each.toSorted())).toEqual([group.userIds]);
  });

  test('and read different words wait each for the end of Discord’s limit', async () => {
    const group = await setPeople(2);
    const [, other = ''] = group.userIds;
    group.whims.set(other, 'other words');
    group.sandbox.faults.next(POST_MESSAGE, { kind: '429', retryAfter: 30 });
    const sender = createSender(group.rest({ rejectOnRateLimit: () => true, offset: 0 }));
    const engine = group.engine({}, { sender });
    await engine.tick();
    const waiting = (await group.rows()).find(({ lastCode }) => lastCode === '429');
    expect(waiting?.availableAt).toEqual(after(MONDAY_18, 30_000));
    expect(group.named()).toHaveLength(1);
    group.clock.advance(30_000);
    await engine.tick();
    expect(group.named().flat().toSorted()).toEqual(group.userIds);
  });
});

test('who is asked for again is sent it, and who is past the grace is not, though both were due together', async () => {
  const group = await setPeople(2);
  await group.dieAt('afterMaterialise');
  const [wanted, late] = await group.inOrder();
  const skipped = { where: { id: wanted.id }, data: { state: 'skipped' } };
  await group.db.delivery.update(skipped);
  const engine = group.engine();
  group.clock.advance(GRACE_MINUTES * MINUTE);
  group.whims.set(late?.userId ?? '', 'broken');
  await engine.tick();
  group.clock.advance(MINUTE);
  group.whims.clear();
  await group.again([wanted.id]);
  await engine.tick();
  expect(group.named()).toEqual([[wanted.userId]]);
});

describe('people of whom nobody knows whether they were told', () => {
  async function setUnknown(point: keyof FaultPoints) {
    const group = await setPeople(3);
    // A channel in which nobody ever wrote is known to be empty.
    group.ann.say('hello', 'training');
    await group.dieAt(point);
    group.guild.denyBot('training', ['ReadMessageHistory']);
    group.clock.advance(5 * MINUTE);
    await group.engine().tick();
    expect(await group.states()).toEqual(of(group.userIds, 'unknown'));
    const named = () => group.named().filter(({ length }) => length > 0);
    return { ...group, named };
  }

  test('are found in their message when they are asked for again and we may read', async () => {
    const group = await setUnknown('afterSend');
    group.guild.denyBot('training', []);
    await group.again((await group.rows()).map(({ id }) => id));
    await group.engine().tick();
    expect(group.named()).toHaveLength(1);
    expect(await group.states()).toEqual(of(group.userIds, 'sent'));
  });

  test('get one message when they are asked for again and it never came', async () => {
    const group = await setUnknown('beforeSend');
    group.guild.denyBot('training', []);
    await group.again((await group.rows()).map(({ id }) => id));
    await group.engine().tick();
    expect(group.named().map((each) => each.toSorted())).toEqual([group.userIds]);
  });

  test('are not taken for told by a message that one of them was sent alone', async () => {
    const group = await setUnknown('beforeSend');
    const [first, ...others] = await group.inOrder();
    await group.again([first.id]);
    await group.engine().tick();
    expect(group.named()).toEqual([[first.userId]]);
    group.guild.denyBot('training', []);
    await group.again(others.map(({ id }) => id));
    await group.engine().tick();
    expect(group.named().flat().toSorted()).toEqual(group.userIds);
  });
});
