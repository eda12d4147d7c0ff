import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { systemClock } from '../../src/time/clock.ts';
import { usePostgresDatabases } from './databases.ts';
import { clubRow } from './rows.ts';

describe('a PostgreSQL database', () => {
  const makeUrl = usePostgresDatabases();

  test('has sessions in UTC with bounded waits', async () => {
    const { db, close } = await openDatabase(await makeUrl(), { clock: systemClock });
    const shown = await db.$queryRaw<object[]>`SELECT current_setting('TimeZone') AS zone,
      current_setting('statement_timeout') AS statement, current_setting('idle_in_transaction_session_timeout') AS idle`;
    expect(shown).toEqual([{ zone: 'UTC', statement: '10s', idle: '10s' }]);
    await close();
  });

  test('survives the loss of its idle connections, and says so', async () => {
    const url = await makeUrl();
    const warned: string[] = [];
    let tell = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const log = {
      info: () => undefined,
      warn: (_details: object, message: string) => {
        warned.push(message);
        tell();
      },
    };
    const database = await openDatabase(url, { clock: systemClock, log });
    await database.db.club.count();
    const admin = new pg.Client(url);
    await admin.connect();
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'backstraight' AND datname = current_database()",
    );
    await told;
    await admin.end();
    expect(warned).toContain('lost a database connection');
    expect(await database.db.club.count()).toBe(0);
    await database.close();
  });

  test('tries a transaction again after a deadlock', async () => {
    const { db, transaction, close } = await openDatabase(await makeUrl(), { clock: systemClock });
    await db.club.createMany({ data: [clubRow('c1'), clubRow('c2')] });
    const rename = (id: string, zone: string) => ({ where: { id }, data: { zone } });
    const bothHold = meeting(2);
    const crossing = (first: string, second: string) =>
      transaction(async (tx) => {
        await tx.club.update(rename(first, 'Europe/Berlin'));
        await bothHold();
        await tx.club.update(rename(second, 'Europe/Berlin'));
      });
    await Promise.all([crossing('c1', 'c2'), crossing('c2', 'c1')]);
    expect(await db.club.count({ where: { zone: 'Europe/Berlin' } })).toBe(2);
    await close();
  });
});

/** Resolves for everybody once so many have come; late comers do not wait. */
function meeting(size: number): () => Promise<void> {
  let come = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= size) open();
    return all;
  };
}
