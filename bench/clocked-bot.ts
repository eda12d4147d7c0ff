/** The bot as `npm start` runs it, by a clock that is so many milliseconds ahead of the machine's. */
import { createSandboxClock } from '../sandbox/clock.ts';
import { startBot } from '../src/bot.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';

const [, , ahead = '0'] = process.argv;
const clock = createSandboxClock();
clock.advance(Number(ahead));
const config = readConfig();
const bot = await startBot({ config, clock, log: createLog(config.logLevel) });
process.on('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
