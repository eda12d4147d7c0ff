/**
 * npm run crash [-- --kills 100] [--seed N] [--postgres] [--processes 2]: bots are killed with SIGKILL at random
 * moments of the story; in the end what was acknowledged is there, and every reminder has been seen exactly once.
 * With two processes both claim what is due from one database; people are answered by the first of them.
 *
 * npm run crash -- --windows [--postgres]: a bot kills itself at each fault point of the engine and a fresh one takes
 * over, once inside Discord's memory of the nonce and once after it.
 */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCrash } from './crash-run.ts';
import { reportLines, windowLines } from './report.ts';
import { ALL_WINDOWS, runWindows } from './windows.ts';

/** Real time for one kill, its restart and what is played in between; where two start at once, each takes longer. */
const MS_PER_KILL = 1_450;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    postgres: { type: 'boolean', default: false },
    processes: { type: 'string', default: '1' },
    windows: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills takes a whole number from 1 up');

const processes = values.processes === '2' ? 2 : 1;
if (processes === 2 && !values.postgres) throw new Error('--processes 2 needs --postgres');

const stopped = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopped.abort());

async function onDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  if (values.postgres) {
    // Loaded only when it is wanted: its package ends the process with code 0, and at a signal before we have cleaned up.
    const { startPostgres } = await import('../../scripts/postgres-server.ts');
    const server = await startPostgres();
    try {
      return await work(await server.makeEmptyDatabase());
    } finally {
      await server.stop();
    }
  }
  const folder = await mkdtemp(join(tmpdir(), 'backstraight-crash-'));
  try {
    return await work(`file:${join(folder, 'club.db')}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const where = values.postgres ? 'PostgreSQL' : 'SQLite';

async function killAtWindows(): Promise<boolean> {
  const result = await onDatabase((databaseUrl) => runWindows(databaseUrl, ALL_WINDOWS));
  for (const line of windowLines(result, where)) console.log(line);
  return result.verdict.failures.length === 0;
}

async function killAtRandom(): Promise<boolean> {
  const how = `seed ${values.seed} on ${where}, processes: ${processes}`;
  const again = `--kills ${kills} --seed ${values.seed}${values.postgres ? ' --postgres' : ''}`;
  const both = processes === 2 ? ' --processes 2' : '';
  console.log(`${how}: ${kills} kills; to repeat: npm run crash -- ${again}${both}`);
  const result = await onDatabase((databaseUrl) =>
    runCrash({
      ...{ kills, seed: values.seed, databaseUrl, processes },
      withinMs: kills * MS_PER_KILL * processes,
      signal: stopped.signal,
    }),
  );
  for (const line of reportLines(result, how)) console.log(line);
  return result.verdict.failures.length === 0;
}

process.exit((await (values.windows ? killAtWindows() : killAtRandom())) ? 0 : 1);
