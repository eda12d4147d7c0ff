import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { MigrationError, reasonOf } from '../errors.ts';
import type { MigrationConnection } from './connection.ts';
import { readHistory } from './history-table.ts';

const BUSY_TIMEOUT_MS = 500;

/**
 * A connection to a SQLite file. Foreign keys are off on it: with them, rebuilding a table (SQLite's way of
 * changing a column) would cascade to its children. They are checked before the commit instead.
 */
export async function connectToSqlite(file: string): Promise<MigrationConnection> {
  const adapter = await sqliteMigrationFactory(`file:${file}`).connect();
  await adapter.executeScript(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF',
  );
  return {
    provider: 'sqlite',
    history: () => readHistory(adapter),
    begin: () => adapter.executeScript('BEGIN IMMEDIATE'),
    engineAdapter: () => withoutDispose(adapter),
    async commit() {
      await refuseOrphans(adapter);
      await adapter.executeScript('COMMIT');
    },
    rollback: () => adapter.executeScript('ROLLBACK'),
    close: () => adapter.dispose(),
  };
}

/** Prisma's adapter as the schema engine takes it; its shadow database is in memory. */
export function sqliteMigrationFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  const bare = new PrismaBetterSqlite3(
    { url, timeout: BUSY_TIMEOUT_MS },
    { timestampFormat: 'unixepoch-ms' },
  );
  return {
    provider: bare.provider,
    adapterName: bare.adapterName,
    connect: () => bare.connect(),
    connectToShadowDb: async () => takingScripts(await bare.connectToShadowDb()),
  };
}

/** The engine runs whole migrations on the shadow as one query, and the driver takes one statement in a query. */
function takingScripts(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => adapter.queryRaw(query),
    async executeRaw(query) {
      if (query.args.length > 0) return adapter.executeRaw(query);
      await adapter.executeScript(query.sql);
      return 0;
    },
    executeScript: (script) => adapter.executeScript(script),
    startTransaction: (isolationLevel) => adapter.startTransaction(isolationLevel),
    dispose: () => adapter.dispose(),
  };
}

async function refuseOrphans(adapter: SqlDriverAdapter): Promise<void> {
  const check = { sql: 'PRAGMA foreign_key_check', args: [], argTypes: [] };
  const { rows } = await adapter.queryRaw(check).catch((error: unknown) => {
    throw leavesBroken(reasonOf(error), error);
  });
  const table = rows[0]?.[0];
  if (table !== undefined) throw leavesBroken(`rows of ${String(table)} would point at nothing`);
}

function leavesBroken(reason: string, cause?: unknown): MigrationError {
  return new MigrationError(
    `The migrations do not fit this database's rows and nothing was changed: ${reason}. Go back to the version that ran before, and report this line.`,
    { cause },
  );
}

/** The engine ends what it connects to; this connection is still needed then. */
function withoutDispose(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    executeScript: (script) => adapter.executeScript(script),
    startTransaction: (isolationLevel) => adapter.startTransaction(isolationLevel),
    dispose: async () => undefined,
  };
}
