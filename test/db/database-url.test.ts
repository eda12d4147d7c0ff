import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDatabaseUrl } from '../../src/db/database-url.ts';
import { DatabaseUrlError } from '../../src/db/errors.ts';

describe('DATABASE_URL', () => {
  test.each([
    ['file:./data/bot.db', path.resolve('data/bot.db')],
    ['file:data/bot.db', path.resolve('data/bot.db')],
    ['file:/var/lib/bot.db', '/var/lib/bot.db'],
    ['file:///var/lib/bot.db', '/var/lib/bot.db'],
  ])('%s is a SQLite file', (url, file) => {
    expect(parseDatabaseUrl(url)).toEqual({ provider: 'sqlite', file });
  });

  test.each([
    'postgresql://ann:s3cret@db.example:5433/club',
    'postgres://ann:s3cret@db.example:5433/club?sslmode=require&schema=public',
  ])('%s is a PostgreSQL database, shown without user and password', (url) => {
    expect(parseDatabaseUrl(url)).toEqual({ provider: 'postgresql', url, shown: 'db.example:5433/club' });
  });

  test.each([
    ['', /not a URL/],
    ['data/bot.db', /not a URL/],
    ['mysql://ann:s3cret@db/club', /starts with "mysql:"/],
    ['file:', /names no file/],
    ['file::memory:', /names no file/],
    ['file:./data/', /names no file/],
    ['file://server/bot.db', /names no file/],
    ['file:./bot.db?mode=ro', /takes none/],
    ['postgresql:club', /lacks the server/],
    ['postgresql://ann:s3cret@db.example', /lacks the server or the database/],
    ['postgresql://ann:s3cret@db.example:x/club', /lacks the server/],
    ['postgresql://ann:s3cret@db.example/club?schema=other', /schema/],
  ])('%s is refused in one line without the password', (url, reason) => {
    const refused = () => parseDatabaseUrl(url);
    expect(refused).toThrow(DatabaseUrlError);
    expect(refused).toThrow(reason);
    expect(refused).not.toThrow(/s3cret|\n/);
  });
});
