/** Kills each bot where its plan says, paced so that all kills are done in the time given. */
import type { SandboxClock } from '../../sandbox/sandbox.ts';
import type { Journal } from './journal.ts';
import type { Life, LifeEvents } from './keeper.ts';
import { type KillPlan, type KillWindow, planKill } from './kill-plan.ts';
import type { Random } from './random.ts';
import type { RequestTraps } from './request-traps.ts';

export interface Killer {
  readonly events: LifeEvents;
  /** Kills done so far. */
  readonly kills: () => number;
  readonly isDone: () => boolean;
  /** Kills no more. */
  rest(): void;
}

/** A bot's start before one was measured, in real milliseconds. */
const FIRST_START_MS = 600;
/** The longest wait for a rare moment. */
const MOST_PATIENCE_MS = 3_000;
const LEAST_PATIENCE_MS = 150;
/** How long an act of somebody takes the bot, about. */
const ACT_MS = 30;

/** A killer that does `wanted` kills, if it can within `withinMs` real milliseconds. */
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
  let startMs = FIRST_START_MS;
  let timer: NodeJS.Timeout | undefined;
  let plan: KillPlan | null = null;
  let actsLeft = 0;
  let alive: Life | null = null;

  /** What this life may last: the slower the machine, the less patience for a rare moment. */
  function patienceMs(): number {
    const share = (deadline - performance.now()) / Math.max(1, wanted - kills) - startMs;
    return Math.min(MOST_PATIENCE_MS, Math.max(LEAST_PATIENCE_MS, share));
  }

  function strike(life: Life, window: KillWindow): void {
    clearTimeout(timer);
    traps.disarm();
    actsLeft = 0;
    if (resting || alive !== life) return;
    alive = null;
    kills += 1;
    journal.killed(clock.now(), window);
    life.kill();
  }

  function strikeAfter(ms: number, life: Life, window: KillWindow): void {
    clearTimeout(timer);
    timer = setTimeout(() => strike(life, window), ms);
  }

  function aim(life: Life, { window, request, share, acts }: KillPlan): void {
    const patience = patienceMs();
    const isTimed = window === 'at any moment' || window === 'while starting';
    strikeAfter(isTimed ? share * patience : patience, life, 'at any moment');
    if (request !== null) traps.arm(request, () => strike(life, window));
    else if (!isTimed) actsLeft = acts;
  }

  return {
    kills: () => kills,
    isDone: () => kills >= wanted,
    rest() {
      resting = true;
      clearTimeout(timer);
      traps.disarm();
    },
    events: {
      starting(life) {
        alive = life;
        plan = resting || kills >= wanted ? null : planKill(random);
        if (plan?.window === 'while starting') strikeAfter(plan.share * startMs, life, plan.window);
      },
      ready(life, tookMs) {
        startMs = startMs * 0.8 + tookMs * 0.2;
        if (plan !== null && alive === life) aim(life, plan);
      },
      asked() {
        if (actsLeft === 0 || alive === null || plan === null) return;
        actsLeft -= 1;
        if (actsLeft === 0) strikeAfter(plan.share * ACT_MS, alive, plan.window);
      },
      down() {
        const { downMs } = plan ?? { downMs: 0 };
        journal.wasDown(downMs);
        if (downMs > 0) clock.advance(downMs);
      },
    },
  };
}
