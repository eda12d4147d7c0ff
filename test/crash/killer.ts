/** Kills each bot where its plan says, paced so that all kills are done in the time given. */
import type { SandboxClock } from '../../sandbox/sandbox.ts';
import { readBlackBox } from './black-box.ts';
import type { Journal } from './journal.ts';
import { type KillPlan, type KillTarget, planKill } from './kill-plan.ts';
import type { Life, LifeEvents } from './life.ts';
import type { Random } from './random.ts';
import type { RequestTraps } from './request-traps.ts';

export interface Killer {
  readonly events: LifeEvents;
  /** Kills no more. */
  rest(): void;
}

/** What several killers share: so many kills in so many real milliseconds. */
export interface Quota {
  readonly wanted: number;
  /** Kills done so far; when all are done every killer rests. */
  done: number;
  readonly withinMs: number;
  /** Killers at work. */
  readonly killers: number;
}

/** A bot's start before one was measured, in real milliseconds. */
const FIRST_START_MS = 600;
/** The longest wait for a rare moment. */
const MOST_PATIENCE_MS = 3_000;
/** A life lasts at least this share of a start, or a slow machine would see nothing but starts. */
const LEAST_SHARE_OF_START = 0.8;
/** How long an act of somebody takes the bot, about. */
const ACT_MS = 30;

/** A killer of the bots of one seat; `hasArrived` tells whether Discord has a delivery's message. */
export function createKiller(parts: {
  readonly random: Random;
  readonly clock: SandboxClock;
  readonly moveClock: (ms: number) => Promise<void>;
  readonly traps: RequestTraps;
  readonly journal: Journal;
  readonly quota: Quota;
  readonly hasArrived: (deliveryId: string) => boolean;
}): Killer {
  const { random, clock, traps, journal, quota } = parts;
  const deadline = performance.now() + quota.withinMs;
  let resting = false;
  let startMs = FIRST_START_MS;
  let timer: NodeJS.Timeout | undefined;
  let plan: KillPlan | null = null;
  let actsLeft = 0;
  let alive: Life | null = null;

  const isResting = () => resting || quota.done >= quota.wanted;

  /** What this life may last: the slower the machine, the less patience for a rare moment. */
  function patienceMs(): number {
    const left = Math.max(1, quota.wanted - quota.done) / quota.killers;
    const share = (deadline - performance.now()) / left - startMs;
    return Math.max(Math.min(MOST_PATIENCE_MS, share), LEAST_SHARE_OF_START * startMs);
  }

  function calmDown(): void {
    clearTimeout(timer);
    traps.disarm();
    actsLeft = 0;
  }

  function count(at: Date, target: KillTarget): void {
    alive = null;
    quota.done += 1;
    journal.killed(at, target);
  }

  function strike(life: Life, target: KillTarget): void {
    calmDown();
    if (isResting() || alive !== life) return;
    count(clock.now(), target);
    life.kill();
  }

  function strikeAfter(ms: number, life: Life, target: KillTarget): void {
    clearTimeout(timer);
    timer = setTimeout(() => strike(life, target), ms);
  }

  function take({ target, request, aim, share, acts }: KillPlan, life: Life): void {
    const patience = patienceMs();
    const isTimed = target === 'at any moment' || target === 'while starting';
    strikeAfter(isTimed ? share * patience : patience, life, 'at any moment');
    if (request !== null) traps.arm(request, () => strike(life, target));
    else if (aim !== null) life.aim(aim);
    else if (!isTimed) actsLeft = acts;
  }

  return {
    rest() {
      resting = true;
      calmDown();
      alive?.aim(null);
    },
    events: {
      starting(life) {
        alive = life;
        plan = isResting() ? null : planKill(random);
        if (plan?.target === 'while starting') strikeAfter(plan.share * startMs, life, plan.target);
      },
      ready(life, tookMs) {
        startMs = startMs * 0.8 + tookMs * 0.2;
        if (plan !== null && alive === life) take(plan, life);
      },
      asked() {
        if (actsLeft === 0 || alive === null || plan === null) return;
        actsLeft -= 1;
        if (actsLeft === 0) strikeAfter(plan.share * ACT_MS, alive, plan.target);
      },
      async down(life) {
        calmDown();
        if (life.wasKilled()) {
          const { windows, killedAt } = readBlackBox(life.blackBox, parts.hasArrived);
          if (alive === life) count(killedAt ?? clock.now(), 'after a fault point');
          journal.caught(windows);
        }
        const { downMs } = plan ?? { downMs: 0 };
        journal.wasDown(downMs);
        if (downMs > 0) await parts.moveClock(downMs);
      },
    },
  };
}
