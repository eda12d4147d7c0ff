// Two processes on one PostgreSQL: what one has, the other has not.
import pino from 'pino';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { createDeliveryEngine } from '../../src/deliveries/engine.ts';
import { createSender } from '../../src/discord/sender.ts';
import { usePostgresDatabases } from '../db/databases.ts';
import { makeReminder } from './club.ts';
import { bodyOf, kindOf, POST_MESSAGE, setStage, signal } from './stage.ts';

/** More than two engines hold at once, and fewer than Discord takes in a second. */
const REMINDERS = 48;
const CHANNELS = 12;

const makeUrl = usePostgresDatabases();

test('two engines that both hold some of 48 reminders of one minute send each once', async () => {
  const url = await makeUrl();
  const databases = await Promise.all(
    ['one', 'two'].map(() => openDatabase(url, { clock: { now: () => new Date() } })),
  );
  const [database] = databases;
  if (!database) throw new Error('no database');
  const stage = await setStage(database);
  const names = Array.from({ length: CHANNELS }, (_, n) => `channel-${n}`);
  const channels = names.map((name) => stage.guild.addChannel({ name }));
  await Promise.all(Array.from({ length: REMINDERS }, () => makeReminder(database, stage.clubId)));
  let turn = 0;
  const kind = kindOf((delivery) => {
    turn += 1;
    const channelId = channels[turn % CHANNELS] ?? '';
    return { send: bodyOf(delivery, delivery.id), to: { kind: 'channel', channelId } };
  });
  const holds = databases.map(() => signal());
  const bothHold = Promise.all(holds.map(({ given }) => given));
  const engines = databases.map((own, index) =>
    createDeliveryEngine({
      ...{ database: own, kinds: [kind], clock: stage.clock, log: pino({ level: 'silent' }) },
      sender: createSender(stage.rest()),
      hooks: {
        async afterClaim() {
          holds[index]?.give();
          await bothHold;
        },
      },
    }),
  );
  await Promise.all(engines.map((engine) => engine.tick()));
  const texts = names.flatMap((name) => stage.seen(name));
  expect(texts).toHaveLength(REMINDERS);
  expect(new Set(texts).size).toBe(REMINDERS);
  expect(stage.requests(POST_MESSAGE)).toHaveLength(REMINDERS);
  const counts = await database.db.delivery.groupBy({ by: ['state', 'attempt'], _count: true });
  expect(counts).toEqual([{ state: 'sent', attempt: 1, _count: REMINDERS }]);
  await Promise.all(databases.map((own) => own.close()));
});
