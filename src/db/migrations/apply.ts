import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { MigrationError, reasonOf } from '../errors.ts';
import type { MigrationConnection } from './connection.ts';
import type { Migration } from './folder.ts';
import { startEngine } from './schema-engine.ts';

/**
 * Lets the engine apply what is pending inside the connection's transaction.
 *
 * @throws MigrationError that names the migration which failed and why; the caller rolls back.
 */
export async function applyWithEngine(
  connection: MigrationConnection,
  folder: string,
  migrations: readonly Migration[],
): Promise<void> {
  let failure: { readonly script: string; readonly error: unknown } | undefined;
  const adapter = reportingScripts(connection.engineAdapter(), (script, error) => {
    failure ??= { script, error };
  });
  const engine = await startEngine(connection.provider, {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => adapter,
    connectToShadowDb: () => Promise.reject(new Error('applying migrations needs no shadow database')),
  });
  try {
    await engine.apply(folder, migrations);
  } catch (error) {
    const failed = migrations.find((migration) => migration.script === failure?.script);
    throw describeFailure(failed, failure?.error ?? error);
  } finally {
    engine.close();
  }
}

function describeFailure(migration: Migration | undefined, error: unknown): MigrationError {
  if (error instanceof Error && 'code' in error && error.code === 'P3005') {
    return new MigrationError(
      "The database holds tables that are not the bot's. Give the bot a database of its own in DATABASE_URL.",
      { cause: error },
    );
  }
  const what =
    migration === undefined ? 'Bringing the database to this version' : `The migration ${migration.name}`;
  return new MigrationError(
    `${what} failed and nothing was changed: ${reasonOf(error)}. Go back to the version that ran before, and report this line.`,
    { cause: error },
  );
}

function reportingScripts(
  adapter: SqlDriverAdapter,
  onFailure: (script: string, error: unknown) => void,
): SqlDriverAdapter {
  return {
    ...adapter,
    async executeScript(script) {
      try {
        await adapter.executeScript(script);
      } catch (error) {
        onFailure(script, error);
        throw error;
      }
    },
  };
}
