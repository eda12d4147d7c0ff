// Sent messages that are to be compared with what they should say: taken, so that no two workers have the same.
import type { Db } from '../db/database.ts';
import type { Compared } from './amend-rules.ts';
import type { DueDelivery } from './kind.ts';

/** A message that Discord has. */
export interface SentDelivery extends DueDelivery {
  readonly kind: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly firstSendAt: Date | null;
  readonly sentAt: Date;
  /** When it is due to be compared. */
  readonly amendAt: Date;
  /** Fingerprint of what it said last; null: not known. */
  readonly digest: string | null;
}

/**
 * Messages of these kinds that are due to be compared, the most overdue first. Only what was sent has such a date; asking
 * for that state as well would have SQLite look through all that was ever sent, every second.
 */
export async function findDueAmendments(
  db: Db,
  kinds: readonly string[],
  now: Date,
  limit: number,
): Promise<SentDelivery[]> {
  if (kinds.length === 0) return [];
  const rows = await db.delivery.findMany({
    where: { amendAt: { lte: now }, leaderId: null, reminder: { kind: { in: [...kinds] } } },
    orderBy: [{ amendAt: 'asc' }, { id: 'asc' }],
    take: limit,
    include: { reminder: { select: { kind: true, athleteId: true } } },
  });
  return rows.flatMap(({ reminder, ...row }) => {
    const { amendAt, sentAt, channelId, messageId } = row;
    if (amendAt === null || sentAt === null || channelId === null || messageId === null) return [];
    return [{ ...row, ...reminder, amendAt, sentAt, channelId, messageId }];
  });
}

/** How a message is held while it is compared; a worker makes up a new token for each. */
export interface AmendLease {
  readonly leaseToken: string;
  /** From then on, when nothing has been written, it is due again. */
  readonly leaseUntil: Date;
}

/** Takes one message, in one statement. False: another worker has it, or it is due no more. */
export async function takeAmendment(db: Db, sent: SentDelivery, lease: AmendLease): Promise<boolean> {
  const { count } = await db.delivery.updateMany({
    where: { id: sent.id, clubId: sent.clubId, state: 'sent', amendAt: sent.amendAt },
    data: { leaseToken: lease.leaseToken, amendAt: lease.leaseUntil },
  });
  return count === 1;
}

/**
 * Forgets what a message says, as an edit is about to leave: whoever comes after a death must not take it for the old
 * words. False: another worker has taken it meanwhile, so nothing may leave.
 */
export async function noteEditing(db: Db, sent: SentDelivery, lease: AmendLease): Promise<boolean> {
  const { count } = await db.delivery.updateMany({
    where: { id: sent.id, clubId: sent.clubId, leaseToken: lease.leaseToken },
    data: { digest: null },
  });
  return count === 1;
}

/** Gives the message back: with when it is compared next, and what else was learned of it; the rest stays as it was. */
export async function releaseAmendment(
  db: Db,
  sent: SentDelivery,
  lease: AmendLease,
  learned: Pick<Compared, 'amendAt'> & Partial<Compared>,
): Promise<void> {
  await db.delivery.updateMany({
    where: { id: sent.id, clubId: sent.clubId, leaseToken: lease.leaseToken },
    data: { ...learned, leaseToken: null },
  });
}

/** Has the last message of a reminder compared at once, if it still is to be at all; false: there is none such. */
export async function amendSoon(tx: Db, clubId: string, reminderId: string, now: Date): Promise<boolean> {
  const { count } = await tx.delivery.updateMany({
    where: { clubId, reminderId, state: 'sent', leaderId: null, leaseToken: null, amendAt: { gt: now } },
    data: { amendAt: now },
  });
  return count > 0;
}
