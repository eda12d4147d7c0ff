// The crash windows of the delivery design: whatever dies, whenever the next worker comes, one message is seen.
import { describe, expect, test } from 'vitest';
import type { FaultPoints } from '../../src/deliveries/fault-points.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import { after, HOUR, MINUTE, MONDAY_18, makeReminder } from './club.ts';
import { GET_MESSAGES, haltAt, killAt, kindOf, POST_MESSAGE, setStage, throwsAt } from './stage.ts';

const SENT = 'Core work 2026-03-02T18:00';

/** Long enough for the lease to end: within Discord's memory of the nonce, beyond it, and almost too late. */
const DOWNTIMES = [
  ['61 seconds', 61_000],
  ['5 minutes', 5 * MINUTE],
  ['59 minutes', 59 * MINUTE],
] as const;

const KILLED_AT: readonly (keyof FaultPoints)[] = [
  'afterMaterialise',
  'afterClaim',
  'afterCompose',
  'beforeSend',
  'afterSend',
  'beforeAcknowledge',
  'afterAcknowledge',
];

describeOnBothDatabases('a worker that is killed', (open) => {
  describe.each(KILLED_AT)('at %s', (point) => {
    test.each(DOWNTIMES)('is followed by another after %s: seen once, known as sent', async (_, downtime) => {
      const stage = await setStage(await open());
      await makeReminder(stage.database, stage.clubId);
      await killAt(stage, point);
      stage.clock.advance(downtime);
      await stage.engine().tick();
      expect(stage.seen()).toEqual([SENT]);
      expect(await stage.deliveries()).toMatchObject([
        { state: 'sent', messageId: stage.ann.messages('training')[0]?.id, channelId: stage.training },
      ]);
    });
  });

  test('before its lease ends the next worker waits', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    await killAt(stage, 'afterClaim');
    stage.clock.advance(59_000);
    const next = stage.engine();
    await next.tick();
    expect(stage.seen()).toEqual([]);
    stage.clock.advance(1_000);
    await next.tick();
    expect(stage.seen()).toEqual([SENT]);
  });

  test.each(['afterClaim', 'afterCompose', 'beforeSend'] as const)(
    'is not repeated by one that stands still at %s until Discord has forgotten the nonce',
    async (point) => {
      const stage = await setStage(await open());
      await makeReminder(stage.database, stage.clubId);
      await killAt(stage, 'afterSend');
      stage.clock.advance(61_000);
      const stands = async () => stage.clock.advance(10 * MINUTE);
      await stage.engine({ hooks: { [point]: stands } }).tick();
      await stage.engine().tick();
      expect(stage.seen()).toEqual([SENT]);
      expect(await stage.deliveries()).toMatchObject([{ state: 'sent' }]);
    },
  );

  test('and not replaced before the grace is over: skipped when nothing had left, not sent late', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    await killAt(stage, 'afterClaim');
    stage.clock.advance(61 * MINUTE);
    await stage.engine().tick();
    expect(stage.seen()).toEqual([]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'skipped', lastCode: 'late' }]);
  });

  test('and not replaced before the grace is over: known as sent when it had left', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    await killAt(stage, 'afterSend');
    stage.clock.advance(3 * HOUR);
    await stage.engine().tick();
    expect(stage.seen()).toEqual([SENT]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent' }]);
  });
});

describeOnBothDatabases('a reminder that is called off after a worker died', (open) => {
  const doneAlready = kindOf(() => ({ cancel: 'done already' }));

  test.each([
    ['afterSend', [SENT], 'sent'],
    ['afterClaim', [], 'cancelled'],
  ] as const)('at %s: %j seen, and known as %s', async (point, seen, state) => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    await killAt(stage, point);
    stage.clock.advance(61_000);
    await stage.engine({ kinds: [doneAlready] }).tick();
    expect(stage.seen()).toEqual(seen);
    expect(await stage.deliveries()).toMatchObject([{ state }]);
  });
});

describeOnBothDatabases('a worker that loses its database', (open) => {
  test('while materialising leaves the reminder due', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const failing = stage.engine({ hooks: throwsAt('duringMaterialise') });
    await expect(failing.tick()).rejects.toThrow('died at duringMaterialise');
    expect(await stage.deliveries()).toEqual([]);
    await stage.engine().tick();
    expect(stage.seen()).toEqual([SENT]);
  });

  test('after Discord took the message writes only the note again', async () => {
    const stage = await setStage(await open());
    const { db } = stage.database;
    await makeReminder(stage.database, stage.clubId);
    let broken = false;
    const engine = stage.engine({
      hooks: {
        async beforeAcknowledge() {
          if (broken) return;
          broken = true;
          await db.$executeRaw`ALTER TABLE "Delivery" RENAME COLUMN "messageId" TO "away"`;
        },
      },
    });
    await engine.tick().catch(() => {});
    expect(broken).toBe(true);
    await expect(engine.tick()).rejects.toThrow();
    await db.$executeRaw`ALTER TABLE "Delivery" RENAME COLUMN "away" TO "messageId"`;
    expect(await stage.deliveries()).toMatchObject([{ state: 'pending' }]);
    stage.clock.advance(61_000);
    await engine.tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent', attempt: 1 }]);
    expect(stage.requests(POST_MESSAGE)).toHaveLength(1);
  });
});

