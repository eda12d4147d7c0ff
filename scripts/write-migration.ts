import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lockfileContent } from '../src/db/migrations/schema-engine.ts';
import { diffSchema, type MakeEmptyDatabase, type Provider } from './schema-diff.ts';

const PROVIDERS: readonly Provider[] = ['sqlite', 'postgresql'];
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_NAME = 60;

/** What a new migration is made from. */
export interface MigrationRequest {
  readonly name: string;
  /** The one set of models, as SQLite's schema. */
  readonly schema: string;
  /** Folder that holds a folder per provider. */
  readonly migrations: string;
  readonly now: Date;
  /** For PostgreSQL's side. */
  readonly makeEmptyDatabase: MakeEmptyDatabase;
}

/** The complaint about a migration's name; null when it is good. */
export function complaintAbout(name: string | undefined): string | null {
  if (name !== undefined && NAME.test(name) && name.length <= LONGEST_NAME) return null;
  return `Give the migration a name of small letters, digits and hyphens, at most ${LONGEST_NAME}: npm run migration -- add-plans`;
}

/**
 * Writes TIMESTAMP_NAME/migration.sql for both providers; nothing when the schema has not changed.
 *
 * @returns The new files; none when there is nothing to migrate.
 */
export async function writeMigration(request: MigrationRequest): Promise<readonly string[]> {
  const scripts = new Map<Provider, string>();
  for (const provider of PROVIDERS) {
    const folder = path.join(request.migrations, provider);
    const script = await diffSchema(provider, folder, request.schema, request.makeEmptyDatabase);
    if (script !== null) scripts.set(provider, script);
  }
  const timestamp = request.now.toISOString().replace(/\D/g, '').slice(0, 14);
  const written: string[] = [];
  for (const [provider, script] of scripts) {
    const folder = path.join(request.migrations, provider);
    const file = path.join(folder, `${timestamp}_${request.name}`, 'migration.sql');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, script);
    await writeFile(path.join(folder, 'migration_lock.toml'), lockfileContent(provider));
    written.push(file);
  }
  return written;
}
