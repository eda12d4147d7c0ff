/** What a seed decides about one kill: where it strikes, and how long the bot stays down. */
import { FAULT_POINTS } from './black-box.ts';
import type { Aim } from './bot-messages.ts';
import type { Random } from './random.ts';
import type { RequestMoment, RequestTarget } from './request-traps.ts';

/** Where in its life a bot is to be killed. */
export const KILL_TARGETS = [
  'while starting',
  'at any moment',
  'while somebody is served',
  'request under way',
  'accepted, answer not out',
  'answer just out',
  'after a fault point',
] as const;
export type KillTarget = (typeof KILL_TARGETS)[number];

export interface KillPlan {
  readonly target: KillTarget;
  /** The request to strike at; null: none. */
  readonly request: {
    readonly moment: RequestMoment;
    readonly target: RequestTarget;
    readonly nth: number;
  } | null;
  /** Where the bot is to kill itself; null: it is killed. */
  readonly aim: Aim | null;
  /** From 0 to 1: how far into the time that is there. */
  readonly share: number;
  /** Acts of people before the one to strike in. */
  readonly acts: number;
  /** By how many milliseconds the hand-moved clock moves while the bot is down. */
  readonly downMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Longer than a step of the engine takes, so that a kill after a fault point falls anywhere up to the next ones. */
const MOST_AFTER_MS = 8;

const MOMENTS: Readonly<Partial<Record<KillTarget, RequestMoment>>> = {
  'request under way': 'begun',
  'accepted, answer not out': 'accepted',
  'answer just out': 'answered',
};

/** Not at all · past the lease but inside the nonce · past the nonce · about an hour · past every grace. */
const DOWN = {
  none: [0, 0],
  pastLease: [61 * SECOND, 69 * SECOND],
  pastNonce: [91 * SECOND, 10 * MINUTE],
  long: [10 * MINUTE, HOUR],
  pastGrace: [3 * HOUR, 9 * HOUR],
} as const satisfies Record<string, readonly [number, number]>;

/** Draws a plan; a kill at a message of the bot's own mostly comes back where the nonce or the history decides. */
export function planKill(random: Random): KillPlan {
  const target = random.weighted<KillTarget>([
    [12, 'while starting'],
    [25, 'at any moment'],
    [12, 'while somebody is served'],
    [12, 'request under way'],
    [20, 'accepted, answer not out'],
    [6, 'answer just out'],
    [24, 'after a fault point'],
  ]);
  const of = random.weighted<RequestTarget>([
    [60, 'send'],
    [33, 'callback'],
    [7, 'any'],
  ]);
  const moment = MOMENTS[target];
  const isAtFault = target === 'after a fault point';
  return {
    target,
    request:
      moment === undefined ? null : { moment, target: of, nth: random.whole(1, of === 'send' ? 3 : 8) },
    aim: isAtFault ? drawAim(random) : null,
    share: random.next(),
    acts: random.whole(1, 12),
    downMs: drawDown(random, isAtFault || (moment !== undefined && of === 'send')),
  };
}

function drawAim(random: Random): Aim {
  const point = FAULT_POINTS[random.whole(0, FAULT_POINTS.length - 1)] ?? 'afterClaim';
  // Half of them at once: what lies between two points can be shorter than any wait.
  const afterMs = random.chance(0.5) ? 0 : random.whole(1, MOST_AFTER_MS);
  return { point, kind: null, nth: random.whole(1, 4), afterMs };
}

function drawDown(random: Random, isAtMessage: boolean): number {
  const [least, most] = isAtMessage
    ? random.weighted<readonly [number, number]>([
        [10, DOWN.none],
        [50, DOWN.pastLease],
        [30, DOWN.pastNonce],
        [8, DOWN.long],
        [2, DOWN.pastGrace],
      ])
    : random.weighted<readonly [number, number]>([
        [35, DOWN.none],
        [25, DOWN.pastLease],
        [25, DOWN.pastNonce],
        [10, DOWN.long],
        [5, DOWN.pastGrace],
      ]);
  return random.whole(least, most);
}
