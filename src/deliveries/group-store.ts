// Deliveries that go out as one message: one of them is claimed, and takes the others under its lease.
import type { Db } from '../db/database.ts';
import { absurdLease, type ClaimedDelivery, readClaimed } from './claim-store.ts';

/** People whom one message calls at most: a phone still shows it, and Discord takes no longer text. */
export const MOST_TOGETHER = 50;

/**
 * Takes a claimed delivery's companions under its lease, and gives it with them. After a request that may have left
 * these are the ones that it was for; before that, all that are free: what another holds stays with the other, what
 * waits for another try waits on, and what an administrator asked for again goes with its like. The try counts for
 * each from here.
 */
export async function gather(
  db: Db,
  head: ClaimedDelivery,
  lease: { readonly now: Date; readonly until: Date },
): Promise<ClaimedDelivery> {
  const { clubId, groupKey, leaseToken, firstSendAt, redrivenAt, letterId } = head;
  if (groupKey === null) return head;
  const { now, until } = lease;
  const unheld = [null, { lte: now }, { gt: absurdLease(now, until) }].map((leaseUntil) => ({ leaseUntil }));
  const untroubled = { OR: [{ availableAt: { lte: now } }, { lastCode: null }] };
  const theirs = firstSendAt === null ? { firstSendAt, redrivenAt, AND: untroubled } : { leaderId: letterId };
  const where = { clubId, groupKey, state: 'pending', OR: unheld, ...theirs };
  const found = await db.delivery.findMany({
    where: { ...where, id: { not: head.id } },
    orderBy: { id: 'asc' },
    take: MOST_TOGETHER - 1,
    select: { id: true },
  });
  if (found.length === 0) return head;
  const ids = found.map(({ id }) => id);
  await db.delivery.updateMany({
    where: { ...where, id: { in: ids } },
    data: { leaseToken, leaseUntil: until, attempt: { increment: 1 } },
  });
  return { ...head, companions: await readClaimed(db, leaseToken, ids) };
}

/**
 * Writes down for which other deliveries a request is about to leave, after `beginSend` has for the first. False: one
 * of them was cancelled, deleted, taken over or its reminder changed meanwhile, so nothing may leave.
 */
export async function bindCompanions(
  db: Db,
  { clubId, leaseToken, letterId, firstSendAt, companions }: ClaimedDelivery,
  sending: { readonly channelId: string; readonly now: Date; readonly leaseUntil: Date },
): Promise<boolean> {
  if (companions.length === 0) return true;
  const ids = companions.map(({ id }) => id);
  const { channelId, leaseUntil, now } = sending;
  const { count } = await db.delivery.updateMany({
    where: { clubId, id: { in: ids }, leaseToken, state: 'pending' },
    data: { leaderId: letterId, channelId, firstSendAt: firstSendAt ?? now, leaseUntil },
  });
  if (count < ids.length) return false;
  const reminders = await db.reminder.findMany({
    where: { clubId, id: { in: companions.map(({ reminderId }) => reminderId) } },
    select: { id: true, version: true },
  });
  const versions = new Map(reminders.map(({ id, version }) => [id, version]));
  return companions.every(({ reminderId, version }) => versions.get(reminderId) === version);
}
