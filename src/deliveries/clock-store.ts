// What a clock that had gone ahead has done to occurrences that are still to come.
import type { Db } from '../db/database.ts';

/**
 * Makes occurrences pending again that were skipped although their time is still to come: only a clock that was
 * ahead could find them late. Those of a paused reminder stay; what follows a session has rules of its own. Tells
 * how many.
 */
export async function reviveFuture(db: Db, now: Date): Promise<number> {
  const { count } = await db.delivery.updateMany({
    where: {
      ...{ state: 'skipped', dueAt: { gt: now }, availableAt: { gt: now } },
      ...{ sessionId: null, firstSendAt: null, reminder: { pausedUntil: null } },
    },
    data: { state: 'pending', lastCode: null },
  });
  return count;
}
