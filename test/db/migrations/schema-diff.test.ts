import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffSchema, readSchema } from '../../../scripts/schema-diff.ts';
import { complaintAbout, writeMigration } from '../../../scripts/write-migration.ts';
import { migrationsFolder, readMigrations } from '../../../src/db/migrations/folder.ts';
import { usePostgresDatabases, useTemporaryFolder } from '../databases.ts';

const TINY = `datasource db {
  provider = "sqlite"
}

generator client {
  provider = "prisma-client"
  output   = "../src/db/generated/sqlite"
}

model Note {
  id String @id
}
`;

describe('the migrations', () => {
  const makeEmptyDatabase = usePostgresDatabases('empty');

  test.each(['sqlite', 'postgresql'] as const)(
    'of %s lead to exactly prisma/schema.prisma',
    async (provider) => {
      expect(
        await diffSchema(provider, migrationsFolder(provider), await readSchema(), makeEmptyDatabase),
      ).toBeNull();
    },
  );

  test('have the same names for both providers', () => {
    const namesOf = (provider: 'sqlite' | 'postgresql') =>
      readMigrations(migrationsFolder(provider)).map(({ name }) => name);
    expect(namesOf('sqlite')).toEqual(namesOf('postgresql'));
  });
});

describe('npm run migration', () => {
  const migrations = useTemporaryFolder();
  const makeEmptyDatabase = usePostgresDatabases('empty');
  const write = (name: string, schema: string, now: string) =>
    writeMigration({ name, schema, migrations, now: new Date(now), makeEmptyDatabase });

  test('writes what changed for both providers, and nothing when nothing changed', async () => {
    const first = await write('init', TINY, '2026-03-01T12:34:56Z');
    expect(first.map((file) => path.relative(migrations, file))).toEqual([
      path.join('sqlite', '20260301123456_init', 'migration.sql'),
      path.join('postgresql', '20260301123456_init', 'migration.sql'),
    ]);
    expect(await write('again', TINY, '2026-03-02T12:00:00Z')).toEqual([]);

    const changed = TINY.replace('@id', '@id\n  text String?');
    const [sqlite = '', postgresql = ''] = await write('text', changed, '2026-03-03T12:00:00Z');
    for (const file of [sqlite, postgresql]) {
      expect(readFileSync(file, 'utf8')).toMatch(/ALTER TABLE "Note" ADD COLUMN\s+"text" TEXT;/);
    }
    for (const provider of ['sqlite', 'postgresql']) {
      const lock = path.join(migrations, provider, 'migration_lock.toml');
      expect(existsSync(lock) && readFileSync(lock, 'utf8')).toContain(`provider = "${provider}"`);
    }
  });

  test.each([
    undefined,
    '',
    'Add',
    'add plans',
    'add_plans',
    '../add',
    '-add',
    'add-',
    '1st',
    'a'.repeat(61),
  ])('refuses the name %s with an example', (name) => {
    expect(complaintAbout(name)).toContain('npm run migration -- add-plans');
  });

  test.each(['init', 'add-plans', 'plans2'])('takes the name %s', (name) => {
    expect(complaintAbout(name)).toBeNull();
  });
});
