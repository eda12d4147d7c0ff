/** Keeps a bot running: whenever it dies another one takes its place at once, on the same database. */
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type BotChild, forkBot } from './bot-child.ts';
import type { CompiledBot } from './compile.ts';
import type { Life, LifeEvents } from './life.ts';
import type { RequestTraps } from './request-traps.ts';
import type { Seat } from './seats.ts';

export interface Keeper {
  /** Does something that a bot answers; null: it died before the answer was there. Waits for a bot first. */
  ask<T>(act: () => Promise<T>): Promise<T | null>;
  /** Lets the bot send what is due by the clock; false: it died before it was done. */
  wake(): Promise<boolean>;
  /** Bots that ended though nobody killed them, and what they said. */
  readonly collapses: readonly string[];
  /** What bots wrote to their logs at level error. */
  readonly errors: readonly string[];
  /** Stops the bot as SIGTERM does, does something while none runs, and starts the next. */
  restart<T>(meanwhile: () => Promise<T>): Promise<T>;
  /** Stops the bot as SIGTERM does, waits for its end, and starts no other. */
  stop(): Promise<void>;
  /** Kills every process that is left. */
  close(): Promise<void>;
}

/** Bots that fall over one after another, after which no more are started. */
const MOST_COLLAPSES = 3;

export function createKeeper(parts: {
  readonly compiled: CompiledBot;
  readonly seat: Seat;
  readonly sandbox: Sandbox;
  readonly traps: RequestTraps;
  readonly databaseUrl: string;
  readonly events: LifeEvents;
}): Keeper {
  const { compiled, seat, sandbox, traps, databaseUrl, events } = parts;
  const { clock } = sandbox;
  const collapses: string[] = [];
  const errors: string[] = [];
  const waiting = new Set<(life: Life) => void>();
  const woken = new Map<number, () => void>();
  let wakes = 0;
  let stopping = false;
  let intermission: (() => Promise<void>) | null = null;
  let current: BotChild | null = null;
  let up: Life | null = null;
  let spare = forkBot(compiled);
  let giveUp: (reason: Error) => void = () => undefined;
  const gaveUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  gaveUp.catch(() => undefined);
  clock.onChange(() => current?.send({ do: 'time', at: clock.now().getTime() }));

  async function live(number: number): Promise<void> {
    const child = spare;
    current = child;
    await child.loaded;
    const ended = child.ended.then(() => traps.allClosed());
    const life: Life = {
      ...{ number, ended, wasKilled: child.wasKilled, kill: child.kill },
      blackBox: join(compiled.folder, `${seat.name}-${number}.txt`),
      aim: (aim) => child.send({ do: 'aim', aim }),
    };
    const began = performance.now();
    child.onMessage((message) => {
      if (message.say === 'woken') woken.get(message.id)?.();
      if (message.say !== 'ready') return;
      up = life;
      events.ready(life, performance.now() - began);
      for (const resolve of waiting) resolve(life);
      waiting.clear();
    });
    events.starting(life);
    child.send({
      ...{ do: 'start', token: sandbox.token, databaseUrl, at: clock.now().getTime() },
      apiUrl: sandbox.apiUrl.replace('127.0.0.1', seat.host),
      ...{ answers: seat.answers, blackBox: life.blackBox },
    });
    // The next one loads its modules while this one works, so that it can take over at once.
    if (!stopping) spare = forkBot(compiled);
    await child.ended;
    up = null;
    await ended;
    if (child.output() !== '') errors.push(child.output().trim());
    const wasToEnd = child.wasKilled() || stopping || intermission !== null;
    if (!wasToEnd) collapses.push(child.output().trim() || 'it said nothing');
    await intermission?.();
    intermission = null;
    if (!stopping) await events.down(life);
  }

  async function keep(): Promise<void> {
    for (let number = 1; !stopping; number += 1) {
      await live(number);
      if (collapses.length < MOST_COLLAPSES) continue;
      return giveUp(new Error(`the bot does not stay up:\n${collapses.at(-1)}`));
    }
  }

  const whenUp = () => (up ? Promise.resolve(up) : new Promise<Life>((resolve) => waiting.add(resolve)));

  async function ask<T>(act: () => Promise<T>): Promise<T | null> {
    const life = await Promise.race([whenUp(), gaveUp]);
    const answer = act();
    events.asked();
    return await Promise.race([answer, life.ended.then(() => null), gaveUp]);
  }

  const kept = keep();
  return {
    ask,
    collapses,
    errors,
    async wake() {
      const id = ++wakes;
      const done = await ask(() => {
        const answer = new Promise<true>((resolve) => woken.set(id, () => resolve(true)));
        current?.send({ do: 'wake', id });
        return answer;
      });
      woken.delete(id);
      return done === true;
    },
    async restart(meanwhile) {
      await Promise.race([whenUp(), gaveUp]);
      return await new Promise((resolve, reject) => {
        intermission = () => meanwhile().then(resolve, reject);
        current?.send({ do: 'stop' });
      });
    },
    async stop() {
      await Promise.race([whenUp(), gaveUp]);
      stopping = true;
      current?.send({ do: 'stop' });
      spare.kill();
      await kept;
    },
    async close() {
      stopping = true;
      const all = [spare, ...(current ? [current] : [])];
      for (const child of all) child.kill();
      await Promise.all(all.map((child) => child.ended));
    },
  };
}
