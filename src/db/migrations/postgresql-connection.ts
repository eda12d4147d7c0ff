import { PrismaPg } from '@prisma/adapter-pg';
import {
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { MigrationError } from '../errors.ts';
import { describeUnreachable } from '../postgresql-errors.ts';
import type { MigrationConnection } from './connection.ts';
import { readHistory } from './history-table.ts';
import { createEnginePool, readCharacters } from './postgresql-engine.ts';

/** The advisory lock that `prisma migrate` takes too, so that the two exclude each other. */
const PRISMA_MIGRATE_LOCK = 72707369;
/** Milliseconds to wait for a bot that is migrating, or for a table that somebody holds. */
const LOCK_TIMEOUT_MS = 60_000;

/** A connection to a PostgreSQL server, which migrates in one transaction under an advisory lock. */
export async function connectToPostgresql(address: {
  readonly url: string;
  readonly shown: string;
}): Promise<MigrationConnection> {
  const pool = createEnginePool({ connectionString: address.url, max: 1, lock_timeout: LOCK_TIMEOUT_MS });
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw describeUnreachable(address, error);
  }
  return migrationConnection(pool, await new PrismaPg(pool).connect());
}

function migrationConnection(pool: pg.Pool, adapter: SqlDriverAdapter): MigrationConnection {
  let transaction: Transaction | undefined;

  function open(): Transaction {
    if (transaction === undefined) throw new Error('the migration has not begun');
    return transaction;
  }

  async function end(sql: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const ending = open();
    transaction = undefined;
    try {
      await ending.executeRaw(statement(sql));
    } finally {
      await ending.commit();
    }
  }

  return {
    provider: 'postgresql',
    history: () => readHistory(transaction === undefined ? adapter : inSavepoints(transaction)),
    async begin() {
      transaction = await adapter.startTransaction();
      try {
        await transaction.queryRaw(statement(`SELECT pg_advisory_xact_lock(${PRISMA_MIGRATE_LOCK})::text`));
      } catch (error) {
        await end('ROLLBACK');
        throw isLockTimeout(error) ? migratedTooLong(error) : error;
      }
    },
    engineAdapter: () => inSavepoints(open()),
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    close: () => pool.end(),
  };
}

function isLockTimeout(error: unknown): boolean {
  return isDriverAdapterError(error) && error.cause.originalCode === '55P03';
}

function migratedTooLong(cause: unknown): MigrationError {
  return new MigrationError(
    `Another bot has been migrating this database for ${LOCK_TIMEOUT_MS / 1000} s. Wait for it or stop it, then start again.`,
    { cause },
  );
}

/** The engine tries statements that may fail; each gets a savepoint so that a failure does not end it all. */
function inSavepoints(transaction: Transaction): SqlDriverAdapter {
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    await transaction.executeRaw(statement('SAVEPOINT step'));
    try {
      const result = await work();
      await transaction.executeRaw(statement('RELEASE SAVEPOINT step'));
      return result;
    } catch (error) {
      await transaction.executeRaw(statement('ROLLBACK TO SAVEPOINT step'));
      throw error;
    }
  }
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    queryRaw: async (query) => readCharacters(await guarded(() => transaction.queryRaw(query))),
    executeRaw: (query) => guarded(() => transaction.executeRaw(query)),
    async executeScript(script) {
      await guarded(() => transaction.executeRaw(statement(script)));
    },
    startTransaction: () => Promise.reject(new Error('the migration is one transaction already')),
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    dispose: async () => undefined,
  };
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}
