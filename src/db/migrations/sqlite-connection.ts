import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { MigrationError } from '../errors.ts';
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
  return new PrismaBetterSqlite3({ url, timeout: BUSY_TIMEOUT_MS }, { timestampFormat: 'unixepoch-ms' });
}

async function refuseOrphans(adapter: SqlDriverAdapter): Promise<void> {
  const { rows } = await adapter.queryRaw({ sql: 'PRAGMA foreign_key_check', args: [], argTypes: [] });
  const table = rows[0]?.[0];
  if (table === undefined) return;
  throw new MigrationError(
    `The database could not be brought to this version and is as it was before: rows of ${String(table)} would point at nothing.`,
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
