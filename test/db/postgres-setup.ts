/**
 * vitest's globalSetup: one PostgreSQL for the whole run, started when the first test asks for a database. Tests
 * run in workers, so they ask over loopback HTTP: POST /migrated or /empty makes a database and answers its URL,
 * DELETE /NAME drops it.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from '../../scripts/postgres-server.ts';
import { openDatabase } from '../../src/db/database.ts';
import { systemClock } from '../../src/time/clock.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where to ask for a PostgreSQL database. */
    readonly postgresBroker: string;
  }
}

interface Broker {
  makeMigrated(): Promise<string>;
  makeEmpty(): Promise<string>;
  drop(name: string): Promise<void>;
  stop(): Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<Broker> | undefined;
  const requests = createServer((request, response) => {
    starting ??= startBroker();
    answer(starting, request.method, request.url ?? '/').then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  requests.listen(0, '127.0.0.1');
  await once(requests, 'listening');
  const address = requests.address();
  if (address === null || typeof address === 'string') throw new Error('no port for the PostgreSQL broker');
  project.provide('postgresBroker', `http://127.0.0.1:${address.port}`);

  return async () => {
    requests.closeAllConnections();
    requests.close();
    await starting?.then(
      (broker) => broker.stop(),
      () => undefined,
    );
  };
}

async function answer(starting: Promise<Broker>, method: string | undefined, path: string): Promise<string> {
  const broker = await starting;
  if (method === 'POST') return path === '/empty' ? broker.makeEmpty() : broker.makeMigrated();
  await broker.drop(path.slice(1));
  return '';
}

async function startBroker(): Promise<Broker> {
  const server = await startPostgres();
  const template = await makeTemplate(server);
  const admin = new pg.Pool({ connectionString: server.urlOf('postgres'), max: 2 });
  // A connection that the stopping server ends is no news.
  admin.on('error', () => undefined);
  let made = 0;
  return {
    makeEmpty: server.makeEmptyDatabase,
    async makeMigrated() {
      made += 1;
      const name = `test_${made}`;
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
      return server.urlOf(name);
    },
    async drop(name) {
      await admin.query(`DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    },
    async stop() {
      await admin.end();
      await server.stop();
    },
  };
}

async function makeTemplate(server: PostgresServer): Promise<string> {
  const url = await server.makeEmptyDatabase();
  const database = await openDatabase(url, { clock: systemClock });
  await database.close();
  return new URL(url).pathname.slice(1);
}
