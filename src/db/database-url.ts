import path from 'node:path';
import { DatabaseUrlError } from './errors.ts';

/** Where a `DATABASE_URL` points to. */
export type DatabaseAddress =
  | {
      readonly provider: 'sqlite';
      /** Absolute path of the file. */
      readonly file: string;
    }
  | {
      readonly provider: 'postgresql';
      /** With the password: never for messages. */
      readonly url: string;
      /** Host, port and database for messages: no user, no password. */
      readonly shown: string;
    };

const HINT =
  'Set DATABASE_URL to file:./data/backstraight.db or postgresql://user:password@host:5432/database.';

/**
 * Reads a `DATABASE_URL`; a relative `file:` path counts from the working directory.
 *
 * @throws DatabaseUrlError for anything but a `file:` or `postgresql://` URL; its text never repeats the URL,
 * which may hold a password.
 */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  if (url.startsWith('file:')) return { provider: 'sqlite', file: sqliteFile(url.slice('file:'.length)) };
  if (/^postgres(ql)?:/.test(url)) return postgresAddress(url);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1];
  throw new DatabaseUrlError(
    scheme === undefined
      ? `DATABASE_URL is not a URL. ${HINT}`
      : `DATABASE_URL starts with "${scheme}:", and the bot knows SQLite and PostgreSQL only. ${HINT}`,
  );
}

function sqliteFile(location: string): string {
  const file = location.replace(/^\/\/(?=\/)/, '');
  if (file === '' || file === ':memory:' || file.startsWith('//') || file.endsWith('/')) {
    throw new DatabaseUrlError(
      `DATABASE_URL names no file: SQLite needs one on this machine's disk. ${HINT}`,
    );
  }
  if (file.includes('?')) {
    throw new DatabaseUrlError(`DATABASE_URL has options after "?", and a file: URL takes none. ${HINT}`);
  }
  return path.resolve(file);
}

function postgresAddress(url: string): DatabaseAddress {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const database = parsed?.pathname.slice(1) ?? '';
  if (parsed === null || parsed.hostname === '' || database === '') {
    throw new DatabaseUrlError(`DATABASE_URL lacks the server or the database's name. ${HINT}`);
  }
  if (!['public', null].includes(parsed.searchParams.get('schema'))) {
    throw new DatabaseUrlError(
      'DATABASE_URL names a schema other than "public", which the bot does not support: give it a database of its own.',
    );
  }
  return { provider: 'postgresql', url, shown: `${parsed.host}/${database}` };
}
