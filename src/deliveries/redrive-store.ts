import type { Db } from '../db/database.ts';

/** States of a delivery that ended without a message that we know of, and that somebody may want again. */
export const UNDELIVERED = ['dead', 'skipped', 'unknown'] as const;

/**
 * Makes deliveries of a club that were given up due again, with all their tries; tells how many. Lateness is measured
 * from now on. Whether and where an earlier request may have come through stays written down, and for whom it was: the
 * channel is searched before anything is sent, and by then Discord has forgotten the nonce, or still gives the same
 * message for it. Whoever shared a message and is not asked for must not be taken for told by the new one.
 */
export async function redrive(db: Db, clubId: string, ids: readonly string[], now: Date): Promise<number> {
  const wanted = { id: { in: [...ids] } };
  const { count } = await db.delivery.updateMany({
    where: { clubId, ...wanted, state: { in: [...UNDELIVERED] } },
    data: {
      ...{ state: 'pending', attempt: 0, availableAt: now, redrivenAt: now, lastCode: null },
      ...{ leaseToken: null, leaseUntil: null },
    },
  });
  await db.delivery.updateMany({
    where: { clubId, leaderId: wanted.id, state: { in: [...UNDELIVERED] }, NOT: wanted },
    data: { leaderId: null },
  });
  return count;
}
