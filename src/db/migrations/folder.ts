import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MigrationError } from '../errors.ts';

/** One folder below prisma/migrations/PROVIDER. */
export interface Migration {
  /** TIMESTAMP_name; the order of names is the order of application. */
  readonly name: string;
  /** The SQL, with line feeds alone: a checkout on Windows must not change the checksum. */
  readonly script: string;
  /** SHA-256 of the script in hexadecimal, as `prisma migrate` keeps it. */
  readonly checksum: string;
}

const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations/', import.meta.url));

/** Where the migrations of a provider lie. */
export function migrationsFolder(provider: 'sqlite' | 'postgresql'): string {
  return path.join(MIGRATIONS, provider);
}

/**
 * The migrations of a folder, oldest first; none when there is no such folder.
 *
 * @throws MigrationError when one lacks its migration.sql.
 */
export function readMigrations(folder: string): readonly Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readMigration(folder, name));
}

function readMigration(folder: string, name: string): Migration {
  const file = path.join(folder, name, 'migration.sql');
  if (!existsSync(file)) {
    throw new MigrationError(
      `The migration ${name} has no migration.sql: the installation is incomplete. Install again.`,
    );
  }
  const script = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
}
