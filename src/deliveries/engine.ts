// Sends what is due, once: materialise, claim, send, acknowledge. Knows no feature.
import { randomUUID } from 'node:crypto';
import type { Database } from '../db/database.ts';
import type { Sender } from '../discord/sender.ts';
import type { Clock } from '../time/clock.ts';
import { createAcknowledgements } from './acknowledgements.ts';
import { createAmender } from './amend.ts';
import { claimDue, MAX_WAIT_MS } from './claim-store.ts';
import { reviveFuture } from './clock-store.ts';
import { createCourier } from './courier.ts';
import type { CourierParts, EngineLog, MayPost, Trouble } from './courier-parts.ts';
import { createDirectChannels } from './direct.ts';
import { createDrain } from './drain.ts';
import type { FaultPoints } from './fault-points.ts';
import type { DeliveryKind } from './kind.ts';
import { singleOut, skipExpired } from './lease-store.ts';
import { createPlanner } from './planner.ts';
import { createSingleFlight } from './single-flight.ts';
import { startWakeUp, type WakeUp } from './wake-up.ts';

/** How much at once and for how long. */
export interface EngineLimits {
  /** Messages on their way at once. */
  readonly concurrency: number;
  /** Milliseconds for which a claimed delivery belongs to its worker. */
  readonly leaseMs: number;
  /** Milliseconds after which a request is given up; must be well below the lease. */
  readonly requestMs: number;
  /** New direct-message channels a minute. */
  readonly directOpensPerMinute: number;
}

const LIMITS: EngineLimits = {
  concurrency: 16,
  leaseMs: 60_000,
  requestMs: 20_000,
  directOpensPerMinute: 10,
};

export interface EngineOptions {
  readonly database: Database;
  readonly sender: Sender;
  readonly kinds: readonly DeliveryKind[];
  readonly clock: Clock;
  readonly log: EngineLog;
  /** From 0 to 1, for the jitter of retries. */
  readonly random?: () => number;
  readonly limits?: Partial<EngineLimits>;
  /** Asked before anything leaves: a request that is sure to be refused is not made. Absent: everything is open. */
  readonly mayPost?: MayPost;
  /** Told of every delivery that ended without a message for a reason that somebody can mend; a promise is waited for. */
  readonly onTrouble?: (trouble: Trouble) => unknown;
  /** Discord no longer takes the token: nothing is sent any more. */
  readonly onTokenRefused?: () => void;
  /** For tests only. */
  readonly hooks?: FaultPoints;
}

export interface DeliveryEngine {
  /**
   * Does all that is due now and settles when nothing is. Asked again while it runs, it looks once more at the end.
   * Rejects as the database does; what was under way is finished first.
   */
  tick(): Promise<void>;
  /** Ticks by itself, every second. */
  start(): void;
  /** Claims no more, waits for what is on its way, and writes down what Discord has taken. */
  stop(): Promise<void>;
}

/** The engine for one process; any number of processes may share a PostgreSQL database. */
export function createDeliveryEngine(options: EngineOptions): DeliveryEngine {
  const { database, sender, clock, log, hooks = {} } = options;
  const { db } = database;
  const limits = { ...LIMITS, ...options.limits };
  const kinds = new Map(options.kinds.map((kind) => [kind.name, kind]));
  const acknowledgements = createAcknowledgements(db, log);
  const direct = createDirectChannels({
    db,
    sender,
    clock,
    log,
    opensPerMinute: limits.directOpensPerMinute,
  });
  const planNext = createPlanner({ database, kinds, clock, log, hooks });
  let heldUntil = 0;
  let stopped = false;
  let swept = false;
  let lookedAt = Number.POSITIVE_INFINITY;

  const parts: CourierParts = {
    ...{ database, sender, kinds, clock, log, direct, acknowledgements, hooks },
    random: options.random ?? Math.random,
    leaseMs: limits.leaseMs,
    requestMs: limits.requestMs,
    holdEverything: (until) => {
      heldUntil = until.getTime();
    },
    tokenRefused() {
      if (stopped) return;
      stopped = true;
      log.error('Discord refuses the token: nothing is sent any more');
      options.onTokenRefused?.();
    },
    mayPost: options.mayPost ?? (() => 'open'),
    async report(trouble) {
      try {
        await options.onTrouble?.(trouble);
      } catch (error) {
        log.error({ err: error, delivery: trouble.delivery.id }, 'trouble could not be reported');
      }
    },
  };
  const deliver = createCourier(parts);
  const amendNext = createAmender(parts);

  function mayClaim(): boolean {
    const now = clock.now().getTime();
    return !stopped && (now >= heldUntil || heldUntil > now + MAX_WAIT_MS);
  }

  /** After a restored backup, old deliveries are pending again: nobody wants them now. */
  async function sweep(): Promise<void> {
    const now = clock.now();
    for (const { name, graceMinutes } of kinds.values()) {
      const count = await skipExpired(db, name, new Date(now.getTime() - graceMinutes * 60_000), now);
      if (count > 0) log.warn({ kind: name, count }, 'deliveries past their grace were skipped');
    }
    swept = true;
  }

  /** At the start, and when the clock was set back since the last look, it may have been ahead before. */
  async function heedClock(): Promise<void> {
    const now = clock.now();
    if (now.getTime() < lookedAt) {
      const count = await reviveFuture(db, now);
      if (count > 0) log.warn({ count }, 'the clock was ahead: what it skipped comes at its time');
    }
    lookedAt = now.getTime();
  }

  const drain = createDrain({
    planNext,
    mayClaim,
    concurrency: limits.concurrency,
    async claim(limit) {
      const now = clock.now();
      const leaseUntil = new Date(now.getTime() + limits.leaseMs);
      const claimed = await claimDue(database, { now, limit, leaseToken: randomUUID(), leaseUntil });
      return await singleOut(db, claimed);
    },
    async carry(delivery) {
      try {
        await deliver(delivery);
      } catch (error) {
        log.error({ err: error, delivery: delivery.id }, 'a delivery was left to its lease');
      }
    },
  });

  async function run(): Promise<void> {
    await acknowledgements.flush();
    await heedClock();
    if (!swept) await sweep();
    do await drain();
    while (mayClaim() && (await amendNext()) > 0);
  }

  const flight = createSingleFlight(run);
  let wakeUp: WakeUp | null = null;

  return {
    tick: () => flight.run(),
    start() {
      const ring = () => {
        flight
          .run()
          .catch((error: unknown) => log.error({ err: error }, 'deliveries could not be looked at'));
      };
      wakeUp ??= startWakeUp(ring);
      ring();
    },
    async stop() {
      stopped = true;
      await wakeUp?.stop();
      await flight.settled();
      await acknowledgements.flush();
    },
  };
}
