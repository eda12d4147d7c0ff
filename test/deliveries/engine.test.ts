import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { expect, test } from 'vitest';
import { bearsDelivery } from '../../src/deliveries/signature.ts';
import { createSender } from '../../src/discord/sender.ts';
import { describeOnEmptiedDatabases } from '../db/databases.ts';
import { after, DAY, HOUR, MINUTE, MONDAY_18, makeReminder, scheduleAfter } from './club.ts';
import { bodyOf, haltAt, kindOf, POST_MESSAGE, type Stage, setStage } from './stage.ts';

const MONDAY = 'Core work 2026-03-02T18:00';
const WEDNESDAY = 'Core work 2026-03-04T18:00';

async function states(stage: Stage): Promise<string[]> {
  return (await stage.deliveries()).map(({ occurrenceKey, state }) => `${occurrenceKey} ${state}`);
}

async function makeFollowUp(stage: Stage, dueAt: Date): Promise<string> {
  const { database, clubId, athleteId } = stage;
  const unplanned = { nextDueAt: null, days: null, time: null, afterMinutes: 30 };
  const reminderId = await makeReminder(database, clubId, { athleteId, ...unplanned });
  const sessionId = randomUUID();
  await scheduleAfter(database.db, { clubId, reminderId, sessionId, dueAt });
  return reminderId;
}

describeOnEmptiedDatabases('a tick', (open) => {
  test('sends what is due at that minute and nothing before it', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const engine = stage.engine();
    stage.clock.set(after(MONDAY_18, -1));
    await engine.tick();
    expect(stage.seen()).toEqual([]);
    stage.clock.set(MONDAY_18);
    await engine.tick();
    await engine.tick();
    expect(stage.seen()).toEqual([MONDAY]);
    stage.clock.set(after(MONDAY_18, 2 * DAY));
    await engine.tick();
    expect(stage.seen()).toEqual([MONDAY, WEDNESDAY]);
  });

  test('sends in due order, all of it, however much is due', async () => {
    const stage = await setStage(await open());
    const keys = Array.from({ length: 60 }, (_, n) => 59 - n);
    for (const n of keys) await makeFollowUp(stage, after(MONDAY_18, -n * 1_000));
    const rows = await stage.deliveries();
    await stage.engine({ limits: { concurrency: 1 } }).tick();
    expect(stage.seen()).toEqual(rows.map(({ occurrenceKey }) => `Core work ${occurrenceKey}`));
  });

  test('asked for while one runs is not forgotten', async () => {
    const stage = await setStage(await open());
    await makeFollowUp(stage, MONDAY_18);
    let asked: Promise<void> | null = null;
    const engine = stage.engine({
      hooks: {
        async afterAcknowledge() {
          if (asked) return;
          await makeFollowUp(stage, MONDAY_18);
          asked = engine.tick();
        },
      },
    });
    await engine.tick();
    expect(stage.seen()).toHaveLength(2);
  });

  test('sends with a nonce that Discord enforces, and mentions nobody whom the kind does not name', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    await makeReminder(stage.database, stage.clubId, { kind: 'stretch' });
    const to = { kind: 'channel', channelId: stage.training } as const;
    const shouting = kindOf((delivery) => ({
      send: { ...bodyOf(delivery, '@everyone'), allowed_mentions: { parse: [] } },
      to,
    }));
    const naming = kindOf(
      (delivery) => ({
        send: { ...bodyOf(delivery), allowed_mentions: { users: [stage.userId] } },
        to,
      }),
      'stretch',
    );
    await stage.engine({ kinds: [shouting, naming] }).tick();
    const bodies = stage.requests(POST_MESSAGE).map(({ body }) => body);
    const none = { parse: [], replied_user: false };
    expect(bodies).toContainEqual(
      expect.objectContaining({
        nonce: expect.stringMatching(/^[\w-]{24}$/),
        enforce_nonce: true,
        allowed_mentions: none,
      }),
    );
    expect(bodies).toContainEqual(
      expect.objectContaining({ allowed_mentions: { ...none, users: [stage.userId] } }),
    );
  });
});

