import { type ChildProcess, fork } from 'node:child_process';
import type { FromBot, ToBot } from './bot-messages.ts';
import type { CompiledBot } from './compile.ts';

/** A bot's process as its parent holds it. */
export interface BotChild {
  /** Settles when the modules are in memory; never rejects, as `ended` tells of a process that fell over. */
  readonly loaded: Promise<void>;
  /** Settles when the process is gone. */
  readonly ended: Promise<void>;
  /** Whether SIGKILL ended it: ours, or its own. */
  readonly wasKilled: () => boolean;
  /** What it printed: errors only, as it logs nothing else. */
  readonly output: () => string;
  send(message: ToBot): void;
  onMessage(listener: (message: FromBot) => void): void;
  /** SIGKILL, by process id. */
  kill(): void;
}

const MOST_OUTPUT = 20_000;

/** Forks a bot that loads its modules and then waits for `start`. */
export function forkBot({ script, execArgv, folder }: CompiledBot): BotChild {
  const child: ChildProcess = fork(script, [], {
    ...{ cwd: folder, execArgv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  });
  let output = '';
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
    wasKilled: () => child.signalCode === 'SIGKILL',
    output: () => output,
    send(message) {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
