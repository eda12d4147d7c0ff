// What was given up and is asked for again; and what is never tried because it is sure to be refused.
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { reopenAfterReturn } from '../../src/deliveries/direct-store.ts';
import { redrive } from '../../src/deliveries/redrive-store.ts';
import type { Passage } from '../../src/discord/permissions.ts';
import { systemClock } from '../../src/time/clock.ts';
import { describeOnBothDatabases, useSqliteFiles } from '../db/databases.ts';
import { after, DAY, HOUR, MINUTE, MONDAY_18, makeReminder } from './club.ts';
import {
  bodyOf,
  GET_MESSAGES,
  GRACE_MINUTES,
  killAt,
  kindOf,
  OPEN_DIRECT,
  POST_MESSAGE,
  type Stage,
  setStage,
  signal,
} from './stage.ts';

const SENT = 'Core work 2026-03-02T18:00';

async function setReminderStage(database: Database): Promise<Stage> {
  const stage = await setStage(database);
  await makeReminder(database, stage.clubId);
  return stage;
}

async function again(stage: Stage, clubId = stage.clubId): Promise<number> {
  const ids = (await stage.deliveries()).map(({ id }) => id);
  return redrive(stage.database.db, clubId, ids, stage.clock.now());
}

describeOnBothDatabases('a delivery that an administrator asks for again', (open) => {
  test('is sent once, however late, with all its tries, and asked for twice it changes nothing', async () => {
    const stage = await setReminderStage(await open());
    stage.sandbox.faults.next(POST_MESSAGE, { code: 50013, status: 403 });
    const engine = stage.engine();
    await engine.tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'dead', firstSendAt: null, channelId: null }]);
    stage.clock.advance(DAY);
    expect(await again(stage, 'another club')).toBe(0);
    expect(await again(stage)).toBe(1);
    expect(await again(stage)).toBe(0);
    expect(await stage.deliveries()).toMatchObject([{ state: 'pending', attempt: 0, lastCode: null }]);
    stage.clock.advance(GRACE_MINUTES * MINUTE + 1);
    await engine.tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'skipped', lastCode: 'late' }]);
    await again(stage);
    // A new process sweeps what is past its grace: this is not.
    await stage.engine().tick();
    await engine.tick();
    expect(stage.seen()).toEqual([SENT]);
    expect(await again(stage)).toBe(0);
    expect(stage.requests(GET_MESSAGES)).toEqual([]);
  });

  test('is sent although a newer one of its reminder is due', async () => {
    const stage = await setReminderStage(await open());
    stage.clock.advance(2 * HOUR);
    await stage.engine().tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'skipped', lastCode: 'missed' }]);
    stage.clock.set(after(MONDAY_18, 2 * DAY - MINUTE));
    await again(stage);
    stage.clock.advance(MINUTE);
    await stage.engine().tick();
    expect(stage.seen().toSorted()).toEqual([SENT, 'Core work 2026-03-04T18:00']);
  });
});

const makeUrl = useSqliteFiles();

async function openSqlite(): Promise<Database> {
  const database = await openDatabase(await makeUrl(), { clock: systemClock });
  onTestFinished(() => database.close());
  return database;
}

describe('one of which nobody knows whether it came', () => {
  async function setUnknown(): Promise<Stage> {
    const stage = await setReminderStage(await openSqlite());
    await killAt(stage, 'afterSend');
    stage.guild.denyBot('training', ['ReadMessageHistory']);
    stage.clock.advance(5 * MINUTE);
    await stage.engine().tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'unknown', lastCode: 'no-history' }]);
    return stage;
  }

  test('is looked for first when it is asked for again, and found once we may read', async () => {
    const stage = await setUnknown();
    stage.guild.denyBot('training', []);
    await again(stage);
    await stage.engine().tick();
    expect(stage.seen()).toEqual([SENT]);
    expect(await stage.deliveries()).toMatchObject([
      { state: 'sent', messageId: stage.ann.messages('training')[0]?.id },
    ]);
  });

  test('is sent when we still may not read: who asked was told that it may be there', async () => {
    const stage = await setUnknown();
    await again(stage);
    await stage.engine().tick();
    expect(stage.seen()).toEqual([SENT, SENT]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent' }]);
  });

  test('is not repeated a second time unasked when the answer to the new request is lost', async () => {
    const stage = await setUnknown();
    stage.clock.advance(MINUTE);
    await again(stage);
    stage.clock.advance(MINUTE);
    await killAt(stage, 'afterSend');
    stage.clock.advance(5 * MINUTE);
    await stage.engine().tick();
    expect(stage.seen()).toEqual([SENT, SENT]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'unknown' }]);
  });

  test('is sent to the new channel when the old one is gone with all that was in it', async () => {
    const stage = await setUnknown();
    stage.guild.deleteChannel('training');
    await again(stage);
    const to = { kind: 'channel', channelId: stage.reminders } as const;
    await stage.engine({ kinds: [kindOf((delivery) => ({ send: bodyOf(delivery), to }))] }).tick();
    expect(stage.seen('reminders')).toEqual([SENT]);
  });
});

