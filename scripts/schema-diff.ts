/** What prisma/schema.prisma has that the migrations of a provider do not lead to. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { derivePostgresSchema } from '../prisma/postgres-schema.ts';
import { type Migration, readMigrations } from '../src/db/migrations/folder.ts';
import { createEnginePool, readingCharacters } from '../src/db/migrations/postgresql-engine.ts';
import { startEngine } from '../src/db/migrations/schema-engine.ts';
import { sqliteMigrationFactory } from '../src/db/migrations/sqlite-connection.ts';

export type Provider = 'sqlite' | 'postgresql';

/** The one set of models, as SQLite's schema. */
export function readSchema(): Promise<string> {
  return readFile(fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url)), 'utf8');
}

/** Makes an empty PostgreSQL database and answers its URL. */
export type MakeEmptyDatabase = () => Promise<string>;

/**
 * SQL that leads from the migrations in the folder to the schema; null when they agree. The migrations are run on
 * a shadow database: SQLite's in memory, PostgreSQL's an empty one.
 */
export async function diffSchema(
  provider: Provider,
  folder: string,
  sqliteSchema: string,
  makeEmptyDatabase: MakeEmptyDatabase,
): Promise<string | null> {
  const migrations = readMigrations(folder);
  if (provider === 'sqlite')
    return diffOn(provider, sqliteMigrationFactory(':memory:'), folder, migrations, sqliteSchema);
  const main = createEnginePool({ connectionString: await makeEmptyDatabase(), max: 1 });
  const shadow = createEnginePool({ connectionString: await makeEmptyDatabase(), max: 1 });
  try {
    const factory = postgresFactory(main, shadow);
    return await diffOn(provider, factory, folder, migrations, derivePostgresSchema(sqliteSchema));
  } finally {
    await Promise.all([main.end(), shadow.end()]);
  }
}

async function diffOn(
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
  folder: string,
  migrations: readonly Migration[],
  schema: string,
): Promise<string | null> {
  const engine = await startEngine(provider, factory);
  try {
    return await engine.diff(folder, migrations, schema);
  } finally {
    engine.close();
  }
}

/** The adapter's own shadow database cannot be dropped, because it is still connected then. */
function postgresFactory(main: pg.Pool, shadow: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const bare = new PrismaPg(main);
  return {
    provider: bare.provider,
    adapterName: bare.adapterName,
    connect: async () => readingCharacters(await bare.connect()),
    connectToShadowDb: async () => readingCharacters(await new PrismaPg(shadow).connect()),
  };
}
