/**
 * Writes what Prisma derives from prisma/schema.prisma: the PostgreSQL schema and the two typed clients.
 * Runs after every `npm install`, so it needs no network: `prisma generate` insists on a schema-engine file but
 * never runs it, so it is shown Node's own.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { derivePostgresSchema } from '../prisma/postgres-schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sqliteSchema = path.join(root, 'prisma/schema.prisma');
const postgresSchema = path.join(root, 'prisma/postgresql/schema.prisma');
const prismaCommand = createRequire(import.meta.url).resolve('prisma/build/index.js');

async function generate(schema: string): Promise<void> {
  await promisify(execFile)(process.execPath, [prismaCommand, 'generate', '--no-hints', '--schema', schema], {
    cwd: root,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  });
}

await mkdir(path.dirname(postgresSchema), { recursive: true });
await writeFile(postgresSchema, derivePostgresSchema(await readFile(sqliteSchema, 'utf8')));
await Promise.all([generate(sqliteSchema), generate(postgresSchema)]);
