import { isDriverAdapterError } from '@prisma/driver-adapter-utils';

/** Base of what can keep the database from being used; `message` is one line for the person who runs the server. */
export class DatabaseError extends Error {
  override readonly name: string = 'DatabaseError';
}

/** `DATABASE_URL` names no database that the bot can use. */
export class DatabaseUrlError extends DatabaseError {
  override readonly name = 'DatabaseUrlError';
}

/** Another process has the SQLite file. */
export class DatabaseLockedError extends DatabaseError {
  override readonly name = 'DatabaseLockedError';
}

/** The file cannot be opened, or the server cannot be reached or refuses us. */
export class DatabaseUnreachableError extends DatabaseError {
  override readonly name = 'DatabaseUnreachableError';
}

/** The database's tables are not those of this version, and cannot be brought there. */
export class MigrationError extends DatabaseError {
  override readonly name = 'MigrationError';
}

/** Our own mistake in code: the outer client was used inside a transaction. */
export class OuterClientError extends DatabaseError {
  override readonly name = 'OuterClientError';
}

/** The text of whatever was thrown, on one line; the database's own words where Prisma wraps them. */
export function reasonOf(error: unknown): string {
  const said = isDriverAdapterError(error) ? error.cause.originalMessage : undefined;
  const text = said ?? (error instanceof Error && error.message !== '' ? error.message : String(error));
  return text.replace(/\s+/g, ' ').trim();
}
