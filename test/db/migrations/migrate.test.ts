import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { type Db, openDatabase } from '../../../src/db/database.ts';
import { parseDatabaseUrl } from '../../../src/db/database-url.ts';
import { MigrationError } from '../../../src/db/errors.ts';
import { migrationsFolder, readMigrations } from '../../../src/db/migrations/folder.ts';
import { migrate } from '../../../src/db/migrations/migrate.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { usePostgresDatabases, useTemporaryFolder } from '../databases.ts';
import { athleteRow, clubRow } from '../rows.ts';

const options = { clock: systemClock };

for (const provider of ['sqlite', 'postgresql'] as const) {
  describe(`migrations on ${provider}`, () => {
    const folder = useTemporaryFolder();
    const makePostgresUrl = usePostgresDatabases('empty');
    let made = 0;

    async function makeEmptyUrl(): Promise<string> {
      made += 1;
      return provider === 'sqlite' ? `file:${path.join(folder, `${made}.db`)}` : makePostgresUrl();
    }

    /** A copy of the real migrations, to add to. */
    function copyMigrations(): string {
      made += 1;
      const copy = path.join(folder, `migrations-${made}`);
      cpSync(migrationsFolder(provider), copy, { recursive: true });
      return copy;
    }

    async function withDatabase<T>(url: string, look: (db: Db) => Promise<T>): Promise<T> {
      const { db, close } = await openDatabase(url, options);
      return look(db).finally(close);
    }

    test('make a fresh database, and leave it alone the next time', async () => {
      const url = await makeEmptyUrl();
      const names = readMigrations(migrationsFolder(provider)).map(({ name }) => name);
      expect(await migrate(parseDatabaseUrl(url), options)).toEqual(names);
      expect(await migrate(parseDatabaseUrl(url), options)).toEqual([]);
    });

    test('are recorded as prisma migrate records them', async () => {
      const url = await makeEmptyUrl();
      const rows = await withDatabase(
        url,
        (db) =>
          db.$queryRaw<Record<string, unknown>[]>`SELECT * FROM _prisma_migrations ORDER BY migration_name`,
      );
      const migrations = readMigrations(migrationsFolder(provider));
      expect(rows).toHaveLength(migrations.length);
      for (const [i, { name, checksum }] of migrations.entries()) {
        expect(rows[i]).toMatchObject({ migration_name: name, checksum, rolled_back_at: null });
        expect(rows[i]?.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        expect(rows[i]?.started_at).toBeInstanceOf(Date);
        expect(rows[i]?.finished_at).toBeInstanceOf(Date);
        expect(Number(rows[i]?.applied_steps_count)).toBe(1);
      }
    });

    test('applied on an older database keep its rows', async () => {
      const url = await makeEmptyUrl();
      await withDatabase(url, (db) => db.club.create({ data: clubRow('c1') }));
      const newer = copyMigrations();
      addMigration(newer, '20991231000000_more', 'ALTER TABLE "Club" ADD COLUMN "motto" TEXT;');
      expect(await migrate(parseDatabaseUrl(url), options, newer)).toEqual(['20991231000000_more']);
      expect(await migrate(parseDatabaseUrl(url), options, newer)).toEqual([]);
    });

    test('refuse a database that a newer version has migrated', async () => {
      const url = await makeEmptyUrl();
      const newer = copyMigrations();
      addMigration(newer, '20991231000000_more', 'ALTER TABLE "Club" ADD COLUMN "motto" TEXT;');
      await migrate(parseDatabaseUrl(url), options, newer);
      const refused = openDatabase(url, options);
      await expect(refused).rejects.toThrow(MigrationError);
      await expect(refused).rejects.toThrow(/newer than this version.*20991231000000_more/);
    });

    test('refuse to go on when an applied one was edited', async () => {
      const url = await makeEmptyUrl();
      const edited = copyMigrations();
      await migrate(parseDatabaseUrl(url), options, edited);
      const first =
        readdirSync(edited, { withFileTypes: true }).find((entry) => entry.isDirectory())?.name ?? '';
      appendFileSync(path.join(edited, first, 'migration.sql'), '\n-- a small change');
      const refused = migrate(parseDatabaseUrl(url), options, edited);
      await expect(refused).rejects.toThrow(MigrationError);
      await expect(refused).rejects.toThrow(/_init was changed after/);
    });

    test('do not mind a checkout with Windows line ends', async () => {
      const url = await makeEmptyUrl();
      const windows = copyMigrations();
      await migrate(parseDatabaseUrl(url), options, windows);
      for (const { name, script } of readMigrations(windows)) {
        writeFileSync(path.join(windows, name, 'migration.sql'), script.replaceAll('\n', '\r\n'));
      }
      expect(await migrate(parseDatabaseUrl(url), options, windows)).toEqual([]);
    });

    test('that fail half-way leave nothing, name themselves, and can be mended', async () => {
      const url = await makeEmptyUrl();
      const broken = copyMigrations();
      addMigration(broken, '20991231000000_good', 'CREATE TABLE "Good" ("id" TEXT);');
      const half =
        'CREATE TABLE "Half" ("id" TEXT);\nINSERT INTO "Nowhere" VALUES (1);\nCREATE TABLE "Rest" ("id" TEXT);';
      addMigration(broken, '20991231000001_bad', half);
      const failing = migrate(parseDatabaseUrl(url), options, broken);
      await expect(failing).rejects.toThrow(MigrationError);
      await expect(failing).rejects.toThrow(/20991231000001_bad failed and nothing was changed: .*Nowhere/);
      rmSync(path.join(broken, '20991231000001_bad'), { recursive: true });
      addMigration(broken, '20991231000001_mended', half.replace(/INSERT.*/, ''));
      expect(await migrate(parseDatabaseUrl(url), options, broken)).toHaveLength(
        readMigrations(migrationsFolder(provider)).length + 2,
      );
    });

    test('refuse a database on which one never finished', async () => {
      const url = await makeEmptyUrl();
      await withDatabase(url, (db) => db.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`);
      const refused = openDatabase(url, options);
      await expect(refused).rejects.toThrow(MigrationError);
      await expect(refused).rejects.toThrow(/never finished/);
    });

    test('pay no heed to an attempt that was marked as rolled back', async () => {
      const url = await makeEmptyUrl();
      await withDatabase(
        url,
        (
          db,
        ) => db.$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name, rolled_back_at, applied_steps_count)
          VALUES ('x', 'y', '20200101000000_given_up', ${systemClock.now()}, 0)`,
      );
      await withDatabase(url, async () => undefined);
    });

    test("refuse a database with somebody else's tables", async () => {
      const url = await makeEmptyUrl();
      await addForeignTable(url);
      const refused = openDatabase(url, options);
      await expect(refused).rejects.toThrow(MigrationError);
      await expect(refused).rejects.toThrow(/holds tables that are not the bot's/);
    });
  });
}

describe('migrations on PostgreSQL', () => {
  const makeUrl = usePostgresDatabases('empty');

  test('are applied once when four bots start together', async () => {
    const url = await makeUrl();
    const databases = await Promise.all(Array.from({ length: 4 }, () => openDatabase(url, options)));
    const names = readMigrations(migrationsFolder('postgresql')).map(({ name }) => ({
      migration_name: name,
    }));
    for (const { db } of databases) {
      expect(await db.$queryRaw`SELECT migration_name FROM _prisma_migrations ORDER BY 1`).toEqual(names);
    }
    await Promise.all(databases.map((database) => database.close()));
  });
});

describe('migrations on SQLite', () => {
  const folder = useTemporaryFolder();

  test('rebuild a table without touching its children', async () => {
    const url = `file:${path.join(folder, 'rebuilt.db')}`;
    const first = await openDatabase(url, options);
    await first.db.club.create({ data: { ...clubRow('c1'), athletes: { create: childOf('a1') } } });
    await first.close();
    const newer = path.join(folder, 'rebuild');
    cpSync(migrationsFolder('sqlite'), newer, { recursive: true });
    addMigration(newer, '20991231000000_rebuild', rebuildOf('Athlete', url));
    addMigration(newer, '20991231000001_rebuild_club', rebuildOf('Club', url));
    await migrate(parseDatabaseUrl(url), options, newer);
    expect(readAll(url, 'SELECT id FROM Athlete')).toEqual([{ id: 'a1' }]);
  });

  test('that would leave a reference without its index change nothing', async () => {
    const url = `file:${path.join(folder, 'mismatch.db')}`;
    const newer = path.join(folder, 'mismatching');
    cpSync(migrationsFolder('sqlite'), newer, { recursive: true });
    addMigration(newer, '20991231000000_mismatching', 'DROP INDEX "Athlete_id_clubId_key";');
    await expect(migrate(parseDatabaseUrl(url), options, newer)).rejects.toThrow(MigrationError);
    expect(readAll(url, "SELECT name FROM sqlite_master WHERE type = 'table'")).toEqual([]);
  });

  test('that would leave rows without their parent change nothing', async () => {
    const url = `file:${path.join(folder, 'orphans.db')}`;
    const first = await openDatabase(url, options);
    await first.db.club.create({ data: { ...clubRow('c1'), athletes: { create: childOf('a1') } } });
    await first.close();
    const newer = path.join(folder, 'orphaning');
    cpSync(migrationsFolder('sqlite'), newer, { recursive: true });
    addMigration(newer, '20991231000000_orphaning', 'DELETE FROM "Club";');
    await expect(migrate(parseDatabaseUrl(url), options, newer)).rejects.toThrow(
      /rows of Athlete would point at nothing/,
    );
    expect(readAll(url, 'SELECT id FROM Club')).toEqual([{ id: 'c1' }]);
  });
});

function addMigration(to: string, name: string, script: string): void {
  mkdirSync(path.join(to, name));
  writeFileSync(path.join(to, name, 'migration.sql'), script);
}

async function addForeignTable(url: string): Promise<void> {
  const create = 'CREATE TABLE "Shop" ("id" TEXT)';
  const address = parseDatabaseUrl(url);
  if (address.provider === 'sqlite') {
    new Sqlite(address.file).exec(create).close();
    return;
  }
  const client = new pg.Client(address.url);
  await client.connect();
  await client.query(create);
  await client.end();
}

function childOf(id: string) {
  const { clubId: _, ...row } = athleteRow(id, '');
  return row;
}

function readAll(url: string, query: string): Record<string, unknown>[] {
  const database = new Sqlite(url.slice('file:'.length), { readonly: true });
  const rows = database.prepare<[], Record<string, unknown>>(query).all();
  database.close();
  return rows;
}

/** SQL in the pattern by which Prisma changes a column on SQLite. */
function rebuildOf(table: string, url: string): string {
  const own = `FROM sqlite_master WHERE tbl_name = '${table}' AND sql IS NOT NULL`;
  const [made] = readAll(url, `SELECT sql ${own} AND type = 'table'`);
  const create = `${String(made?.sql)};`;
  const indexes = readAll(url, `SELECT sql ${own} AND type = 'index'`).map(({ sql }) => `${sql};`);
  return `PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
${create.replace(`"${table}"`, `"new_${table}"`)}
INSERT INTO "new_${table}" SELECT * FROM "${table}";
DROP TABLE "${table}";
ALTER TABLE "new_${table}" RENAME TO "${table}";
${indexes.join('\n')}
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;`;
}
