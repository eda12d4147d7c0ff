/** The bot as a process to be killed: its parent tells it what time it is, when to look for what is due, and when to stop. */
import { type Bot, startBot } from '../../src/bot.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { FromBot, ToBot } from './bot-messages.ts';

const LOG_LEVEL = 'error';

let at = 0;
let bot: Bot | null = null;

const say = (message: FromBot) => {
  if (process.connected) process.send?.(message);
};

async function follow(message: ToBot): Promise<void> {
  switch (message.do) {
    case 'time':
      at = message.at;
      return;
    case 'start':
      at = message.at;
      bot = await startBot({
        config: readConfig({
          DISCORD_TOKEN: message.token,
          DISCORD_API_URL: message.apiUrl,
          DATABASE_URL: message.databaseUrl,
          LOG_LEVEL,
        }),
        clock: { now: () => new Date(at) },
        log: createLog(LOG_LEVEL),
        onFatal: fail,
      });
      return say({ say: 'ready' });
    case 'wake':
      await bot?.wake();
      return say({ say: 'woken', id: message.id });
    case 'stop':
      await bot?.stop();
      process.exit(0);
  }
}

function fail(error: unknown): void {
  console.error(error);
  process.exit(1);
}

process.on('message', (message: ToBot) => void follow(message).catch(fail));
// Nobody is left to tell the time.
process.on('disconnect', () => process.exit(1));
say({ say: 'loaded' });
