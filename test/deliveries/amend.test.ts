// Messages that are edited in place when, minutes later, they should say something else.
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';
import type { EngineOptions } from '../../src/deliveries/engine.ts';
import type { FaultPoints } from '../../src/deliveries/fault-points.ts';
import type { Composed, DeliveryKind } from '../../src/deliveries/kind.ts';
import { createSender } from '../../src/discord/sender.ts';
import { systemClock } from '../../src/time/clock.ts';
import { describeOnBothDatabases, useSqliteFiles } from '../db/databases.ts';
import { after, MINUTE, MONDAY_18, makeReminder } from './club.ts';
import { bodyOf, GET_MESSAGES, killAt, setStage, signal } from './stage.ts';

const EDIT = { method: 'PATCH', route: '/channels/{channel_id}/messages/{message_id}' };

/** A stage whose one kind says `words` when it is asked, and is amended 10 and 30 minutes after sending. */
async function setAmendStage(database: Database) {
  const stage = await setStage(database);
  await makeReminder(database, stage.clubId);
  const says: { words: string; instead: Composed | null } = { words: 'First', instead: null };
  const kind: DeliveryKind = {
    name: 'core',
    graceMinutes: 60,
    amendMinutes: [10, 30],
    compose: async (delivery) =>
      says.instead ?? {
        send: bodyOf(delivery, says.words),
        to: { kind: 'channel', channelId: stage.training },
      },
  };
  const engine = (more: Partial<EngineOptions> = {}) => stage.engine({ kinds: [kind], ...more });
  return {
    ...{ ...stage, says, engine, kind },
    edits: () => stage.requests(EDIT).length,
    due: async () => (await stage.deliveries())[0]?.amendAt ?? null,
    compared: async () => (await stage.deliveries())[0]?.comparedAt,
    /** Moves the clock to so many minutes after sending, and ticks. */
    async minute(minutes: number, by = engine()) {
      stage.clock.set(after(MONDAY_18, minutes * MINUTE));
      await by.tick();
    },
  };
}

const KEY = '2026-03-02T18:00';

