/** Programs that a benchmark runs beside itself, and what it reads of them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** USER_HZ, the unit of /proc/PID/stat. */
const TICKS_PER_SECOND = 100;

/** What `npm start` tells Node, between `node` and the program; without the `.env` of whoever runs the benchmark. */
const NODE_FLAGS = packageJson.scripts.start
  .split(' ')
  .slice(1, -1)
  .filter((flag) => !flag.startsWith('--env-file'));

/** A program that said that it is ready. */
export interface Running {
  readonly child: ChildProcess;
  readonly readyMs: number;
}

/** Starts a script of this folder as `npm start` starts the bot, and settles with its first line that says "ready"; `onLine` gets every line. */
export async function start(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  onLine: (line: string) => void = () => {},
): Promise<Running> {
  const began = performance.now();
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [...NODE_FLAGS, path, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', onLine);
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => line.includes('ready') && resolve());
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready`)));
  });
  return { child, readyMs: performance.now() - began };
}

/** Asks a program to end, and waits until it has. */
export async function stop({ child }: Running): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Resident memory of a program in MB (Linux; elsewhere not a number). */
export async function residentMb({ child }: Running): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** Processor time that a program has used so far, in seconds (Linux; elsewhere not a number). */
export async function processorSeconds({ child }: Running): Promise<number> {
  const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user ?? Number.NaN) + Number(system ?? Number.NaN)) / TICKS_PER_SECOND;
}

/** The value below which a share, 0 to 1, of the values lies; not a number when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
