/**
 * The bot as a process to be killed: its parent tells it what time it is, when to look for what is due, where to
 * kill itself, and when to stop.
 */
import { Client, Events } from 'discord.js';
import { type Bot, startBot } from '../../src/bot.ts';
import { readConfig } from '../../src/config.ts';
import type { FaultPoints } from '../../src/deliveries/fault-points.ts';
import { createLog } from '../../src/log.ts';
import { type BlackBox, FAULT_POINTS, type FaultPoint, openBlackBox } from './black-box.ts';
import type { Aim, FromBot, ToBot } from './bot-messages.ts';

const ERROR = 50;

let at = 0;
let aim: Aim | null = null;
let reached = 0;
let box: BlackBox | null = null;
let bot: Bot | null = null;

const say = (message: FromBot) => {
  if (process.connected) process.send?.(message);
};

function killSelf(): void {
  box?.killed(at);
  process.kill(process.pid, 'SIGKILL');
}

function hookAt(point: FaultPoint) {
  return async ({ id, kind }: { readonly id: string; readonly kind: string }) => {
    box?.reached(point, id);
    if (aim?.point !== point || (aim.kind !== null && aim.kind !== kind)) return;
    reached += 1;
    if (reached !== aim.nth) return;
    if (aim.afterMs === 0) killSelf();
    else setTimeout(killSelf, aim.afterMs);
  };
}

/** Errors are printed; that a delivery ended without a message goes into the black box. */
function take(line: string): void {
  const { level, msg, delivery } = JSON.parse(line);
  if (level >= ERROR) process.stdout.write(line);
  if (msg === 'delivery ended unsent') box?.ended(delivery);
}

/** Discord sends every event to each session of a token: of two processes only one may answer. */
function hearNobody(): void {
  const { emit } = Client.prototype;
  Object.defineProperty(Client.prototype, 'emit', {
    value(this: Client, event: string, ...rest: unknown[]) {
      return event !== Events.InteractionCreate && Reflect.apply(emit, this, [event, ...rest]);
    },
  });
}

async function start(message: Extract<ToBot, { do: 'start' }>): Promise<void> {
  at = message.at;
  box = openBlackBox(message.blackBox);
  if (!message.answers) hearNobody();
  const hooks: FaultPoints = Object.fromEntries(FAULT_POINTS.map((point) => [point, hookAt(point)]));
  bot = await startBot({
    config: readConfig({
      DISCORD_TOKEN: message.token,
      DISCORD_API_URL: message.apiUrl,
      DATABASE_URL: message.databaseUrl,
    }),
    clock: { now: () => new Date(at) },
    log: createLog('info', { write: take }),
    onFatal: fail,
    hooks,
  });
  say({ say: 'ready' });
}

async function follow(message: ToBot): Promise<void> {
  switch (message.do) {
    case 'time':
      at = message.at;
      return;
    case 'aim':
      aim = message.aim;
      reached = 0;
      return;
    case 'start':
      return start(message);
    case 'wake':
      await bot?.wake();
      box?.idle();
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
