import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { FollowUp } from '../deliveries/store.ts';

/** A session as far as the reminder that follows it depends on it. */
export interface FollowedSession {
  readonly id: string;
  readonly localDate: string;
  readonly loggedAt: Date;
  readonly type: string;
  readonly stretch: string | null;
}

/** Sessions of one day, in the order in which they were logged. */
export async function listSessionsOfDay(db: Db, owner: Owner, localDate: string): Promise<FollowedSession[]> {
  return await db.session.findMany({
    where: { ...owner, localDate },
    orderBy: [{ loggedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, localDate: true, loggedAt: true, type: true, stretch: true },
  });
}

/** What a later session's reminder has replaced. */
const SUPERSEDED = { state: 'skipped', lastCode: 'newer' };

/** Skips what a reminder still has to send after earlier sessions and has not tried: a later session has its own. */
export async function supersedeFollowUps(
  tx: Db,
  reminder: { readonly id: string; readonly clubId: string },
  before: Date,
): Promise<void> {
  await tx.delivery.updateMany({
    where: {
      clubId: reminder.clubId,
      reminderId: reminder.id,
      sessionId: { not: null },
      dueAt: { lt: before },
      state: 'pending',
      firstSendAt: null,
    },
    data: SUPERSEDED,
  });
}

/** Plans what follows a session, anew if it was called off before it was tried; what waits or was sent stays. */
export async function planFollowUp(tx: Db, sessionId: string, row: FollowUp): Promise<void> {
  const { clubId, reminderId, occurrenceKey, dueAt, availableAt, state, groupKey } = row;
  const known = await tx.delivery.findUnique({
    where: { reminderId_occurrenceKey: { reminderId, occurrenceKey }, clubId },
    select: { id: true },
  });
  if (known === null) {
    await tx.delivery.create({ data: { ...row, sessionId } });
    return;
  }
  await tx.delivery.updateMany({
    where: { id: known.id, clubId, state: { in: ['cancelled', 'skipped'] }, firstSendAt: null },
    data: { state, dueAt, availableAt, groupKey, lastCode: null, leaseToken: null, leaseUntil: null },
  });
}

/**
 * Makes what follows a session, and what was put off of it, wait again when it had been left to a later session; not
 * what was due before `since`. When the later session's has come meanwhile it is called off for good.
 */
export async function giveBackFollowUps(
  tx: Db,
  sessionId: string,
  { clubId, reminderId, dueAt }: FollowUp,
  since: Date,
): Promise<void> {
  const later = { sessionId: { not: sessionId }, firstSendAt: { not: null }, dueAt: { gt: dueAt } };
  const hasCome = (await tx.delivery.count({ where: { clubId, reminderId, ...later } })) > 0;
  await tx.delivery.updateMany({
    where: { clubId, reminderId, sessionId, ...SUPERSEDED, firstSendAt: null, dueAt: { gte: since } },
    data: hasCome
      ? { state: 'cancelled' }
      : { state: 'pending', lastCode: null, leaseToken: null, leaseUntil: null },
  });
}
