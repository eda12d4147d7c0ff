import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { DatabaseUnreachableError } from '../../src/db/errors.ts';
import { systemClock } from '../../src/time/clock.ts';
import { usePostgresDatabases, useTemporaryFolder } from './databases.ts';

async function refusalOf(url: string): Promise<string> {
  const error: unknown = await openDatabase(url, { clock: systemClock }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DatabaseUnreachableError);
  return String(error);
}

describe('a database that cannot be used is told in one line', () => {
  const folder = useTemporaryFolder();
  const makeUrl = usePostgresDatabases('empty');

  test('nothing listens', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    probe.close();
    await once(probe, 'close');
    const told = await refusalOf(`postgresql://bot:s3cret@127.0.0.1:${port}/club`);
    expect(told).toContain(`127.0.0.1:${port}/club: nothing answers there`);
    expect(told).not.toMatch(/s3cret|\n/);
  });

  test('a wrong password', async () => {
    const url = new URL(await makeUrl());
    url.password = 's3cret';
    const told = await refusalOf(url.href);
    expect(told).toContain('it refuses user or password');
    expect(told).not.toMatch(/s3cret|\n/);
  });

  test('a database that does not exist', async () => {
    const url = new URL(await makeUrl());
    url.pathname = '/nowhere';
    expect(await refusalOf(url.href)).toContain('/nowhere: that database does not exist');
  });

  test('a file that is no database', async () => {
    const file = path.join(folder, 'letter.db');
    writeFileSync(file, 'Dear athletes, this is not a database at all.'.repeat(50));
    const told = await refusalOf(`file:${file}`);
    expect(told).toContain('file is not a database');
    expect(told).not.toContain('\n');
  });

  test('a folder in place of a file', async () => {
    mkdirSync(path.join(folder, 'drawer'));
    expect(await refusalOf(`file:${path.join(folder, 'drawer')}`)).toContain('it is a folder');
  });
});
