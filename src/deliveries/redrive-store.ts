import type { Db } from '../db/database.ts';

/** States of a delivery that ended without a message that we know of, and that somebody may want again. */
export const UNDELIVERED = ['dead', 'skipped', 'unknown'] as const;

/**
 * Makes deliveries of a club that were given up due again, with all their tries; tells how many. Lateness is measured
 * from now on. Whether and where an earlier request may have come through stays written down: the channel is searched
 * before anything is sent, and by then Discord has forgotten the nonce, or still gives the same message for it.
 */
export async function redrive(db: Db, clubId: string, ids: readonly string[], now: Date): Promise<number> {
  const { count } = await db.delivery.updateMany({
    where: { clubId, id: { in: [...ids] }, state: { in: [...UNDELIVERED] } },
    data: {
      ...{ state: 'pending', attempt: 0, availableAt: now, redrivenAt: now, lastCode: null },
      ...{ leaseToken: null, leaseUntil: null, groupKey: null, leaderId: null },
    },
  });
  return count;
}