describeOnEmptiedDatabases('what is no longer wanted', (open) => {
  test('is cancelled with its reason when the kind says so', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const logged: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
    await stage.engine({ log, kinds: [kindOf(() => ({ cancel: 'done already' }))] }).tick();
    expect(stage.seen()).toEqual([]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'cancelled', lastCode: 'done already' }]);
    // Why may say how somebody is, which no log tells.
    expect(logged.join()).toContain('"state":"cancelled"');
    expect(logged.join()).not.toMatch(/done already|"core"/);
  });

  test('does not go when it is cancelled between the claim and the request', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const worker = await haltAt(stage, 'afterCompose');
    await stage.database.db.delivery.updateMany({ data: { state: 'cancelled' } });
    await worker.goOn();
    expect(stage.seen()).toEqual([]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'cancelled' }]);
  });

  test('goes with the new words when its reminder is changed between the claim and the request', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const worker = await haltAt(stage, 'afterCompose');
    await stage.database.db.reminder.updateMany({ data: { target: 'direct', version: { increment: 1 } } });
    await worker.goOn();
    expect(stage.seen()).toEqual([]);
    stage.clock.advance(1_000);
    const to = { kind: 'channel', channelId: stage.training } as const;
    const changed = kindOf((delivery) => ({ send: bodyOf(delivery, 'New words'), to }));
    await stage.engine({ kinds: [changed] }).tick();
    expect(stage.seen()).toEqual(['New words 2026-03-02T18:00']);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent', attempt: 1 }]);
  });

  test('does not go when its reminder is deleted between the claim and the request', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const worker = await haltAt(stage, 'afterCompose');
    await stage.database.db.reminder.deleteMany();
    await worker.goOn();
    expect(stage.seen()).toEqual([]);
  });
});

describeOnEmptiedDatabases('after an absence', (open) => {
  test('of a week the latest inside its grace is sent and the older ones are skipped', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    stage.clock.set(after(MONDAY_18, 7 * DAY + 20 * MINUTE));
    await stage.engine().tick();
    expect(stage.seen()).toEqual(['Core work 2026-03-09T18:00']);
    expect(await states(stage)).toEqual([
      '2026-03-02T18:00 skipped',
      '2026-03-04T18:00 skipped',
      '2026-03-06T18:00 skipped',
      '2026-03-09T18:00 sent',
    ]);
  });

  test('of two sessions whose reminders are both overdue one reminder is sent', async () => {
    const stage = await setStage(await open());
    const { database, clubId } = stage;
    const reminderId = await makeReminder(database, clubId, { nextDueAt: null, days: null, time: null });
    for (const minutes of [-40, -20]) {
      const dueAt = after(MONDAY_18, minutes * MINUTE);
      await scheduleAfter(database.db, { clubId, reminderId, sessionId: `${minutes}`, dueAt });
    }
    await stage.engine().tick();
    expect(await states(stage)).toEqual(['session:-40 skipped', 'session:-20 sent']);
  });

  test('and a restored backup: what is past its grace is skipped, not sent a month late', async () => {
    const stage = await setStage(await open());
    await makeFollowUp(stage, after(MONDAY_18, -30 * DAY));
    await makeFollowUp(stage, after(MONDAY_18, -20 * DAY));
    await makeFollowUp(stage, MONDAY_18);
    const warnings: unknown[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => warnings.push(JSON.parse(line)) });
    await stage.engine({ log }).tick();
    expect(stage.seen()).toHaveLength(1);
    expect((await stage.deliveries()).map(({ state }) => state)).toEqual(['skipped', 'skipped', 'sent']);
    expect(warnings).toMatchObject([{ kind: 'core', count: 2 }]);
  });
});

describeOnEmptiedDatabases('a clock that jumps', (open) => {
  test('back by an hour: what was sent is not sent again', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const engine = stage.engine();
    await engine.tick();
    for (const minutes of [-60, -30, 0, 30]) {
      stage.clock.set(after(MONDAY_18, minutes * MINUTE));
      await engine.tick();
    }
    expect(stage.seen()).toEqual([MONDAY]);
  });

  test('years ahead and back: the next reminder still comes at its time', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const engine = stage.engine();
    await engine.tick();
    stage.clock.set(new Date('2031-07-01T12:00:00Z'));
    await engine.tick();
    stage.clock.set(after(MONDAY_18, HOUR));
    await engine.tick();
    stage.clock.set(after(MONDAY_18, 2 * DAY));
    await engine.tick();
    expect(stage.seen()).toEqual([MONDAY, WEDNESDAY]);
  });

  test('a day ahead and back, the bot running on or started anew: today’s still comes, once', async () => {
    const stage = await setStage(await open());
    stage.clock.set(after(MONDAY_18, -HOUR));
    await makeReminder(stage.database, stage.clubId);
    const engine = stage.engine();
    for (const worker of [engine, stage.engine()]) {
      stage.clock.set(after(MONDAY_18, 23 * HOUR));
      await engine.tick();
      expect(await states(stage)).toEqual(['2026-03-02T18:00 skipped']);
      stage.clock.set(after(MONDAY_18, -HOUR));
      await worker.tick();
      expect(await states(stage)).toEqual(['2026-03-02T18:00 pending']);
    }
    stage.clock.set(MONDAY_18);
    await engine.tick();
    stage.clock.set(after(MONDAY_18, 2 * DAY));
    await engine.tick();
    expect(stage.seen()).toEqual([MONDAY, WEDNESDAY]);
  });

  test('back while an answer is lost: the message is found in the history', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    stage.sandbox.faults.next(POST_MESSAGE, 'lost-answer', 2);
    const engine = stage.engine();
    await engine.tick();
    stage.clock.set(after(MONDAY_18, -3 * HOUR));
    await engine.tick();
    stage.clock.set(after(MONDAY_18, 10 * MINUTE));
    await engine.tick();
    expect(stage.seen()).toEqual([MONDAY]);
    expect(await states(stage)).toEqual(['2026-03-02T18:00 sent']);
  });
});

