import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromBot, ToBot } from './bot-messages.ts';

/** A bot's process as its parent holds it. */
export interface BotChild {
  /** Settles when the modules are in memory; never rejects, as `ended` tells of a process that fell over. */
  readonly loaded: Promise<void>;
  /** Settles when the process is gone. */
  readonly ended: Promise<void>;
  /** Whether we killed it. */
  readonly wasKilled: () => boolean;
  /** What it printed: errors only, as it logs nothing else. */
  readonly output: () => string;
  send(message: ToBot): void;
  onMessage(listener: (message: FromBot) => void): void;
  /** SIGKILL, by process id. */
  kill(): void;
}

const SCRIPT = fileURLToPath(new URL('bot-process.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MOST_OUTPUT = 20_000;

/** Forks a bot that loads its modules and then waits for `start`. */
export function forkBot(): BotChild {
  const child: ChildProcess = fork(SCRIPT, [], {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  let killed = false;
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-MOST_OUTPUT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  // A message to a process that was just killed fails; `ended` says the same.
  child.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const loaded = new Promise<void>((resolve) => {
    child.on('message', (message: FromBot) => message.say === 'loaded' && resolve());
    child.once('close', () => resolve());
  });
  return {
    loaded,
    ended,
    wasKilled: () => killed,
    output: () => output,
    send(message) {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    kill() {
      killed = true;
      child.kill('SIGKILL');
    },
  };
}
