import { MigrationError } from '../errors.ts';
import type { Migration } from './folder.ts';

/** One row of `_prisma_migrations`, as far as it decides anything. */
export interface HistoryRow {
  readonly name: string;
  readonly checksum: string;
  /** Neither finished nor rolled back: it failed or was cut off. */
  readonly state: 'applied' | 'unfinished' | 'rolled-back';
}

/**
 * The migrations that a database still needs, oldest first.
 *
 * @throws MigrationError when the database is ahead of this version, when an applied migration was edited, or
 * when one never finished: then nothing may be applied.
 */
export function pendingMigrations(
  migrations: readonly Migration[],
  history: readonly HistoryRow[],
): readonly Migration[] {
  const rows = history.filter((row) => row.state !== 'rolled-back');
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = known.get(row.name);
    if (migration === undefined) {
      throw new MigrationError(
        `The database is newer than this version: it has the migration ${row.name}, which is unknown here. Start the newer version, or restore a backup from before it.`,
      );
    }
    if (row.state === 'unfinished') {
      throw new MigrationError(
        `The migration ${row.name} began on this database and never finished. Restore a backup from before it, or finish it by hand and say so with "npx prisma migrate resolve".`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationError(
        `The migration ${row.name} was changed after this database had applied it. Put back the file of the release, and write changes as a new migration.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.name));
  return migrations.filter((migration) => !applied.has(migration.name));
}
