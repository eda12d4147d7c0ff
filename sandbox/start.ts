/** npm run sandbox: a loopback Discord with its page, and the bot on it, with no account and no token. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBot } from '../src/bot.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { SANDBOX_CLUB } from './club.ts';
import { DEMO_NOTICE, fillDemo } from './demo.ts';
import { pagePlugin } from './page/plugin.ts';
import { createSandboxClock, startSandbox } from './sandbox.ts';

const PORT = 8787;

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean' }, port: { type: 'string' } } });
  const port = values.port === undefined ? PORT : Number(values.port);
  const folder = await mkdtemp(join(tmpdir(), 'backstraight-sandbox-'));
  const clock = createSandboxClock();
  const sandbox = await startSandbox({ port, clock, page: pagePlugin, rateLimits: {} }).catch((error) => {
    throw portTaken(error, port);
  });
  const guild = sandbox.createGuild(SANDBOX_CLUB);
  const log = createLog('error');
  const config = readConfig({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: `file:${join(folder, 'sandbox.db')}`,
    LOG_LEVEL: 'error',
  });
  const bot = await startBot({ config, clock, log });
  clock.onChange(
    () => void bot.wake().catch((error: unknown) => log.error({ err: error }, 'could not wake')),
  );

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await bot.stop();
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());

  if (values.demo) {
    console.log('Filling the club with 12 made-up athletes and 12 weeks …');
    await fillDemo(sandbox, guild, bot);
    sandbox.live.setNotice(DEMO_NOTICE);
  }
  console.log(`Backstraight sandbox: ${sandbox.url}  (a stand-in for Discord; everybody in it is made up)`);
  if (!values.demo) console.log('Be Dana and run /setup first. With -- --demo the club is filled already.');
  console.log('Ctrl+C ends it; nothing is kept.');
}

function portTaken(error: unknown, port: number): unknown {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? new Error(`Port ${port} is taken. Try: npm run sandbox -- --port ${port + 1}`) : error;
}

run().catch((error) => {
  console.error(error instanceof Error ? `The sandbox cannot start: ${error.message}` : error);
  process.exit(1);
});
