/**
 * npm run bench: the bot answering `/log` with the row committed, beside a bare discord.js client that answers it
 * with a constant. One sandbox, one run, in turn; the ratios are what counts, the rest depends on the machine. The
 * people have no stretch reminder: with one, the first log of a day stores it in the same write.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type Running, residentMb, start, stop } from './running.ts';

const IN_FLIGHT = 50;
/** Each logs a few sessions, as on a day with several. */
const PEOPLE = 600;
const COMMANDS = 2_000;
const WARM_UP = 300;
const ROUNDS = 3;
const COMMAND = '/log type:tempo work:2x10x100 @17.5 r45 minutes:45 effort:4 warmup:full';
const AIMS = { throughput: 0.5, p99: 3, rssMb: 200, readyMs: 3_000 };

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssMb: number;
  readonly readyMs: number;
}

/** Runs the command `count` times, 50 at once, each time by the next person; milliseconds of each answer. */
async function drive(people: readonly Actor[], count: number): Promise<number[]> {
  const latencies: number[] = [];
  let left = count;
  await Promise.all(
    people.slice(0, IN_FLIGHT).map(async () => {
      while (left > 0) {
        left -= 1;
        const person = people[left % people.length];
        if (person === undefined) return;
        const began = performance.now();
        const answer = await person.run(COMMAND);
        latencies.push(performance.now() - began);
        if (answer.kind !== 'message' || !answer.text.includes('Saved')) throw new Error(answer.text);
      }
    }),
  );
  return latencies;
}

async function measure(running: Running, people: readonly Actor[]): Promise<Round> {
  await drive(people, WARM_UP);
  const began = performance.now();
  const latencies = (await drive(people, COMMANDS)).sort((a, b) => a - b);
  const seconds = (performance.now() - began) / 1000;
  const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? Number.NaN;
  const { readyMs } = running;
  return {
    perSecond: COMMANDS / seconds,
    p50: at(0.5),
    p99: at(0.99),
    rssMb: await residentMb(running),
    readyMs,
  };
}

async function joinEverybody(sandbox: Sandbox, dana: Actor, people: readonly Actor[]): Promise<void> {
  const panel = await dana.run(
    '/setup coach-role:@Coach summary-channel:#coaches reminder-channel:#training time-zone:Europe/Berlin',
  );
  await dana.press(panel, 'I have read this: switch on');
  for (const person of people) {
    await person.submit(await person.run('/join'), {
      'How old are you?': '18 or older',
      'Have you ever broken a vertebra (back bone)?': 'No',
      'Do you agree?': ['I agree that my entries are kept'],
    });
  }
  if (sandbox.unknownRoutes.length > 0) throw new Error(`unknown routes: ${sandbox.unknownRoutes}`);
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function report(bare: readonly Round[], bot: readonly Round[]): void {
  const of = (rounds: readonly Round[], key: keyof Round) => median(rounds.map((round) => round[key]));
  const ratio = (key: keyof Round) =>
    median(bot.map((round, index) => round[key] / (bare[index]?.[key] ?? 1)));
  const row = (name: string, key: keyof Round, unit: string, digits = 1) =>
    `${name.padEnd(24)}${of(bare, key).toFixed(digits).padStart(10)}${of(bot, key).toFixed(digits).padStart(10)}  ${unit.padEnd(5)}${ratio(key).toFixed(2).padStart(6)}`;
  console.log(
    `\n${ROUNDS} rounds each, in turn; ${COMMANDS} commands, ${IN_FLIGHT} in flight; ${cpus().length} cores, Node ${process.version}`,
  );
  console.log(
    `${''.padEnd(24)}${'bare'.padStart(10)}${'bot'.padStart(10)}  ${''.padEnd(5)}${'ratio'.padStart(6)}`,
  );
  console.log(row('throughput', 'perSecond', '/s', 0));
  console.log(row('latency p50', 'p50', 'ms'));
  console.log(row('latency p99', 'p99', 'ms'));
  console.log(row('memory (RSS)', 'rssMb', 'MB', 0));
  console.log(row('start to ready', 'readyMs', 'ms', 0));
  const met = (name: string, ok: boolean, text: string) =>
    console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${text}`);
  console.log('\nAims');
  met(
    'throughput',
    ratio('perSecond') >= AIMS.throughput,
    `${ratio('perSecond').toFixed(2)} of bare, aim ${AIMS.throughput}`,
  );
  met('p99', ratio('p99') <= AIMS.p99, `${ratio('p99').toFixed(2)} times bare, aim ${AIMS.p99}`);
  met('memory', of(bot, 'rssMb') <= AIMS.rssMb, `${of(bot, 'rssMb').toFixed(0)} MB, aim ${AIMS.rssMb}`);
  met(
    'start',
    of(bot, 'readyMs') <= AIMS.readyMs,
    `${of(bot, 'readyMs').toFixed(0)} ms, aim ${AIMS.readyMs}`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'backstraight-bench-'));
const sandbox = await startSandbox({ keepRequests: 10 });
const names = Array.from({ length: PEOPLE }, (_, index) => `Athlete ${index + 1}`);
const guild = sandbox.createGuild({
  name: 'Bench',
  roles: [{ name: 'Coach' }],
  channels: [{ name: 'training' }, { name: 'coaches', onlyRoles: ['Coach'] }],
  members: [{ name: 'Dana', administrator: true }, ...names.map((name) => ({ name }))],
});
const people = names.map((name) => sandbox.actor(guild, name));
const startBare = () => start('./bare-client.ts', [sandbox.apiUrl, sandbox.token], {});
const startBot = () =>
  start('../src/main.ts', [], {
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: `file:${join(folder, 'bench.db')}`,
    LOG_LEVEL: 'info',
  });
const bare: Round[] = [];
const bot: Round[] = [];
try {
  const first = await startBot();
  await joinEverybody(sandbox, sandbox.actor(guild, 'Dana'), people);
  await stop(first);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const [rounds, begin] of [
      [bare, startBare],
      [bot, startBot],
    ] as const) {
      const running = await begin();
      rounds.push(await measure(running, people));
      await stop(running);
    }
    console.log(
      `round ${round}: bare ${bare.at(-1)?.perSecond.toFixed(0)}/s, bot ${bot.at(-1)?.perSecond.toFixed(0)}/s`,
    );
  }
  report(bare, bot);
} finally {
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
}
