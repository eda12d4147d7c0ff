/** Fresh databases for tests, with the migrations applied: every store test runs on SQLite and on PostgreSQL. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { systemClock } from '../../src/time/clock.ts';

/** Opens a database that nobody else uses; it is closed and removed after the test. */
export type OpenFresh = () => Promise<Database>;

const TITLES = { sqlite: 'SQLite', postgresql: 'PostgreSQL' } as const;

/** Declares the tests twice, once for each provider; each test has a database of its own. */
export function describeOnBothDatabases(
  name: string,
  tests: (open: OpenFresh, provider: 'sqlite' | 'postgresql') => void,
): void {
  for (const provider of ['sqlite', 'postgresql'] as const) {
    describe(`${name} on ${TITLES[provider]}`, () => {
      const makeUrl = provider === 'sqlite' ? useSqliteFiles() : usePostgresDatabases();
      const opened: Database[] = [];
      // Registered after the makers' own: vitest runs afterEach hooks in reverse, so databases close first.
      afterEach(async () => {
        await Promise.all(opened.splice(0).map((database) => database.close()));
      });
      tests(async () => {
        const database = await openDatabase(await makeUrl(), { clock: systemClock });
        opened.push(database);
        return database;
      }, provider);
    });
  }
}

/**
 * Declares the tests twice, once for each provider; they share one database of each, which is emptied for each test.
 * For tests that open it once and leave nothing running: a database of PostgreSQL's own takes a third of a second.
 */
export function describeOnEmptiedDatabases(name: string, tests: (open: OpenFresh) => void): void {
  for (const provider of ['sqlite', 'postgresql'] as const) {
    describe(`${name} on ${TITLES[provider]}`, () => {
      const makeUrl = provider === 'sqlite' ? useSqliteFiles() : usePostgresDatabases('migrated', afterAll);
      let shared: Database | null = null;
      // Registered after the makers' own, as above.
      afterAll(() => shared?.close());
      tests(async () => {
        shared ??= await openDatabase(await makeUrl(), { clock: systemClock });
        // All that is stored is a club's.
        await shared.db.club.deleteMany();
        return shared;
      });
    });
  }
}

/** A folder for a test's own files, removed after the test's file. */
export function useTemporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'backstraight-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes `file:` URLs of new migrated SQLite files. */
export function useSqliteFiles(): () => Promise<string> {
  const folder = useTemporaryFolder();
  const template = path.join(folder, 'template.db');
  let made = 0;
  return async () => {
    if (!existsSync(template)) {
      const database = await openDatabase(`file:${template}`, { clock: systemClock });
      await database.close();
    }
    made += 1;
    const file = path.join(folder, `${made}.db`);
    copyFileSync(template, file);
    return `file:${file}`;
  };
}

/** Makes URLs of new PostgreSQL databases, dropped after each test or after all. */
export function usePostgresDatabases(
  kind: 'migrated' | 'empty' = 'migrated',
  dropped: typeof afterEach | typeof afterAll = afterEach,
): () => Promise<string> {
  const broker = inject('postgresBroker');
  const made: string[] = [];
  dropped(async () => {
    const names = made.splice(0).map((url) => new URL(url).pathname);
    await Promise.all(names.map((name) => ask(`${broker}${name}`, 'DELETE')));
  });
  return async () => {
    const url = await ask(`${broker}/${kind}`, 'POST');
    made.push(url);
    return url;
  };
}

async function ask(url: string, method: 'POST' | 'DELETE'): Promise<string> {
  const response = await fetch(url, { method });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
