import { mkdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { Database, DatabaseOptions } from './database.ts';
import { DatabaseError, DatabaseUnreachableError, reasonOf } from './errors.ts';
import { PrismaClient } from './generated/sqlite/client.ts';
import { migrate } from './migrations/migrate.ts';
import { sqliteAdapterFactory } from './sqlite-adapter.ts';
import { lockDatabaseFile } from './sqlite-lock.ts';
import { createTransactionGuard } from './transaction-guard.ts';
import { TRANSACTION_OPTIONS } from './transaction-options.ts';

/** Opens a SQLite file, which is created with its folder when missing; see openDatabase. */
export async function openSqlite(givenFile: string, options: DatabaseOptions): Promise<Database> {
  try {
    mkdirSync(path.dirname(givenFile), { recursive: true });
    const file = resolveLinks(givenFile);
    const lock = lockDatabaseFile(file);
    try {
      await migrate({ provider: 'sqlite', file }, options);
      return await connect(file, lock.release);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseUnreachableError(
      `Cannot open the database file ${givenFile}: ${reasonOf(error)}. Check the path in DATABASE_URL, the folder's permissions and the disk.`,
      { cause: error },
    );
  }
}

async function connect(file: string, release: () => void): Promise<Database> {
  const guard = createTransactionGuard();
  const client = createSqliteClient(sqliteAdapterFactory(file, guard));
  await client.$connect();
  return {
    db: guard.outer(client),
    provider: 'sqlite',
    transaction: (work) => client.$transaction((tx) => guard.run(() => work(tx))),
    close: () => client.$disconnect().finally(release),
  };
}

/** Prisma's client on an adapter; it connects with its first query. */
export function createSqliteClient(adapter: SqlDriverAdapterFactory): PrismaClient {
  return new PrismaClient({ adapter, transactionOptions: TRANSACTION_OPTIONS });
}

/** Two names of one file must meet at one lock. */
function resolveLinks(file: string): string {
  const existing = statSync(file, { throwIfNoEntry: false });
  if (existing?.isDirectory() === true) throw new Error('it is a folder');
  return existing === undefined
    ? path.join(realpathSync(path.dirname(file)), path.basename(file))
    : realpathSync(file);
}