describeOnBothDatabases('a message that should say something else by now', (open) => {
  test('is edited in place at its kind’s minutes, when it does, and then no more', async () => {
    const stage = await setAmendStage(await open());
    await stage.minute(0);
    expect(await stage.due()).toEqual(after(MONDAY_18, 10 * MINUTE));
    stage.says.words = 'Second';
    await stage.minute(9);
    expect(stage.seen()).toEqual([`First ${KEY}`]);
    expect(await stage.compared()).toEqual(MONDAY_18);
    await stage.minute(10);
    expect(stage.seen()).toEqual([`Second ${KEY}`]);
    expect(await stage.due()).toEqual(after(MONDAY_18, 30 * MINUTE));
    expect(await stage.compared()).toEqual(after(MONDAY_18, 10 * MINUTE));
    await stage.minute(30);
    expect([stage.edits(), await stage.due()]).toEqual([1, null]);
    expect(await stage.compared()).toEqual(after(MONDAY_18, 30 * MINUTE));
    stage.says.words = 'Third';
    await stage.minute(50);
    expect(stage.seen()).toEqual([`Second ${KEY}`]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent', attempt: 1, leaseToken: null }]);
  });

  test.each(['afterAmendTaken', 'afterEdit'] as const satisfies readonly (keyof FaultPoints)[])(
    'is edited by the next worker when the first was killed at %s',
    async (point) => {
      const stage = await setAmendStage(await open());
      await stage.minute(0);
      stage.says.words = 'Second';
      stage.clock.set(after(MONDAY_18, 10 * MINUTE));
      await killAt(stage, point);
      await stage.minute(10.5);
      expect(stage.edits()).toBe(point === 'afterEdit' ? 1 : 0);
      await stage.minute(11);
      expect(stage.seen()).toEqual([`Second ${KEY}`]);
      expect(await stage.due()).toEqual(after(MONDAY_18, 30 * MINUTE));
    },
  );

  test('says what it should when the first was killed after its edit and the old words are right again', async () => {
    const stage = await setAmendStage(await open());
    await stage.minute(0);
    stage.says.words = 'Second';
    stage.clock.set(after(MONDAY_18, 10 * MINUTE));
    await killAt(stage, 'afterEdit');
    expect(stage.seen()).toEqual([`Second ${KEY}`]);
    stage.says.words = 'First';
    await stage.minute(11);
    expect(stage.seen()).toEqual([`First ${KEY}`]);
  });

  test('is edited by one of two workers', async () => {
    const stage = await setAmendStage(await open());
    await stage.minute(0);
    stage.says.words = 'Second';
    stage.clock.set(after(MONDAY_18, 10 * MINUTE));
    await Promise.all([stage.engine(), stage.engine(), stage.engine()].map((engine) => engine.tick()));
    expect(stage.edits()).toBe(1);
  });
});

const makeUrl = useSqliteFiles();

async function openSqlite(): Promise<Database> {
  const database = await openDatabase(await makeUrl(), { clock: systemClock });
  onTestFinished(() => database.close());
  return database;
}

describe('an edit that Discord does not take', () => {
  test.each([
    ['the coach deleted the message', { code: 10008, status: 404 }],
    ['the message is too old', { code: 30046, status: 400 }],
    ['we may not see the channel', { code: 50001, status: 403 }],
    ['we may not write there', { code: 50013, status: 403 }],
    ['the channel is gone', { code: 10003, status: 404 }],
    ['the words are refused', { code: 50035, status: 400 }],
  ] as const)('because %s is not tried again, and nothing is posted instead', async (_, fault) => {
    const stage = await setAmendStage(await openSqlite());
    await stage.minute(0);
    stage.says.words = 'Second';
    stage.sandbox.faults.next(EDIT, fault);
    await stage.minute(10);
    await stage.minute(30);
    expect([stage.edits(), await stage.due()]).toEqual([1, null]);
    expect(stage.seen()).toEqual([`First ${KEY}`]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent', comparedAt: MONDAY_18 }]);
    expect(stage.troubles).toEqual([]);
  });

  test.each(['500', 'lost-answer', '429'] as const)(
    'for a while (%s) is tried again, and shows the newest words',
    async (fault) => {
      const stage = await setAmendStage(await openSqlite());
      await stage.minute(0);
      stage.says.words = 'Second';
      // The REST manager itself repeats a server error once.
      stage.sandbox.faults.next(EDIT, fault, fault === '429' ? 1 : 2);
      const sender = createSender(stage.rest({ rejectOnRateLimit: () => true }));
      await stage.minute(10, stage.engine({ sender }));
      expect(await stage.compared()).toEqual(MONDAY_18);
      stage.says.words = 'Third';
      await stage.minute(11);
      expect(stage.seen()).toEqual([`Third ${KEY}`]);
      const [comparedAt, amendAt] = [11, 30].map((minute) => after(MONDAY_18, minute * MINUTE));
      expect(await stage.deliveries()).toMatchObject([{ comparedAt, amendAt }]);
    },
  );

  test('as far as we know is made again, also when it was taken and the words are the old ones by now', async () => {
    const stage = await setAmendStage(await openSqlite());
    await stage.minute(0);
    stage.says.words = 'Second';
    stage.sandbox.faults.next(EDIT, 'lost-answer', 2);
    await stage.minute(10);
    expect(stage.seen()).toEqual([`Second ${KEY}`]);
    stage.says.words = 'First';
    await stage.minute(11);
    expect(stage.seen()).toEqual([`First ${KEY}`]);
  });

  test('for an hour is given up: a message that old is never edited', async () => {
    const stage = await setAmendStage(await openSqlite());
    await stage.minute(0);
    stage.says.words = 'Second';
    stage.sandbox.faults.next(EDIT, '500', 1_000);
    for (const minute of [10, 11, 13, 20, 30, 31, 35, 45, 59]) await stage.minute(minute);
    stage.sandbox.faults.clear();
    const tried = stage.edits();
    await stage.minute(60);
    expect([stage.edits(), await stage.due()]).toEqual([tried, null]);
    expect(stage.seen()).toEqual([`First ${KEY}`]);
  });
});

describe('a sent message is left as it is', () => {
  test('when its kind says that it is no longer wanted', async () => {
    const stage = await setAmendStage(await openSqlite());
    await stage.minute(0);
    stage.says.instead = { cancel: 'club is not switched on' };
    await stage.minute(10);
    expect([stage.edits(), await stage.due()]).toEqual([0, null]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent' }]);
  });

  test('when it would go elsewhere by now: what was sent there is another text', async () => {
    const stage = await setAmendStage(await openSqlite());
    await stage.minute(0);
    const send = bodyOf({ ...(await one(stage)), athleteId: null }, 'Private');
    stage.says.instead = { send, to: { kind: 'direct', userId: stage.userId, fallback: null } };
    await stage.minute(10);
    expect([stage.edits(), await stage.due()]).toEqual([0, null]);
  });

  test('when we may no longer post there, without a request; while the server is lost it waits', async () => {
    const stage = await setAmendStage(await openSqlite());
    await stage.minute(0);
    stage.says.words = 'Second';
    await stage.minute(10, stage.engine({ mayPost: () => 'wait' }));
    expect(stage.edits()).toBe(0);
    await stage.minute(11);
    expect(stage.edits()).toBe(1);
    stage.says.words = 'Third';
    await stage.minute(30, stage.engine({ mayPost: () => 'no-permission' }));
    expect([stage.edits(), await stage.due()]).toEqual([1, null]);
  });
});

test('what was found in the history after a long absence is compared too, and by its real age', async () => {
  const stage = await setAmendStage(await openSqlite());
  await killAt(stage, 'afterSend');
  stage.says.words = 'Second';
  await stage.minute(25);
  expect(stage.requests(GET_MESSAGES)).not.toEqual([]);
  expect(await stage.due()).toEqual(after(MONDAY_18, 30 * MINUTE));
  // When it was composed is not known, but not before it was due.
  expect(await stage.compared()).toEqual(MONDAY_18);
  await stage.minute(30);
  expect(stage.seen()).toEqual([`Second ${KEY}`]);
});

test('what an earlier request brought is not taken for what the one says that found it by its nonce', async () => {
  const stage = await setAmendStage(await openSqlite());
  await killAt(stage, 'afterSend');
  stage.says.words = 'Second';
  await stage.minute(1);
  expect(stage.seen()).toEqual([`First ${KEY}`]);
  expect(await stage.compared()).toEqual(MONDAY_18);
  await stage.minute(10);
  expect(stage.seen()).toEqual([`Second ${KEY}`]);
});

test('who stood still until another took the message over edits nothing with older words', async () => {
  const stage = await setAmendStage(await openSqlite());
  await stage.minute(0);
  stage.says.words = 'Second';
  stage.clock.set(after(MONDAY_18, 10 * MINUTE));
  const [there, onwards] = [signal(), signal()];
  const slow: DeliveryKind = {
    ...stage.kind,
    async compose(delivery, now) {
      const composed = await stage.kind.compose(delivery, now);
      there.give();
      await onwards.given;
      return composed;
    },
  };
  const standing = stage.engine({ kinds: [slow] }).tick();
  await there.given;
  stage.says.words = 'Third';
  await stage.minute(11);
  onwards.give();
  await standing;
  expect(stage.seen()).toEqual([`Third ${KEY}`]);
  expect(await stage.due()).toEqual(after(MONDAY_18, 30 * MINUTE));
});

test('a kind that fails to compose an amendment is asked again, and holds up nobody', async () => {
  const stage = await setAmendStage(await openSqlite());
  await stage.minute(0);
  stage.says.words = 'Second';
  const broken = { ...stage.kind, compose: () => Promise.reject(new Error('broken')) };
  await stage.minute(10, stage.engine({ kinds: [broken] }));
  expect(await stage.due()).toEqual(after(MONDAY_18, 10 * MINUTE + 5_000));
  await stage.minute(11);
  expect(stage.seen()).toEqual([`Second ${KEY}`]);
});

async function one(stage: { deliveries: Awaited<ReturnType<typeof setStage>>['deliveries'] }) {
  const [delivery] = await stage.deliveries();
  if (!delivery) throw new Error('no delivery');
  return delivery;
}
