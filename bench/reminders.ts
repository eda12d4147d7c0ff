/**
 * npm run bench:reminders: 10,000 reminders due at one minute over 500 clubs, then the summaries of 1,000 clubs, on a
 * sandbox that limits the bot as Discord does, with people running commands meanwhile. Beside them discord.js alone,
 * sending a fifth of that with nothing stored. Each in a process of its own, in one run. Discord takes 50 requests a
 * second, so 10,000 take 200 s at the least. `--reminders 1000 --clubs 50` for a quick look; `--channels 1` has a
 * club's athletes share one channel, and with it their messages, where otherwise each has one of their own, as with
 * direct messages.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type CrowdSpec, gather, messagesOf, outcome } from './crowd.ts';
import { start, stop } from './running.ts';
import { type Rush, watch } from './rush.ts';
import { judge, printTable, type Scene } from './rush-report.ts';

const LOG = '/log type:tempo work:2x10x100 @17.5 r45 minutes:45 effort:4 warmup:full';
/** What a bot has to get ready before the minute. */
const BEFORE_MS = 15_000;
const MONDAY_18 = new Date('2026-05-04T16:00:00Z');
const TUESDAY_0730 = new Date('2026-05-05T05:30:00Z');

async function stage<T>(work: (sandbox: Sandbox, databaseUrl: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'backstraight-bench-'));
  const sandbox = await startSandbox({ rateLimits: {}, keepRequests: 200_000 });
  try {
    return await work(sandbox, `file:${join(folder, 'bench.db')}`);
  } finally {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function withBot(spec: CrowdSpec): Promise<Scene> {
  return stage(async (sandbox, databaseUrl) => {
    const people = await gather(sandbox, databaseUrl, spec);
    const ahead = spec.dueAt.getTime() - BEFORE_MS - sandbox.clock.now().getTime();
    sandbox.clock.advance(ahead);
    const { apiUrl, token } = sandbox;
    const env = { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, DATABASE_URL: databaseUrl };
    let warnings = 0;
    const running = await start('./clocked-bot.ts', [String(ahead)], env, (line) => {
      if (/"level":[456]0/.test(line)) warnings += 1;
    });
    const expected = messagesOf(spec);
    let rush: Rush;
    try {
      rush = await watch(running, sandbox, people, { expected, lines: [LOG, '/help'], dueAt: spec.dueAt });
    } finally {
      await stop(running);
    }
    return { rush, delivered: await outcome(databaseUrl, sandbox), expected, warnings };
  });
}

function withoutBot(spec: CrowdSpec, messages: number): Promise<Rush> {
  return stage(async (sandbox, databaseUrl) => {
    const people = await gather(sandbox, databaseUrl, { ...spec, athletesPerClub: 1 });
    const running = await start('./bare-client.ts', [sandbox.apiUrl, sandbox.token, String(messages)], {});
    try {
      return await watch(running, sandbox, people, { expected: messages, lines: [LOG], dueAt: null });
    } finally {
      await stop(running);
    }
  });
}

const load = () =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(' ');

const { values } = parseArgs({
  options: {
    reminders: { type: 'string', default: '10000' },
    clubs: { type: 'string', default: '500' },
    channels: { type: 'string' },
  },
});
const [reminders, clubs] = [Number(values.reminders), Number(values.clubs)];
const athletesPerClub = Math.ceil(reminders / clubs);
const channelsPerClub = Number(values.channels ?? athletesPerClub);
const evening = { clubs, athletesPerClub, channelsPerClub, due: 'reminders', dueAt: MONDAY_18 } as const;
const morning = { clubs: clubs * 2, athletesPerClub: 10, channelsPerClub: 1, due: 'summaries' } as const;

const before = load();
const bare = await withoutBot(evening, Math.ceil(reminders / 5));
const scenes = {
  reminders: await withBot(evening),
  summaries: await withBot({ ...morning, dueAt: TUESDAY_0730 }),
};
console.log(
  `${clubs} clubs, ${channelsPerClub} channels each; ${cpus().length} cores, Node ${process.version}, load ${before} before, ${load()} after`,
);
printTable(bare, scenes);
judge('reminders', scenes.reminders);
judge('summaries', scenes.summaries);
