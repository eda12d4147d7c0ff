/** What a seed decides about one kill: where it strikes, and how long the bot stays down. */
import type { Random } from './random.ts';
import type { RequestMoment, RequestTarget } from './request-traps.ts';

/** Where in its life a bot was killed. */
export const KILL_WINDOWS = [
  'while starting',
  'at any moment',
  'while somebody is served',
  'request under way',
  'accepted, answer not out',
  'answer just out',
] as const;
export type KillWindow = (typeof KILL_WINDOWS)[number];

export interface KillPlan {
  readonly window: KillWindow;
  /** The request to strike at; null: none. */
  readonly request: {
    readonly moment: RequestMoment;
    readonly target: RequestTarget;
    readonly nth: number;
  } | null;
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

const MOMENTS: Readonly<Partial<Record<KillWindow, RequestMoment>>> = {
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
  const window = random.weighted<KillWindow>([
    [12, 'while starting'],
    [25, 'at any moment'],
    [12, 'while somebody is served'],
    [16, 'request under way'],
    [27, 'accepted, answer not out'],
    [8, 'answer just out'],
  ]);
  const target = random.weighted<RequestTarget>([
    [60, 'send'],
    [33, 'callback'],
    [7, 'any'],
  ]);
  const moment = MOMENTS[window];
  const isAtSend = moment !== undefined && target === 'send';
  const [least, most] = isAtSend
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
  return {
    window,
    request:
      moment === undefined ? null : { moment, target, nth: random.whole(1, target === 'send' ? 3 : 8) },
    share: random.next(),
    acts: random.whole(1, 12),
    downMs: random.whole(least, most),
  };
}
