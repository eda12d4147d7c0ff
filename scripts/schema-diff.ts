/** What prisma/schema.prisma has that the migrations of a provider do not lead to. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { derivePostgresSchema } from '../prisma/postgres-schema.ts';
import { readMigrations } from '../src/db/migrations/folder.ts';
import { createEnginePool } from '../src/db/migrations/postgresql-engine-pool.ts';
import { startEngine } from '../src/db/migrations/schema-engine.ts';
import { sqliteMigrationFactory } from '../src/db/migrations/sqlite-connection.ts';
import type { PostgresServer } from './postgres-server.ts';

export type Provider = 'sqlite' | 'postgresql';

/** The one set of models, as SQLite's schema. */
export function readSchema(): Promise<string> {
  return readFile(fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url)), 'utf8');
}

/**
 * SQL that leads from the migrations in the folder to the schema; null when they agree. The migrations are run on
 * a shadow database: SQLite's in memory, PostgreSQL's on the given server.
 */
export async function diffSchema(
  provider: Provider,
  folder: string,
  sqliteSchema: string,
  server: PostgresServer,
): Promise<string | null> {
  const factory = provider === 'sqlite' ? sqliteMigrationFactory(':memory:') : postgresFactory(server);
  const engine = await startEngine(provider, factory);
  try {
    const schema = provider === 'sqlite' ? sqliteSchema : derivePostgresSchema(sqliteSchema);
    return await engine.diff(folder, readMigrations(folder), schema);
  } finally {
    engine.close();
  }
}

/** The adapter's own shadow database cannot be dropped while it is connected; the server is thrown away anyway. */
function postgresFactory(server: PostgresServer): SqlMigrationAwareDriverAdapterFactory {
  const bare = engineAdapter(server.urlOf('postgres'));
  const shadow = `shadow_${crypto.randomUUID().replaceAll('-', '')}`;
  return {
    provider: bare.provider,
    adapterName: bare.adapterName,
    connect: () => bare.connect(),
    async connectToShadowDb() {
      await server.createDatabase(shadow);
      return engineAdapter(server.urlOf(shadow)).connect();
    },
  };
}

function engineAdapter(connectionString: string): PrismaPg {
  return new PrismaPg(createEnginePool({ connectionString, max: 1 }), { disposeExternalPool: true });
}
