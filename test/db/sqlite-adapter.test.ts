import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type Db, openDatabase } from '../../src/db/database.ts';
import { createSqliteClient } from '../../src/db/sqlite.ts';
import { systemClock } from '../../src/time/clock.ts';
import { useSqliteFiles, useTemporaryFolder } from './databases.ts';
import { addTwoClubs, clubRow, deliveryRow, reminderRow } from './rows.ts';

const WRITERS = 4;
const WRITES_EACH = 40;

/** How many of 160 acknowledged creates are gone after failing nested writes ran beside them. */
async function countLostWrites(db: Db): Promise<number> {
  await addTwoClubs(db);
  const acknowledged: string[] = [];

  async function write(writer: number): Promise<void> {
    for (let i = 0; i < WRITES_EACH; i += 1) {
      acknowledged.push((await db.club.create({ data: clubRow(`w${writer}-${i}`) })).id);
    }
  }

  async function failUntilWritten(): Promise<void> {
    const twice = { create: [deliveryRow('k'), deliveryRow('k')] };
    while (acknowledged.length < WRITERS * WRITES_EACH) {
      const failing = db.reminder.create({ data: { ...reminderRow('r', 'c1'), deliveries: twice } });
      await expect(failing).rejects.toThrow();
    }
  }

  await Promise.all([failUntilWritten(), ...Array.from({ length: WRITERS }, (_, writer) => write(writer))]);
  return acknowledged.length - (await db.club.count({ where: { id: { in: acknowledged } } }));
}

describe('writes beside failing nested writes on SQLite', () => {
  const makeUrl = useSqliteFiles();

  test("are lost by Prisma's bare adapter, which is why ours exists", async () => {
    const client = createSqliteClient(new PrismaBetterSqlite3({ url: await makeUrl() }));
    const lost = await countLostWrites(client).finally(() => client.$disconnect());
    expect(lost).toBeGreaterThan(0);
  });

  test('are all kept by ours', async () => {
    const database = await openDatabase(await makeUrl(), { clock: systemClock });
    expect(await countLostWrites(database.db).finally(() => database.close())).toBe(0);
  });
});

describe('a SQLite database', () => {
  const folder = useTemporaryFolder();

  test('writes ahead and syncs every commit', async () => {
    const database = await openDatabase(`file:${path.join(folder, 'pragmas.db')}`, { clock: systemClock });
    const pragma = async (name: string) =>
      Object.values((await database.db.$queryRawUnsafe<object[]>(`PRAGMA ${name}`))[0] ?? {})[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(Number(await pragma('synchronous'))).toBe(2);
    expect(Number(await pragma('foreign_keys'))).toBe(1);
    await database.close();
  });

  test('stores instants as milliseconds, so that they compare as numbers', async () => {
    const file = path.join(folder, 'instants.db');
    const database = await openDatabase(`file:${file}`, { clock: systemClock });
    await database.db.club.create({ data: clubRow('c1') });
    await database.close();
    const plain = new Sqlite(file, { readonly: true });
    const row = plain.prepare('SELECT typeof(createdAt) AS kind FROM Club').get();
    plain.close();
    expect(row).toEqual({ kind: 'integer' });
  });

  test('waits for another program that is writing, and then goes on', async () => {
    const file = path.join(folder, 'busy.db');
    const database = await openDatabase(`file:${file}`, { clock: systemClock });
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    const write = database.db.club.create({ data: clubRow('c1') }).then(({ id }) => id);
    const inTransaction = database.transaction((tx) => tx.club.create({ data: clubRow('c2') }));
    // The driver gives up once, then the event loop runs and the other program ends.
    setImmediate(() => setImmediate(() => other.exec('COMMIT')));
    expect(await write).toBe('c1');
    expect((await inTransaction).id).toBe('c2');
    other.close();
    await database.close();
  });

  test('closes while a transaction is open, and keeps nothing of it', async () => {
    const url = `file:${path.join(folder, 'closing.db')}`;
    const database = await openDatabase(url, { clock: systemClock });
    let opened = () => {};
    const isOpen = new Promise<void>((resolve) => {
      opened = resolve;
    });
    const never = new Promise<void>(() => {});
    void database.transaction(async (tx) => {
      await tx.club.create({ data: clubRow('c1') });
      opened();
      await never;
    });
    await isOpen;
    await database.close();
    const again = await openDatabase(url, { clock: systemClock });
    expect(await again.db.club.count()).toBe(0);
    await again.close();
  });
});