describe('what is sure to be refused', () => {
  test('in a channel leaves no request, and is reported', async () => {
    const stage = await setReminderStage(await openSqlite());
    const before = stage.sandbox.requests.length;
    await stage.engine({ mayPost: (_, channelId) => (channelId === null ? 'open' : 'no-permission') }).tick();
    expect(stage.sandbox.requests.length).toBe(before);
    const code = 'no-permission';
    expect(await stage.deliveries()).toMatchObject([{ state: 'dead', lastCode: code, firstSendAt: null }]);
    expect(stage.troubles).toMatchObject([{ means: code, code, channelId: stage.training }]);
  });

  test('is reported before it is written down, so that a process that dies there has told somebody', async () => {
    const stage = await setReminderStage(await openSqlite());
    stage.guild.deleteChannel('training');
    const reported = signal();
    const dies = () => {
      reported.give();
      return new Promise<void>(() => {});
    };
    void stage.engine({ onTrouble: dies }).tick();
    await reported.given;
    expect(await stage.deliveries()).toMatchObject([{ state: 'pending' }]);
    stage.clock.advance(61_000);
    await stage.engine().tick();
    expect(stage.troubles).toMatchObject([{ means: 'target-gone', code: '10003' }]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'dead', lastCode: '10003' }]);
  });

  test('of a request whose answer was lost is looked for all the same', async () => {
    const stage = await setReminderStage(await openSqlite());
    await killAt(stage, 'afterSend');
    stage.clock.advance(61_000);
    await stage.engine({ mayPost: (_, id) => (id === null ? 'open' : 'no-permission') }).tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent' }]);
  });

  test('in a fallback channel is not posted either', async () => {
    const stage = await setReminderStage(await openSqlite());
    stage.guild.setDirectMessagesClosed('Ann', true);
    const direct = kindOf((delivery) => ({
      send: bodyOf(delivery),
      to: {
        kind: 'direct',
        userId: stage.userId,
        fallback: { channelId: stage.training, body: bodyOf(delivery, 'Look here') },
      },
    }));
    const mayPost = (_: string, channelId: string | null): Passage =>
      channelId === stage.training ? 'no-permission' : 'open';
    await stage.engine({ kinds: [direct], mayPost }).tick();
    expect(stage.requests(POST_MESSAGE)).toHaveLength(1);
    expect(await stage.deliveries()).toMatchObject([{ state: 'dead', lastCode: 'no-permission' }]);
  });
});

describe('a club', () => {
  test('whose server the bot has left gets nothing, not even a request; its next occurrence comes by itself', async () => {
    const stage = await setReminderStage(await openSqlite());
    let passage: Passage = 'bot-left';
    const to = { kind: 'direct', userId: stage.userId, fallback: null } as const;
    const kinds = [kindOf((delivery) => ({ send: bodyOf(delivery), to }))];
    const engine = stage.engine({ kinds, mayPost: () => passage });
    const before = stage.sandbox.requests.length;
    await engine.tick();
    expect(stage.sandbox.requests.length).toBe(before);
    expect(await stage.deliveries()).toMatchObject([{ state: 'skipped', lastCode: 'bot-left' }]);
    passage = 'open';
    stage.clock.advance(2 * DAY - 1);
    await engine.tick();
    expect(stage.seen('direct')).toEqual([]);
    stage.clock.advance(1);
    await engine.tick();
    expect(stage.seen('direct')).toEqual(['Core work 2026-03-04T18:00']);
  });

  test('that the bot leaves while a request is on its way: refused, and nobody’s direct messages count as closed', async () => {
    const stage = await setReminderStage(await openSqlite());
    let passage: Passage = 'open';
    const to = { kind: 'direct', userId: stage.userId, fallback: null } as const;
    stage.sandbox.faults.next(POST_MESSAGE, { code: 50278, status: 403 });
    const hooks = {
      async beforeSend() {
        passage = 'bot-left';
      },
    };
    const kinds = [kindOf((delivery) => ({ send: bodyOf(delivery), to }))];
    await stage.engine({ kinds, hooks, mayPost: () => passage }).tick();
    expect(await stage.deliveries()).toMatchObject([
      { state: 'skipped', lastCode: 'bot-left', firstSendAt: null },
    ]);
    expect(await stage.database.db.athlete.findMany()).toMatchObject([{ dmClosedAt: null }]);
    expect(stage.requests(OPEN_DIRECT)).toHaveLength(1);
  });

  test('that Discord has lost for a while gets its message when it is back', async () => {
    const stage = await setReminderStage(await openSqlite());
    await stage.engine({ mayPost: () => 'wait' }).tick();
    expect(await stage.deliveries()).toMatchObject([
      { state: 'pending', attempt: 0, lastCode: 'unavailable' },
    ]);
    stage.clock.advance(MINUTE);
    await stage.engine().tick();
    expect(stage.seen()).toEqual([SENT]);
  });

  test('that the bot comes back to: what had no server in common is open again, what people closed is not', async () => {
    const { database, athleteId, clubId } = await setReminderStage(await openSqlite());
    const closed = { where: { id: athleteId }, data: { dmClosedAt: MONDAY_18, dmClosedCode: '50007' } };
    await database.db.athlete.update(closed);
    await reopenAfterReturn(database.db, clubId);
    expect(await database.db.athlete.findMany()).toMatchObject([{ dmClosedAt: MONDAY_18 }]);
    await database.db.athlete.update({ ...closed, data: { dmClosedCode: '50278' } });
    await reopenAfterReturn(database.db, 'another club');
    expect(await database.db.athlete.findMany()).toMatchObject([{ dmClosedAt: MONDAY_18 }]);
    await reopenAfterReturn(database.db, clubId);
    expect(await database.db.athlete.findMany()).toMatchObject([{ dmClosedAt: null, dmClosedCode: null }]);
  });
});
