// A claimed delivery to its end: every change is fenced by the lease token.
import type { Db } from '../db/database.ts';
import type { Compared } from './amend-rules.ts';
import type { ClaimedDelivery } from './claim-store.ts';
import { keepsDying } from './rules.ts';

const FREE = { leaseToken: null, leaseUntil: null };

/** The rows that a delivery's message is for, as long as they are under its lease. */
function held({ id, leaseToken, companions }: ClaimedDelivery) {
  return { id: { in: [id, ...companions.map((companion) => companion.id)] }, leaseToken };
}

/**
 * Writes down that a request is about to leave and where to, so that whoever comes after knows where to look.
 * False: cancelled, deleted, taken over or its reminder changed meanwhile, so nothing may leave.
 */
export async function beginSend(
  db: Db,
  delivery: ClaimedDelivery,
  sending: { readonly channelId: string; readonly now: Date; readonly leaseUntil: Date },
): Promise<boolean> {
  const { count } = await db.delivery.updateMany({
    where: {
      id: delivery.id,
      leaseToken: delivery.leaseToken,
      state: 'pending',
      reminder: { version: delivery.version },
    },
    data: {
      leaderId: delivery.letterId === delivery.id ? null : delivery.letterId,
      channelId: sending.channelId,
      firstSendAt: delivery.firstSendAt ?? sending.now,
      leaseUntil: sending.leaseUntil,
    },
  });
  return count === 1;
}

/** A message that Discord has taken. */
export interface Acknowledgement {
  /** Of all that it is for. */
  readonly ids: readonly string[];
  readonly leaseToken: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly sentAt: Date;
  /** Null or absent: its kind is never amended. */
  readonly compared?: Compared | null;
}

/** Marks all as sent, even when cancelled meanwhile: it can be seen. False: somebody else holds them now. */
export async function acknowledge(db: Db, sent: Acknowledgement): Promise<boolean> {
  const { ids, leaseToken, channelId, messageId, sentAt, compared } = sent;
  const { count } = await db.delivery.updateMany({
    where: { id: { in: [...ids] }, leaseToken },
    data: { ...FREE, state: 'sent', channelId, messageId, sentAt, lastCode: null, ...compared },
  });
  return count > 0;
}

/** When and how a delivery is tried again. */
export interface Release {
  readonly availableAt: Date;
  readonly code: string;
  /** False: the try was not the delivery's fault and does not count. */
  readonly counts: boolean;
  /** Whether some request for it may have reached Discord. */
  readonly mayHaveArrived: boolean;
}

/** Gives a delivery and its companions back to be tried again. */
export async function releaseForRetry(db: Db, delivery: ClaimedDelivery, release: Release): Promise<void> {
  await db.delivery.updateMany({
    where: { ...held(delivery), state: 'pending' },
    data: {
      ...FREE,
      availableAt: release.availableAt,
      lastCode: release.code,
      ...(release.counts ? {} : { attempt: { decrement: 1 } }),
      ...(release.mayHaveArrived ? {} : { firstSendAt: null, channelId: null, leaderId: null }),
    },
  });
}

/**
 * Of what was claimed the first that keeps dying, alone: the others are given back as they were, so that they do not go
 * down with it. Without such a one, all of them.
 */
export async function singleOut(db: Db, claimed: readonly ClaimedDelivery[]): Promise<ClaimedDelivery[]> {
  const suspect = claimed.find(keepsDying);
  if (suspect === undefined) return [...claimed];
  const others = claimed.filter((each) => each !== suspect).map(({ id }) => id);
  await db.delivery.updateMany({
    where: { id: { in: others }, leaseToken: suspect.leaseToken, state: 'pending' },
    data: { ...FREE, attempt: { decrement: 1 } },
  });
  return [suspect];
}

/** Ends of a delivery without a message that we know of. */
export type EndState = 'cancelled' | 'skipped' | 'dead' | 'unknown';

/**
 * Ends a delivery and its companions; the code says why: Discord's error code, or a word of ours. A last request that
 * certainly did nothing is forgotten, so that nobody looks for it later. False: it was ours no more.
 */
export async function endDelivery(
  db: Db,
  delivery: ClaimedDelivery,
  state: EndState,
  code: string,
  mayHaveArrived = true,
): Promise<boolean> {
  const { firstSendAt, channelId } = delivery;
  const before = { firstSendAt, channelId, ...(firstSendAt === null ? { leaderId: null } : {}) };
  const { count } = await db.delivery.updateMany({
    where: { ...held(delivery), state: 'pending' },
    data: { ...FREE, state, lastCode: code, ...(mayHaveArrived ? {} : before) },
  });
  return count > 0;
}

/**
 * Whether a newer delivery of the same reminder is due as well, so that this one need not go. The state is looked at
 * here: asked for it, SQLite would look through all that waits instead of through the reminder's own.
 */
export async function isSuperseded(db: Db, delivery: ClaimedDelivery, now: Date): Promise<boolean> {
  const newer = await db.delivery.findMany({
    where: { reminderId: delivery.reminderId, dueAt: { gt: delivery.dueAt, lte: now } },
    select: { state: true },
  });
  return newer.some(({ state }) => state === 'pending');
}

/** Skips what was due before an instant and was never tried, as after a backup was restored; tells how many. */
export async function skipExpired(db: Db, kind: string, dueBefore: Date, now: Date): Promise<number> {
  const { count } = await db.delivery.updateMany({
    where: {
      state: 'pending',
      firstSendAt: null,
      dueAt: { lt: dueBefore },
      AND: [
        { OR: [{ leaseUntil: null }, { leaseUntil: { lte: now } }] },
        { OR: [{ redrivenAt: null }, { redrivenAt: { lt: dueBefore } }] },
      ],
      reminder: { kind },
    },
    data: { ...FREE, state: 'skipped', lastCode: 'late' },
  });
  return count;
}
