// The loop that empties what is due: plan a page, claim what fits, carry it, and so on until nothing is left.
import type { ClaimedDelivery } from './claim-store.ts';
import { keepsDying } from './rules.ts';

/** What the loop turns. */
export interface DrainParts {
  /** Materialises some reminders and tells how many were due. */
  readonly planNext: () => Promise<number>;
  /** What keeps dying comes by itself. */
  readonly claim: (limit: number) => Promise<ClaimedDelivery[]>;
  /** Brings one delivery to its end; never rejects. */
  readonly carry: (delivery: ClaimedDelivery) => Promise<void>;
  readonly mayClaim: () => boolean;
  /** Deliveries carried at once. */
  readonly concurrency: number;
}

/**
 * So many times what can leave at once is planned ahead: enough that what is due later never overtakes, and no more,
 * because each claim looks through all that waits, and planning a whole rush at once would keep commands waiting.
 */
const AHEAD = 4;

/**
 * A function that settles when nothing is due or nothing may be claimed, and everything claimed has been carried.
 * No more is claimed than can leave at once: what waits in memory would be waiting on a lease. What keeps dying is
 * carried with nothing beside it.
 */
export function createDrain(parts: DrainParts): () => Promise<void> {
  const { planNext, claim, carry, mayClaim, concurrency } = parts;

  async function loop(onTheirWay: Set<Promise<void>>): Promise<void> {
    let ahead = 0;
    while (mayClaim()) {
      const planned = ahead < AHEAD * concurrency ? await planNext() : 'enough';
      if (!mayClaim()) return;
      const room = concurrency - onTheirWay.size;
      const claimed = room > 0 ? await claim(room) : [];
      const isDeadly = claimed.some(keepsDying);
      if (isDeadly) await Promise.all(onTheirWay);
      for (const delivery of claimed) {
        const carried: Promise<void> = carry(delivery).finally(() => onTheirWay.delete(carried));
        onTheirWay.add(carried);
      }
      if (onTheirWay.size === 0 && planned === 0) return;
      if (planned !== 'enough') ahead += planned;
      ahead = claimed.length < room ? 0 : ahead - Math.min(ahead, claimed.length);
      if (isDeadly) await Promise.all(onTheirWay);
      const moreIsDue = isDeadly || planned !== 0 || claimed.length === room;
      if (!moreIsDue) await Promise.race(onTheirWay);
      while (onTheirWay.size > concurrency * 0.75) await Promise.race(onTheirWay);
    }
  }

  return async function drain() {
    const onTheirWay = new Set<Promise<void>>();
    try {
      await loop(onTheirWay);
    } finally {
      await Promise.all(onTheirWay);
    }
  };
}
