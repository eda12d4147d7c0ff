/**
 * One process per SQLite file. The lock is a lock of the operating system, held through an exclusive
 * transaction on a second, empty SQLite file: it ends with the process, however that ends, so it is never stale.
 */
import Sqlite from 'better-sqlite3';
import { DatabaseLockedError } from './errors.ts';

/** A held lock. */
export interface FileLock {
  release(): void;
}

/**
 * Takes `FILE.lock`, at once or not at all.
 *
 * @throws DatabaseLockedError when another process, or another database of this one, has it.
 */
export function lockDatabaseFile(file: string): FileLock {
  const connection = new Sqlite(`${file}.lock`, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
    throw new DatabaseLockedError(
      `Another bot is already using ${file}. Stop it first, or give this one a file of its own in DATABASE_URL.`,
    );
  }
  return { release: () => void connection.close() };
}
