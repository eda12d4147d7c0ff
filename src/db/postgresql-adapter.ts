import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { TransactionGuard } from './transaction-guard.ts';

/** Connections of one bot process; PostgreSQL's own default allows 100 in all. */
const MAX_CONNECTIONS = 10;
/** Milliseconds to wait for a connection, be it from the pool or from the server. */
const CONNECT_TIMEOUT_MS = 5_000;
/** Milliseconds after which the server ends a statement, or a transaction in which nothing happens. */
const STATEMENT_TIMEOUT_MS = 10_000;

/** Called with the error of a connection that broke while idle; the pool replaces it by itself. */
export type OnConnectionLost = (error: Error) => void;

/** A pool with bounded waits and UTC sessions; end it after use. */
export function createPool(url: string, onConnectionLost: OnConnectionLost): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'backstraight',
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
    onConnect: async (client) => {
      await client.query("SET TIME ZONE 'UTC'");
    },
  });
  pool.on('error', onConnectionLost);
  return pool;
}

/** Prisma's adapter on our pool, which refuses a transaction inside another. */
export function postgresqlAdapterFactory(
  pool: pg.Pool,
  guard: TransactionGuard,
  onConnectionLost: OnConnectionLost,
): SqlDriverAdapterFactory {
  const bare = new PrismaPg(pool, { onConnectionError: onConnectionLost });
  return {
    provider: bare.provider,
    adapterName: bare.adapterName,
    connect: async () => wrap(await bare.connect(), guard),
  };
}

function wrap(adapter: SqlDriverAdapter, guard: TransactionGuard): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    executeScript: (script) => adapter.executeScript(script),
    async startTransaction(isolationLevel) {
      guard.refuseInside();
      return await adapter.startTransaction(isolationLevel);
    },
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  };
}