describeOnBothDatabases('an answer that was lost', (open) => {
  test('while the bot runs on: the same nonce brings the same message', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    stage.sandbox.faults.next(POST_MESSAGE, 'lost-answer', 2);
    const engine = stage.engine();
    await engine.tick();
    expect(await stage.deliveries()).toMatchObject([
      { state: 'pending', attempt: 1, firstSendAt: MONDAY_18, availableAt: after(MONDAY_18, 5_000) },
    ]);
    stage.clock.advance(5_000);
    await engine.tick();
    expect(stage.seen()).toEqual([SENT]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent', attempt: 2 }]);
    expect(stage.requests(GET_MESSAGES)).toEqual([]);
    const nonces = stage.requests(POST_MESSAGE).map(({ body }) => (body as { nonce?: string }).nonce);
    expect(new Set(nonces).size).toBe(1);
  });

  test('and the bot away for longer than Discord remembers: the history is read, nothing is sent', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    stage.sandbox.faults.next(POST_MESSAGE, 'lost-answer', 2);
    await stage.engine().tick();
    const before = stage.requests(POST_MESSAGE).length;
    for (let n = 0; n < 230; n += 1) stage.ann.say(`chatter ${n}`, 'training');
    stage.clock.advance(10 * MINUTE);
    await stage.engine().tick();
    expect(stage.requests(POST_MESSAGE)).toHaveLength(before);
    expect(stage.seen().filter((text) => text === SENT)).toHaveLength(1);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent' }]);
  });

  test('to a request that never got through: the history says so, and it is sent', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    await killAt(stage, 'beforeSend');
    for (let n = 0; n < 130; n += 1) stage.ann.say(`chatter ${n}`, 'training');
    stage.clock.advance(10 * MINUTE);
    await stage.engine().tick();
    expect(stage.requests(GET_MESSAGES).length).toBeGreaterThan(1);
    expect(stage.seen().filter((text) => text === SENT)).toHaveLength(1);
  });

  test('and no right to read the history: left as unknown, reported, never sent again', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    stage.sandbox.faults.next(POST_MESSAGE, 'lost-answer', 2);
    await stage.engine().tick();
    stage.guild.denyBot('training', ['ReadMessageHistory']);
    const before = stage.requests(POST_MESSAGE).length;
    for (const wait of [10 * MINUTE, 10 * MINUTE, HOUR]) {
      stage.clock.advance(wait);
      await stage.engine().tick();
    }
    expect(stage.requests(POST_MESSAGE)).toHaveLength(before);
    expect(await stage.deliveries()).toMatchObject([{ state: 'unknown', lastCode: 'no-history' }]);
    expect(stage.troubles).toMatchObject([
      { means: 'unknown', code: 'no-history', channelId: stage.training },
    ]);
  });

  test('and the channel hidden from us: left as unknown', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    stage.sandbox.faults.next(POST_MESSAGE, 'lost-answer', 2);
    await stage.engine().tick();
    stage.guild.denyBot('training', ['ViewChannel']);
    stage.clock.advance(10 * MINUTE);
    await stage.engine().tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'unknown' }]);
  });
});

describeOnBothDatabases('a lease that ends while its worker lives', (open) => {
  test('the other worker gets the same message, and the late note changes nothing', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const slow = await haltAt(stage, 'afterSend');
    stage.clock.advance(61_000);
    await stage.engine().tick();
    const taken = await stage.deliveries();
    expect(taken).toMatchObject([{ state: 'sent', attempt: 2 }]);
    stage.clock.advance(1_000);
    await slow.goOn();
    expect(await stage.deliveries()).toEqual(taken);
    expect(stage.seen()).toEqual([SENT]);
  });

  test.each(['afterCompose', 'beforeSend'] as const)('at %s: the request does not leave', async (point) => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const slow = await haltAt(stage, point);
    stage.clock.advance(10 * MINUTE);
    await stage.engine().tick();
    await slow.goOn();
    expect(stage.requests(POST_MESSAGE)).toHaveLength(1);
    expect(stage.seen()).toEqual([SENT]);
  });
});
