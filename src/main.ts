/** npm start: reads the settings, starts the bot, stops it cleanly. One line and exit code 1 for what keeps it from starting. */
import { type Bot, startBot } from './bot.ts';
import { ConfigError, readConfig } from './config.ts';
import { DatabaseError } from './db/errors.ts';
import { ConnectError } from './discord/connect.ts';
import { CommandFileError } from './discord/loader.ts';
import { createLog } from './log.ts';
import { systemClock } from './time/clock.ts';

const EXPECTED = [ConfigError, DatabaseError, ConnectError, CommandFileError];

function fail(error: unknown): never {
  const isExpected = EXPECTED.some((kind) => error instanceof kind);
  console.error(isExpected && error instanceof Error ? `Backstraight cannot start: ${error.message}` : error);
  process.exit(1);
}

async function run(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  let bot: Bot | null = null;
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await bot?.stop();
    process.exit(code);
  };
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGINT', () => void stop(0));
  const onFatal = (reason: Error) => {
    console.error(`Backstraight stops: ${reason.message}`);
    void stop(1);
  };
  bot = await startBot({ config, clock: systemClock, log, onFatal });
}

run().catch(fail);
