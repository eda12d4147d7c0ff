/**
 * Prisma's better-sqlite3 adapter, made safe. The bare one runs a plain query on the one connection even while
 * somebody else's transaction is open there, so the query joins it and vanishes when it is rolled back. Here
 * every query and every transaction takes its turn, and no turn ends with a transaction still open.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  DriverAdapterError,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import Sqlite from 'better-sqlite3';
import { createMutex } from './mutex.ts';
import { keepStatements } from './statement-cache.ts';
import type { TransactionGuard } from './transaction-guard.ts';

/** How long the driver waits for a lock of another process, milliseconds; it blocks the event loop meanwhile. */
const BUSY_TIMEOUT_MS = 500;
/** Further tries after the driver gave up waiting, and the pause before each, in which the event loop runs. */
const BUSY_RETRIES = 8;
const BUSY_PAUSE_MS = 250;

/** The safe adapter's factory; the file's folder must exist. */
export function sqliteAdapterFactory(file: string, guard: TransactionGuard): SqlDriverAdapterFactory {
  const bare = new PrismaBetterSqlite3(
    { url: `file:${file}`, timeout: BUSY_TIMEOUT_MS },
    { timestampFormat: 'unixepoch-ms' },
  );
  return {
    provider: bare.provider,
    adapterName: bare.adapterName,
    async connect() {
      const adapter = await bare.connect();
      const connection = connectionOf(adapter);
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
      connection.pragma('foreign_keys = ON');
      keepStatements(connection);
      return wrap(adapter, connection, guard);
    },
  };
}

function wrap(
  adapter: SqlDriverAdapter,
  connection: Sqlite.Database,
  guard: TransactionGuard,
): SqlDriverAdapter {
  const mutex = createMutex();

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const release = await mutex.acquire();
    try {
      return await retryWhileBusy(work);
    } finally {
      release();
    }
  }

  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => inTurn(() => adapter.queryRaw(query)),
    executeRaw: (query) => inTurn(() => adapter.executeRaw(query)),
    executeScript: (script) => inTurn(() => adapter.executeScript(script)),
    async startTransaction(isolationLevel) {
      if (isolationLevel !== undefined && isolationLevel !== 'SERIALIZABLE') {
        throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel });
      }
      guard.refuseInside();
      const release = await mutex.acquire();
      try {
        await retryWhileBusy(() => adapter.executeScript('BEGIN IMMEDIATE'));
      } catch (error) {
        release();
        throw error;
      }
      return transactionOn(adapter, connection, release);
    },
    dispose: () => adapter.dispose(),
  };
}

function transactionOn(
  adapter: SqlDriverAdapter,
  connection: Sqlite.Database,
  release: () => void,
): Transaction {
  function end(): void {
    try {
      if (connection.inTransaction) connection.exec('ROLLBACK');
    } finally {
      release();
    }
  }

  /** SQLite ends a transaction by itself, on a full disk for one: what follows must not run without it. */
  function refuseEnded(): void {
    if (connection.inTransaction) return;
    throw new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'SQLite has rolled it back' });
  }

  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: false },
    async queryRaw(query) {
      refuseEnded();
      return adapter.queryRaw(query);
    },
    async executeRaw(query) {
      if (query.sql === 'ROLLBACK' && !connection.inTransaction) return 0;
      refuseEnded();
      return adapter.executeRaw(query);
    },
    commit: async () => end(),
    rollback: async () => end(),
    createSavepoint: (name) => adapter.executeScript(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => adapter.executeScript(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => adapter.executeScript(`RELEASE SAVEPOINT ${name}`),
  };
}

async function retryWhileBusy<T>(work: () => Promise<T>): Promise<T> {
  for (let left = BUSY_RETRIES; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      const busy = isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout';
      if (!busy || left === 0) throw error;
      await pause(BUSY_PAUSE_MS);
    }
  }
}

/** The adapter keeps its connection in `client`, outside its declared type. */
function connectionOf(adapter: SqlDriverAdapter): Sqlite.Database {
  if ('client' in adapter && adapter.client instanceof Sqlite) return adapter.client;
  throw new Error('@prisma/adapter-better-sqlite3 no longer keeps its connection in `client`');
}
