import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import type { Database, DatabaseOptions } from './database.ts';
import type { DatabaseAddress } from './database-url.ts';
import { DatabaseError } from './errors.ts';
import { Prisma, PrismaClient } from './generated/postgresql/client.ts';
import type { PrismaClient as SqliteClient } from './generated/sqlite/client.ts';
import { migrate } from './migrations/migrate.ts';
import { createPool, postgresqlAdapterFactory } from './postgresql-adapter.ts';
import { describeUnreachable } from './postgresql-errors.ts';
import { createTransactionGuard } from './transaction-guard.ts';
import { TRANSACTION_OPTIONS } from './transaction-options.ts';

/** Tries of a transaction that met a deadlock or a serialization failure. */
const TRANSACTION_TRIES = 5;

/** Before each new try a random wait up to this, times the tries so far: two that met do not meet again in step. */
const LONGEST_WAIT_MS = 40;

type PostgresqlAddress = Extract<DatabaseAddress, { provider: 'postgresql' }>;

/** Connects to a PostgreSQL server; see openDatabase. */
export async function openPostgresql(
  address: PostgresqlAddress,
  options: DatabaseOptions,
): Promise<Database> {
  try {
    await migrate(address, options);
    return await connect(address.url, options);
  } catch (error) {
    throw error instanceof DatabaseError ? error : describeUnreachable(address, error);
  }
}

async function connect(url: string, { log }: DatabaseOptions): Promise<Database> {
  const onConnectionLost = (error: Error) =>
    log?.warn({ code: 'code' in error ? error.code : error.name }, 'lost a database connection');
  const pool = createPool(url, onConnectionLost);
  const guard = createTransactionGuard();
  const client = typedAsSqlite(
    new PrismaClient({
      adapter: postgresqlAdapterFactory(pool, guard, onConnectionLost),
      transactionOptions: TRANSACTION_OPTIONS,
    }),
  );
  await client.$connect();
  return {
    db: guard.outer(client),
    provider: 'postgresql',
    transaction: (work) => retryConflicts(() => client.$transaction((tx) => guard.run(() => work(tx)))),
    async close() {
      await client.$disconnect();
      await pool.end();
    },
  };
}

async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRANSACTION_TRIES || !isConflict(error)) throw error;
      await setTimeout(randomInt(tries * LONGEST_WAIT_MS));
    }
  }
}

/** Whether PostgreSQL gave up the transaction in favour of another one, so that trying again can help. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const cause = error.meta?.driverAdapterError;
  return (
    error.code === 'P2034' || (isDriverAdapterError(cause) && cause.cause.kind === 'TransactionWriteConflict')
  );
}

/** Both clients are generated from one set of models, so they differ in name only. */
function typedAsSqlite(client: PrismaClient): SqliteClient {
  return client as unknown as SqliteClient;
}
