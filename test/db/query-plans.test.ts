// What is asked of the database every second must not grow with what was ever sent.
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { Database, Db } from '../../src/db/database.ts';
import { createSqliteClient } from '../../src/db/sqlite.ts';
import { sqliteAdapterFactory } from '../../src/db/sqlite-adapter.ts';
import { createTransactionGuard } from '../../src/db/transaction-guard.ts';
import { findDueAmendments } from '../../src/deliveries/amend-store.ts';
import { type ClaimedDelivery, claimDue } from '../../src/deliveries/claim-store.ts';
import { reviveFuture } from '../../src/deliveries/clock-store.ts';
import { gather } from '../../src/deliveries/group-store.ts';
import { isSuperseded } from '../../src/deliveries/lease-store.ts';
import { findDueReminders, findTogether } from '../../src/deliveries/store.ts';
import { deleteDeliveriesBefore } from '../../src/privacy/store.ts';
import { after, MINUTE, MONDAY_18 } from '../deliveries/club.ts';
import { useSqliteFiles } from './databases.ts';

const makeUrl = useSqliteFiles();

const NOW = MONDAY_18;
const LATER = after(NOW, MINUTE);
const DELIVERY = {
  ...{ id: 'a', clubId: 'c', reminderId: 'r', athleteId: 'b', sessionId: null, occurrenceKey: 'k' },
  ...{
    dueAt: NOW,
    kind: 'core',
    leaseToken: 't',
    version: 1,
    attempt: 1,
    firstSendAt: null,
    channelId: null,
  },
  ...{ lastCode: null, redrivenAt: null, groupKey: 'g', letterId: 'a', companions: [] },
} satisfies ClaimedDelivery;
const REMINDER = {
  ...{ id: 'r', clubId: 'c', athleteId: 'b', kind: 'core', text: null, target: 'channel', channelId: '3' },
  ...{ days: 'mon', date: null, time: '18:00', zone: 'Europe/Berlin', nextDueAt: NOW, version: 1 },
};

const onSqlite = (db: Db) => ({ db, provider: 'sqlite' }) as Database;

const ASKED: readonly (readonly [string, (db: Db) => Promise<unknown>])[] = [
  ['reminders that are due', (db) => findDueReminders(db, ['core', 'own'], NOW, 25)],
  ['reminders that share a message', (db) => findTogether(db, REMINDER, 50)],
  [
    'a claim',
    (db) => claimDue(onSqlite(db), { now: NOW, limit: 16, leaseToken: randomUUID(), leaseUntil: LATER }),
  ],
  ['companions', (db) => gather(onSqlite(db), DELIVERY, { now: NOW, until: LATER })],
  [
    'companions of a request that may have left',
    (db) => gather(onSqlite(db), { ...DELIVERY, firstSendAt: NOW }, { now: NOW, until: LATER }),
  ],
  ['newer deliveries', (db) => isSuperseded(db, DELIVERY, NOW)],
  ['amendments', (db) => findDueAmendments(db, ['summary', 'weekly-summary'], NOW, 16)],
  ['what a clock skipped', (db) => reviveFuture(db, NOW)],
  ['old deliveries', (db) => deleteDeliveriesBefore(db, 'c', NOW)],
];

test.each(ASKED)('%s are found by an index on SQLite, and not by their state alone', async (_, ask) => {
  const file = (await makeUrl()).slice('file:'.length);
  const factory = sqliteAdapterFactory(file, createTransactionGuard());
  const asked: { readonly sql: string; readonly args: readonly unknown[] }[] = [];
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const [queryRaw, executeRaw] = [adapter.queryRaw.bind(adapter), adapter.executeRaw.bind(adapter)];
    adapter.queryRaw = (query) => queryRaw(query).finally(() => asked.push(query));
    adapter.executeRaw = (query) => executeRaw(query).finally(() => asked.push(query));
    return adapter;
  };
  const client = createSqliteClient(factory);
  onTestFinished(() => client.$disconnect());
  await ask(client);
  const questions = asked.filter(({ sql }) => /^(WITH|SELECT|UPDATE|DELETE)/.test(sql.trim()));
  expect(questions).not.toEqual([]);
  const steps: string[] = [];
  for (const { sql, args } of questions) {
    const plan = await client.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...args);
    steps.push(...plan.map(({ detail }) => detail));
  }
  expect(steps.filter((step) => /^SCAN (?!CONSTANT|picked|sub)|\(state=\?\)/.test(step))).toEqual([]);
});
