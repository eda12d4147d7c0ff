/** `npm start` as a process: one clear line and exit code 1 for what keeps it from starting, 0 after a clean stop. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { SANDBOX_CLUB } from '../sandbox/club.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

/** What `npm start` hands to Node, without the `.env` of whoever runs the tests. */
const START = packageJson.scripts.start
  .split(' ')
  .slice(1)
  .filter((flag) => !flag.startsWith('--env-file'));
const ROOT = fileURLToPath(new URL('../', import.meta.url));

let sandbox: Sandbox;
let folder: string;
let file: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  folder = await mkdtemp(join(tmpdir(), 'backstraight-main-'));
  file = join(folder, 'club.db');
});
afterEach(async () => {
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Exit code, signal, and what was written to standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Starts the bot against the sandbox; `env` is laid over its settings. It ends with the test. */
function start(env: Readonly<Record<string, string>> = {}): Run {
  const settings = {
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: `file:${file}`,
  };
  const child = spawn(process.execPath, START, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...settings, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stderr = text(child.stderr);
  const ended = once(child, 'exit').then(async ([code]) => ({
    code: code as number | null,
    stderr: await stderr,
  }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, ended };
}

describe('what keeps it from starting', () => {
  test('no token', async () => {
    expect(await start({ DISCORD_TOKEN: '' }).ended).toEqual({
      code: 1,
      stderr:
        'Backstraight cannot start: DISCORD_TOKEN is missing. Run "npm run setup" to enter a bot token, or "npm run sandbox" to try the bot without one.\n',
    });
  });

  test('a token that Discord refuses', async () => {
    expect(await start({ DISCORD_TOKEN: 'not.a.token' }).ended).toEqual({
      code: 1,
      stderr:
        'Backstraight cannot start: Discord refused DISCORD_TOKEN. Copy the bot’s token again from the developer portal into .env, or run "npm run sandbox" to try without one.\n',
    });
  });

  test('a Discord that cannot be reached', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    server.close();
    await once(server, 'close');
    expect(await start({ DISCORD_API_URL: `http://127.0.0.1:${port}/api` }).ended).toEqual({
      code: 1,
      stderr: `Backstraight cannot start: Discord at http://127.0.0.1:${port}/api cannot be reached (ECONNREFUSED). Check the network, or DISCORD_API_URL.\n`,
    });
  });

  test('a Discord that is down', async () => {
    sandbox.faults.next({ route: '/gateway/bot' }, '500', 2);
    expect(await start().ended).toEqual({
      code: 1,
      stderr: `Backstraight cannot start: Discord at ${sandbox.apiUrl} answered 500. Try again in a minute.\n`,
    });
  });

  test('a second bot on the same database', async () => {
    const first = start();
    await sandbox.whenReady();
    const second = await start().ended;
    expect(second).toEqual({
      code: 1,
      stderr: `Backstraight cannot start: Another bot is already using ${file}. Stop it first, or give this one a file of its own in DATABASE_URL.\n`,
    });
    expect(first.child.exitCode).toBeNull();
  });

  test('a database that is not ours, which stays as it was', async () => {
    const other = new Sqlite(file);
    other.exec("CREATE TABLE Session (id TEXT); INSERT INTO Session VALUES ('theirs')");
    other.close();
    expect(await start().ended).toEqual({
      code: 1,
      stderr:
        "Backstraight cannot start: The database holds tables that are not the bot's. Give the bot a database of its own in DATABASE_URL.\n",
    });
    const again = new Sqlite(file, { readonly: true });
    expect(again.prepare('SELECT id FROM Session').pluck().all()).toEqual(['theirs']);
    again.close();
  });

  test('several wrong settings are told together', async () => {
    const { code, stderr } = await start({ DISCORD_TOKEN: '', LOG_LEVEL: 'loud' }).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('DISCORD_TOKEN is missing.');
    expect(stderr).toContain('LOG_LEVEL must be fatal, error, warn, info, debug or silent');
  });
});

describe('stopping', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it with 0, once what is under way is done',
    async (signal) => {
      const guild = sandbox.createGuild(SANDBOX_CLUB);
      const dana = sandbox.actor(guild, 'Dana');
      const { child, ended } = start();
      await sandbox.whenReady();
      const route = '/interactions/{interaction_id}/{interaction_token}/callback';
      sandbox.faults.next({ route }, { kind: 'slow', ms: 500 });
      const answer = dana.run('/setup coach-role:@Coach time-zone:Berlin');
      await answer.then(() => child.kill(signal));
      expect((await answer).text).toContain('Coaches: @Coach');
      expect(await ended).toEqual({ code: 0, stderr: '' });
      const kept = new Sqlite(file, { readonly: true });
      expect(kept.prepare('SELECT zone FROM Club').pluck().all()).toEqual(['Europe/Berlin']);
      kept.close();
      expect(sandbox.faults.pending()).toBe(0);
    },
  );
});
