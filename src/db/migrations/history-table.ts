import { isDriverAdapterError, type SqlQueryable, type SqlResultSet } from '@prisma/driver-adapter-utils';
import type { HistoryRow } from './history.ts';

const SELECT =
  'SELECT migration_name, checksum, finished_at IS NOT NULL, rolled_back_at IS NOT NULL FROM _prisma_migrations ORDER BY started_at';

/** `_prisma_migrations` of a database; empty when it has no such table. */
export async function readHistory(database: SqlQueryable): Promise<readonly HistoryRow[]> {
  const { rows } = await database.queryRaw({ sql: SELECT, args: [], argTypes: [] }).catch(emptyWhenMissing);
  return rows.map(([name, checksum, finished, rolledBack]) => ({
    name: String(name),
    checksum: String(checksum),
    state: isTrue(rolledBack) ? 'rolled-back' : isTrue(finished) ? 'applied' : 'unfinished',
  }));
}

function emptyWhenMissing(error: unknown): Pick<SqlResultSet, 'rows'> {
  if (isDriverAdapterError(error) && error.cause.kind === 'TableDoesNotExist') return { rows: [] };
  throw error;
}

/** SQLite has numbers for booleans. */
function isTrue(value: unknown): boolean {
  return value === true || value === 1;
}
