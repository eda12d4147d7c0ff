import type { DatabaseOptions } from '../database.ts';
import type { DatabaseAddress } from '../database-url.ts';
import { applyWithEngine } from './apply.ts';
import type { MigrationConnection } from './connection.ts';
import { type Migration, migrationsFolder, readMigrations } from './folder.ts';
import { pendingMigrations } from './history.ts';
import { connectToPostgresql } from './postgresql-connection.ts';
import { connectToSqlite } from './sqlite-connection.ts';

/**
 * Brings a database to this version, all pending migrations or none, keeping `_prisma_migrations` as
 * `prisma migrate deploy` would. Loads the engine only when there is something to apply.
 *
 * @returns The names of the migrations applied; none when the database is at this version already.
 * @throws MigrationError when the history does not allow it or a migration fails; DatabaseUnreachableError.
 */
export async function migrate(
  address: DatabaseAddress,
  options: DatabaseOptions,
  folder: string = migrationsFolder(address.provider),
): Promise<readonly string[]> {
  const migrations = readMigrations(folder);
  const connection =
    address.provider === 'sqlite' ? await connectToSqlite(address.file) : await connectToPostgresql(address);
  try {
    if (pendingMigrations(migrations, await connection.history()).length === 0) return [];
    const began = options.clock.now().getTime();
    const applied = await applyPending(connection, folder, migrations);
    const milliseconds = options.clock.now().getTime() - began;
    if (applied.length > 0) options.log?.info({ applied, milliseconds }, 'database migrated');
    return applied;
  } finally {
    await connection.close();
  }
}

async function applyPending(
  connection: MigrationConnection,
  folder: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  await connection.begin();
  try {
    // Another bot may have applied them while this one waited for its turn.
    const pending = pendingMigrations(migrations, await connection.history());
    if (pending.length > 0) await applyWithEngine(connection, folder, migrations);
    await connection.commit();
    return pending.map((migration) => migration.name);
  } catch (error) {
    // A connection that broke was rolled back by the server; the first error is the one to tell.
    await connection.rollback().catch(() => undefined);
    throw error;
  }
}
