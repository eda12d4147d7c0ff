/** Decides, by a seed, when each bot dies and how long it stays dead. */
import type { SandboxClock } from '../../sandbox/sandbox.ts';
import type { Journal } from './journal.ts';
import type { Life, LifeEvents } from './keeper.ts';
import type { Random } from './random.ts';
import type { RequestMoment, RequestTarget, RequestTraps } from './request-traps.ts';

/** Where in its life a bot was killed. */
export type KillWindow =
  | 'while starting'
  | 'at any moment'
  | 'while somebody is served'
  | 'request under way'
  | 'accepted, answer not out'
  | 'answer just out';

export const KILL_WINDOWS: readonly KillWindow[] = [
  'while starting',
  'at any moment',
  'while somebody is served',
  'request under way',
  'accepted, answer not out',
  'answer just out',
];

export interface Killer {
  readonly events: LifeEvents;
  /** Whether all kills have been done. */
  readonly isDone: () => boolean;
  readonly kills: () => number;
  /** Settles after the last kill. */
  readonly done: Promise<void>;
  /** Kills no more. */
  rest(): void;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const MOMENTS: Readonly<Partial<Record<KillWindow, RequestMoment>>> = {
  'request under way': 'begun',
  'accepted, answer not out': 'accepted',
  'answer just out': 'answered',
};

/** How far the clock moves while a bot is down: not at all, past the lease, past the nonce, past an hour, past a grace. */
function downtime(random: Random): number {
  const [least, most] = random.weighted<[number, number]>([
    [20, [0, 0]],
    [35, [61 * SECOND, 69 * SECOND]],
    [30, [91 * SECOND, 10 * MINUTE]],
    [10, [10 * MINUTE, HOUR]],
    [5, [3 * HOUR, 9 * HOUR]],
  ]);
  return random.whole(least, most);
}

/** A killer that does `wanted` kills and paces itself to be done within `withinMs` real milliseconds. */
export function createKiller(parts: {
  readonly random: Random;
  readonly clock: SandboxClock;
  readonly traps: RequestTraps;
  readonly journal: Journal;
  readonly wanted: number;
  readonly withinMs: number;
}): Killer {
  const { random, clock, traps, journal, wanted } = parts;
  const deadline = performance.now() + parts.withinMs;
  let kills = 0;
  let resting = false;
  let startMs = 600;
  let timer: NodeJS.Timeout | undefined;
  let plan: KillWindow = 'at any moment';
  let untilAct = 0;
  let alive: Life | null = null;
  let struck: Life | null = null;
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });

  /** Real milliseconds that this life may last: the slower the machine, the less patience for a rare moment. */
  const patienceMs = () => {
    const share = (deadline - performance.now()) / Math.max(1, wanted - kills) - startMs;
    return Math.min(3_000, Math.max(150, share));
  };

  function strike(life: Life, window: KillWindow): void {
    clearTimeout(timer);
    traps.disarm();
    untilAct = 0;
    if (resting || struck === life) return;
    struck = life;
    kills += 1;
    journal.killed(clock.now(), window);
    life.kill();
  }

  const strikeAfter = (life: Life, ms: number, window: KillWindow) => {
    clearTimeout(timer);
    timer = setTimeout(() => strike(life, window), ms);
  };

  function aim(life: Life): void {
    if (plan === 'at any moment') return strikeAfter(life, random.next() * patienceMs(), plan);
    strikeAfter(life, patienceMs(), 'at any moment');
    const moment = MOMENTS[plan];
    if (moment === undefined) {
      untilAct = random.whole(1, 12);
      return;
    }
    const target = random.weighted<RequestTarget>([
      [55, 'send'],
      [35, 'callback'],
      [10, 'any'],
    ]);
    const window = plan;
    traps.arm({ moment, target, nth: random.whole(1, target === 'send' ? 3 : 8) }, () =>
      strike(life, window),
    );
  }

  return {
    done,
    isDone: () => kills >= wanted,
    kills: () => kills,
    rest() {
      resting = true;
      clearTimeout(timer);
      traps.disarm();
    },
    events: {
      starting(life) {
        alive = life;
        if (resting || kills >= wanted) return;
        plan = random.weighted<KillWindow>([
          [12, 'while starting'],
          [25, 'at any moment'],
          [12, 'while somebody is served'],
          [16, 'request under way'],
          [27, 'accepted, answer not out'],
          [8, 'answer just out'],
        ]);
        if (plan === 'while starting') strikeAfter(life, random.next() * startMs, plan);
      },
      ready(life, tookMs) {
        startMs = startMs * 0.8 + tookMs * 0.2;
        if (!resting && kills < wanted && plan !== 'while starting') aim(life);
      },
      asked() {
        if (untilAct === 0 || alive === null) return;
        untilAct -= 1;
        if (untilAct === 0) strikeAfter(alive, random.next() * 30, plan);
      },
      down() {
        const ms = downtime(random);
        journal.wasDown(ms);
        if (ms > 0) clock.advance(ms);
        if (kills >= wanted) finish();
      },
    },
  };
}