describeOnEmptiedDatabases('a delivery that fails', (open) => {
  test('by a server error is tried again after 5, 10, 20… seconds and is dead after eight tries', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    stage.sandbox.faults.next(POST_MESSAGE, '500', 100);
    const engine = stage.engine({ sender: createSender(stage.rest({ retries: 0 })) });
    const tries: number[] = [];
    for (let seconds = 0; seconds <= 20 * 60; seconds += 5) {
      stage.clock.set(after(MONDAY_18, seconds * 1_000));
      const before = stage.requests(POST_MESSAGE).length;
      await engine.tick();
      if (stage.requests(POST_MESSAGE).length > before) tries.push(seconds);
    }
    expect(tries).toEqual([0, 5, 15, 35, 75, 155, 315, 635]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'dead', lastCode: '500', attempt: 8 }]);
    expect(stage.troubles).toMatchObject([{ means: 'dead', code: '500' }]);
  });

  test('in its own kind is dead after eight tries and holds up nobody', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId, { kind: 'stretch' });
    const kinds = [
      kindOf(() => Promise.reject(new Error('a bug')), 'stretch'),
      kindOf((delivery) => ({
        send: bodyOf(delivery),
        to: { kind: 'channel', channelId: stage.training },
      })),
    ];
    const engine = stage.engine({ kinds });
    await makeReminder(stage.database, stage.clubId);
    for (let tries = 0; tries < 12; tries += 1) {
      await engine.tick();
      stage.clock.advance(2 ** tries * 2_000);
    }
    for (let minutes = 0; minutes < 30; minutes += 1) {
      stage.clock.advance(MINUTE);
      await engine.tick();
    }
    expect(stage.seen()[0]).toBe(MONDAY);
    const poison = await stage.database.db.delivery.findMany({ where: { reminder: { kind: 'stretch' } } });
    expect(poison[0]).toMatchObject({ state: 'dead', lastCode: 'compose', attempt: 8 });
  });

  test('by killing the process is dead after eight claims', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    let deaths = 0;
    const hooks = {
      async afterCompose() {
        deaths += 1;
        throw new Error('killed');
      },
    };
    for (let claims = 0; claims < 12; claims += 1) {
      await stage.engine({ hooks }).tick();
      stage.clock.advance(61_000);
    }
    expect(deaths).toBe(8);
    expect(await stage.deliveries()).toMatchObject([{ state: 'dead', lastCode: 'no-answer' }]);
  });

  test.each([
    [50035, 400, 'dead'],
    [50013, 403, 'no-permission'],
    [50001, 403, 'no-permission'],
    [10003, 404, 'target-gone'],
  ])('by code %i is dead at once and reported as %s', async (code, status, means) => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    stage.sandbox.faults.next(POST_MESSAGE, { code, status });
    await stage.engine().tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'dead', lastCode: `${code}`, attempt: 1 }]);
    expect(stage.troubles).toMatchObject([{ means, code: `${code}`, channelId: stage.training }]);
  });

  test('because its body does not carry its id is dead at once: it could not be recognised', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const to = { kind: 'channel', channelId: stage.training } as const;
    await stage.engine({ kinds: [kindOf(() => ({ send: { content: 'bare' }, to }))] }).tick();
    expect(stage.seen()).toEqual([]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'dead', lastCode: 'no-custom-id' }]);
  });

  test('by a limit waits as long as Discord says, and the try does not count', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    stage.sandbox.faults.next(POST_MESSAGE, { kind: '429', retryAfter: 30 });
    const rejecting = stage.rest({ rejectOnRateLimit: () => true, offset: 0 });
    await stage.engine({ sender: createSender(rejecting) }).tick();
    expect(await stage.deliveries()).toMatchObject([
      { state: 'pending', attempt: 0, firstSendAt: null, availableAt: after(MONDAY_18, 30_000) },
    ]);
    stage.clock.advance(30_000);
    await stage.engine().tick();
    expect(stage.seen()).toEqual([MONDAY]);
  });

  test('by a limit on the whole bot holds everything until it is over', async () => {
    const stage = await setStage(await open());
    await makeFollowUp(stage, after(MONDAY_18, -MINUTE));
    await makeFollowUp(stage, MONDAY_18);
    stage.sandbox.faults.next(POST_MESSAGE, { kind: '429', scope: 'global', retryAfter: 20 });
    const sender = createSender(stage.rest({ rejectOnRateLimit: () => true }));
    const engine = stage.engine({ sender, limits: { concurrency: 1 } });
    await engine.tick();
    await engine.tick();
    expect(stage.requests(POST_MESSAGE)).toHaveLength(1);
    expect((await stage.deliveries()).map(({ leaseToken }) => leaseToken)).toEqual([null, null]);
    stage.clock.advance(21_000);
    await stage.engine().tick();
    expect(stage.seen()).toHaveLength(2);
  });

  test('by a refused token stops the engine, is told once and keeps the delivery', async () => {
    const stage = await setStage(await open());
    await makeFollowUp(stage, MONDAY_18);
    await makeFollowUp(stage, MONDAY_18);
    let told = 0;
    const sender = createSender(stage.rest({}, 'not.the.token'));
    const engine = stage.engine({
      sender,
      onTokenRefused: () => {
        told += 1;
      },
    });
    await engine.tick();
    await engine.tick();
    expect(told).toBe(1);
    expect(await stage.deliveries()).toMatchObject([{ attempt: 0, state: 'pending' }, { attempt: 0 }]);
    stage.clock.advance(MINUTE);
    await stage.engine().tick();
    expect(stage.seen()).toHaveLength(2);
  });

  test('by no answer in time is tried again and seen once', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    stage.sandbox.faults.next(POST_MESSAGE, { kind: 'slow', ms: 400 }, 2);
    const engine = stage.engine({ limits: { requestMs: 50 } });
    await engine.tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'pending', lastCode: 'timeout', attempt: 1 }]);
    stage.clock.advance(5_000);
    await stage.engine().tick();
    expect(stage.seen()).toEqual([MONDAY]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent', attempt: 2 }]);
  });

  test('because nobody knows its kind any more is dead, and an unreadable reminder is looked at later', async () => {
    const stage = await setStage(await open());
    const { database, clubId } = stage;
    const old = await makeReminder(database, clubId, { kind: 'forgotten', nextDueAt: null });
    await scheduleAfter(database.db, { clubId, reminderId: old, sessionId: 's', dueAt: MONDAY_18 });
    const broken = await makeReminder(database, clubId, { days: 'someday' });
    await stage.engine().tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'dead', lastCode: 'unknown-kind' }]);
    const row = await database.db.reminder.findUniqueOrThrow({ where: { id: broken } });
    expect(row.nextDueAt).toEqual(after(MONDAY_18, HOUR));
  });
});

