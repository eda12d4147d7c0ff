/**
 * Prisma's schema engine as WebAssembly: what `prisma migrate` runs, without its download. The package's own
 * entry imports the .wasm as a module, which Node 20 does not do; so it is put together here. Loading it takes a
 * few hundred milliseconds: only do it when there is something to apply.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Migration } from './folder.ts';

type Glue = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** What the bot and `npm run migration` use of the engine. */
export interface MigrationEngine {
  /** Applies what is pending and keeps `_prisma_migrations`. */
  apply(folder: string, migrations: readonly Migration[]): Promise<void>;
  /** SQL that leads from the migrations, run on a shadow database, to the schema; null when nothing differs. */
  diff(folder: string, migrations: readonly Migration[], schema: string): Promise<string | null>;
  close(): void;
}

/** Starts an engine on the databases that the factory connects to. */
export async function startEngine(
  provider: 'sqlite' | 'postgresql',
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<MigrationEngine> {
  const { SchemaEngine } = await loadGlue();
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', `datasource db {\n  provider = "${provider}"\n}\n`]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  return {
    async apply(folder, migrations) {
      const migrationsList = listOf(provider, folder, migrations);
      await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    },
    diff: (folder, migrations, schema) => diff(engine, listOf(provider, folder, migrations), schema),
    close: () => engine.free(),
  };
}

async function diff(engine: SchemaEngine, list: MigrationList, schema: string): Promise<string | null> {
  const result = await engine.diff({
    from: { tag: 'migrations', ...list },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: true,
    filters: NO_FILTERS,
  });
  return result.exitCode === 0 ? null : (result.stdout ?? '');
}

/** Content of migration_lock.toml, which tells Prisma's tools the provider of a migrations folder. */
export function lockfileContent(provider: string): string {
  return `# Prisma keeps the provider of these migrations here; do not edit.\nprovider = "${provider}"\n`;
}

function listOf(provider: string, baseDir: string, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: lockfileContent(provider) },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}

/** What Node has of WebAssembly; TypeScript declares it only together with the browser's globals. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
};

/** The package keeps its instance in a module variable, so there can only be one in a process. */
let glue: Promise<Glue> | undefined;

function loadGlue(): Promise<Glue> {
  glue ??= instantiate();
  return glue;
}

async function instantiate(): Promise<Glue> {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue: Glue = await import(pathToFileURL(file).href);
  const wasm = await readFile(path.join(path.dirname(file), 'schema_engine_bg.wasm'));
  const imports = Object.fromEntries(
    Object.entries(glue).map(([name, value]) => [name, withoutHolding(name, value)]),
  );
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': imports });
  glue.__wbg_set_wasm(instance.exports);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: throwPanic } });
  if (typeof instance.exports.__wbindgen_start === 'function') instance.exports.__wbindgen_start();
  return glue;
}

/** The engine leaves a timer of 10 s behind after it took its lock: no process should wait for that to end. */
function withoutHolding(name: string, value: unknown): unknown {
  if (!name.startsWith('__wbg_setTimeout_')) return value;
  return (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref();
}

/** Where the engine leaves its last words; without a place for them it dies of that instead. */
function throwPanic(message: string): never {
  throw new Error(`Prisma's schema engine failed: ${message}`);
}
