import type { Clock } from '../time/clock.ts';
import { parseDatabaseUrl } from './database-url.ts';
import type { Prisma } from './generated/sqlite/client.ts';

/**
 * What stores take: the database's client, or a transaction's. PostgreSQL's client is typed as SQLite's, which
 * offers nothing that PostgreSQL lacks.
 */
export type Db = Prisma.TransactionClient;

/** Where the database reports what nobody waits for; a pino logger fits. */
export interface DatabaseLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** An open database at this version's schema. */
export interface Database {
  /** For everything outside a transaction; inside one it throws OuterClientError. */
  readonly db: Db;
  readonly provider: 'sqlite' | 'postgresql';
  /**
   * Runs `work` all or nothing with the client it is handed. On PostgreSQL `work` runs again, up to five times
   * in all, after a deadlock or a serialization failure: it must do nothing but use the client.
   */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** Waits for running transactions to roll back, then lets go of file or server. */
  close(): Promise<void>;
}

/** What opening a database needs. */
export interface DatabaseOptions {
  readonly clock: Clock;
  readonly log?: DatabaseLog;
}

/**
 * Opens the database that a `DATABASE_URL` names and brings its tables to this version.
 *
 * @throws DatabaseError with one line for the person who runs the server: DatabaseUrlError,
 * DatabaseLockedError, DatabaseUnreachableError or MigrationError.
 */
export async function openDatabase(url: string, options: DatabaseOptions): Promise<Database> {
  const address = parseDatabaseUrl(url);
  // Only the provider in use is loaded: each brings a client and a driver.
  if (address.provider === 'sqlite') return (await import('./sqlite.ts')).openSqlite(address.file, options);
  return (await import('./postgresql.ts')).openPostgresql(address, options);
}