describeOnEmptiedDatabases('stopping', (open) => {
  test('waits for what is on its way, notes it, and claims no more', async () => {
    const stage = await setStage(await open());
    await makeFollowUp(stage, MONDAY_18);
    await makeFollowUp(stage, MONDAY_18);
    let stopping: Promise<void> | null = null;
    const engine = stage.engine({
      limits: { concurrency: 1 },
      hooks: {
        async beforeSend() {
          stopping ??= engine.stop();
        },
      },
    });
    await engine.tick();
    await stopping;
    expect((await stage.deliveries()).map(({ state }) => state).toSorted()).toEqual(['pending', 'sent']);
    await engine.tick();
    expect(stage.seen()).toHaveLength(1);
  });

  test('ends an engine that ticks by itself', async () => {
    const stage = await setStage(await open());
    await makeReminder(stage.database, stage.clubId);
    const engine = stage.engine();
    engine.start();
    await stage.ann.next('training');
    await engine.stop();
    expect(await states(stage)).toEqual(['2026-03-02T18:00 sent']);
  });
});

test('a delivery is recognised in rows, containers and sections, and nowhere else', () => {
  const button = { type: 2, custom_id: 'remind:done:the-id' };
  expect(bearsDelivery({ components: [{ type: 1, components: [button] }] }, 'the-id')).toBe(true);
  const section = { type: 9, components: [{ type: 10, content: 'text' }], accessory: button };
  expect(bearsDelivery({ components: [{ type: 17, components: [section] }] }, 'the-id')).toBe(true);
  expect(bearsDelivery({ components: [{ type: 10, content: 'the-id' }] }, 'the-id')).toBe(false);
  expect(bearsDelivery({}, 'the-id')).toBe(false);
});
