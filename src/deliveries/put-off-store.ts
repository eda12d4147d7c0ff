// Deliveries that were put off or called off before they left. A put-off one is a delivery of its own: the reminder's
// recurrence does not move.
import type { Db } from '../db/database.ts';

/** What the key of a delivery that was put off begins with. */
export const PUT_OFF_KEY = 'snooze:';

/** A delivery that somebody puts off. */
export interface PutOff {
  readonly id: string;
  readonly clubId: string;
  readonly reminderId: string;
  /** The session that it follows; null: none. */
  readonly sessionId: string | null;
}

/**
 * Has a delivery come again at an instant. What already waits for it is moved, also out of the hands of a worker that
 * has not sent it; what came of it already is put off in its stead, so an old message works too. Rejects as a duplicate
 * when two do it at once.
 */
export async function putOffDelivery(tx: Db, delivery: PutOff, dueAt: Date): Promise<void> {
  const { id, clubId, reminderId, sessionId } = delivery;
  const occurrenceKey = `${PUT_OFF_KEY}${id}`;
  const when = { dueAt, availableAt: dueAt, state: 'pending' };
  const known = await tx.delivery.findUnique({
    where: { reminderId_occurrenceKey: { reminderId, occurrenceKey }, clubId },
    select: { id: true },
  });
  if (known === null) {
    await tx.delivery.create({ data: { ...when, clubId, reminderId, sessionId, occurrenceKey } });
    return;
  }
  const { count } = await tx.delivery.updateMany({
    where: { id: known.id, clubId, state: { in: ['pending', 'cancelled', 'skipped'] }, firstSendAt: null },
    data: { ...when, attempt: 0, lastCode: null, redrivenAt: null, leaseToken: null, leaseUntil: null },
  });
  if (count === 0) await putOffDelivery(tx, { ...delivery, id: known.id }, dueAt);
}

/** When the delivery was due that a put-off one stands for; null: this one was not put off. */
export async function dueBeforePutOff(db: Db, clubId: string, occurrenceKey: string): Promise<Date | null> {
  if (!occurrenceKey.startsWith(PUT_OFF_KEY)) return null;
  const row = await db.delivery.findUnique({
    where: { id: occurrenceKey.slice(PUT_OFF_KEY.length), clubId },
    select: { dueAt: true },
  });
  return row?.dueAt ?? null;
}

/**
 * Calls off what a reminder still has to send and has not tried: all of it, what was put off, or what was put off from
 * one delivery; tells how many.
 */
export async function callOff(
  tx: Db,
  { clubId, reminderId }: Pick<PutOff, 'clubId' | 'reminderId'>,
  what: 'all' | 'put-off' | { readonly putOffFrom: string },
  reason: string,
): Promise<number> {
  const keys = {
    ...(what === 'put-off' ? { occurrenceKey: { startsWith: PUT_OFF_KEY } } : {}),
    ...(typeof what === 'object' ? { occurrenceKey: `${PUT_OFF_KEY}${what.putOffFrom}` } : {}),
  };
  const { count } = await tx.delivery.updateMany({
    where: { clubId, reminderId, state: 'pending', firstSendAt: null, ...keys },
    data: { state: 'cancelled', lastCode: reason, leaseToken: null, leaseUntil: null },
  });
  return count;
}

/** By reminder, when its next delivery that waits already is due, put off or after a session; without those of which none waits. */
export async function nextWaiting(
  db: Db,
  clubId: string,
  reminderIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.delivery.findMany({
    where: { clubId, reminderId: { in: [...reminderIds] }, state: 'pending' },
    orderBy: { dueAt: 'desc' },
    select: { reminderId: true, dueAt: true },
  });
  // The earliest is the last of its reminder, and stays.
  return new Map(rows.map(({ reminderId, dueAt }) => [reminderId, dueAt]));
}
