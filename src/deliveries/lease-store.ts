// One delivery from the claim to its end. Every change after the claim is fenced by the lease token.
import type { Database, Db } from '../db/database.ts';
import type { DueDelivery } from './kind.ts';

/** A delivery that this worker holds for a while. */
export interface ClaimedDelivery extends DueDelivery {
  readonly kind: string;
  readonly leaseToken: string;
  /** This try counted. */
  readonly attempt: number;
  /** The first request whose outcome nobody knows; null: none has left. */
  readonly firstSendAt: Date | null;
  /** Where that request went. */
  readonly channelId: string | null;
  readonly lastCode: string | null;
}

/** How a claim is made; a worker makes up a new token for each. */
export interface Claim {
  readonly now: Date;
  readonly limit: number;
  readonly leaseToken: string;
  readonly leaseUntil: Date;
}

/** No retry waits longer, so a later date is left over from a clock that went wrong. */
export const MAX_WAIT_MS = 60 * 60_000;

/**
 * Takes what is due, earliest first, in one statement that is committed before it returns: two workers never get
 * the same row. The attempt counts from here, so that a delivery that kills the process counts too. A lease that
 * is over is free, and so is one that ends later than any lease can.
 */
export async function claimDue(database: Database, claim: Claim): Promise<ClaimedDelivery[]> {
  const taken = await (database.provider === 'postgresql' ? claimOnPostgresql : claimOnSqlite)(
    database.db,
    claim,
  );
  if (taken === 0) return [];
  const rows = await database.db.delivery.findMany({
    where: { leaseToken: claim.leaseToken },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    include: { reminder: { select: { kind: true, athleteId: true } } },
  });
  return rows.map(({ reminder, ...row }) => ({ ...row, ...reminder, leaseToken: claim.leaseToken }));
}

function horizons({ now, leaseUntil }: Claim): { absurdRetry: Date; absurdLease: Date } {
  const lease = leaseUntil.getTime() - now.getTime();
  return {
    absurdRetry: new Date(now.getTime() + MAX_WAIT_MS),
    absurdLease: new Date(now.getTime() + 2 * lease),
  };
}

function claimOnSqlite(db: Db, claim: Claim): Promise<number> {
  const { now, limit, leaseToken, leaseUntil } = claim;
  const { absurdRetry, absurdLease } = horizons(claim);
  return db.$executeRaw`
    UPDATE "Delivery" SET "leaseToken" = ${leaseToken}, "leaseUntil" = ${leaseUntil}, "attempt" = "attempt" + 1
    WHERE "id" IN (
      SELECT "id" FROM "Delivery"
      WHERE "state" = 'pending'
        AND ("availableAt" <= ${now} OR ("availableAt" > "dueAt" AND "availableAt" > ${absurdRetry}))
        AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now} OR "leaseUntil" > ${absurdLease})
      ORDER BY "dueAt", "id" LIMIT ${limit}
    )`;
}

/** As on SQLite; MATERIALIZED, or the planner may pick, and lock, more than once. */
function claimOnPostgresql(db: Db, claim: Claim): Promise<number> {
  const { now, limit, leaseToken, leaseUntil } = claim;
  const { absurdRetry, absurdLease } = horizons(claim);
  return db.$executeRaw`
    WITH picked AS MATERIALIZED (
      SELECT "id" FROM "Delivery"
      WHERE "state" = 'pending'
        AND ("availableAt" <= ${now} OR ("availableAt" > "dueAt" AND "availableAt" > ${absurdRetry}))
        AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now} OR "leaseUntil" > ${absurdLease})
      ORDER BY "dueAt", "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE "Delivery" SET "leaseToken" = ${leaseToken}, "leaseUntil" = ${leaseUntil}, "attempt" = "attempt" + 1
    FROM picked WHERE "Delivery"."id" = picked."id"`;
}

const FREE = { leaseToken: null, leaseUntil: null };

/**
 * Writes down that a request is about to leave and where to, so that whoever comes after knows where to look.
 * False: cancelled, deleted or taken over meanwhile, so nothing may leave.
 */
export async function beginSend(
  db: Db,
  delivery: ClaimedDelivery,
  sending: { readonly channelId: string; readonly now: Date; readonly leaseUntil: Date },
): Promise<boolean> {
  const { count } = await db.delivery.updateMany({
    where: { id: delivery.id, leaseToken: delivery.leaseToken, state: 'pending' },
    data: {
      channelId: sending.channelId,
      firstSendAt: delivery.firstSendAt ?? sending.now,
      leaseUntil: sending.leaseUntil,
    },
  });
  return count === 1;
}

/** A message that Discord has taken. */
export interface Acknowledgement {
  readonly id: string;
  readonly leaseToken: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly sentAt: Date;
}

/** Marks as sent, even when cancelled meanwhile: it can be seen. False: somebody else holds it now. */
export async function acknowledge(db: Db, sent: Acknowledgement): Promise<boolean> {
  const { id, leaseToken, channelId, messageId, sentAt } = sent;
  const { count } = await db.delivery.updateMany({
    where: { id, leaseToken },
    data: { ...FREE, state: 'sent', channelId, messageId, sentAt, lastCode: null },
  });
  return count === 1;
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

/** Gives a delivery back to be tried again. */
export async function releaseForRetry(db: Db, delivery: ClaimedDelivery, release: Release): Promise<void> {
  await db.delivery.updateMany({
    where: { id: delivery.id, leaseToken: delivery.leaseToken, state: 'pending' },
    data: {
      ...FREE,
      availableAt: release.availableAt,
      lastCode: release.code,
      ...(release.counts ? {} : { attempt: { decrement: 1 } }),
      ...(release.mayHaveArrived ? {} : { firstSendAt: null, channelId: null }),
    },
  });
}

/** Ends of a delivery without a message that we know of. */
export type EndState = 'cancelled' | 'skipped' | 'dead' | 'unknown';

/** Ends a delivery; the code says why: Discord's error code, or a word of ours. */
export async function endDelivery(
  db: Db,
  delivery: ClaimedDelivery,
  state: EndState,
  code: string,
): Promise<void> {
  await db.delivery.updateMany({
    where: { id: delivery.id, leaseToken: delivery.leaseToken, state: 'pending' },
    data: { ...FREE, state, lastCode: code },
  });
}

/** Whether a newer delivery of the same reminder is due as well, so that this one need not go. */
export async function isSuperseded(db: Db, delivery: ClaimedDelivery, now: Date): Promise<boolean> {
  const newer = await db.delivery.findFirst({
    where: { reminderId: delivery.reminderId, state: 'pending', dueAt: { gt: delivery.dueAt, lte: now } },
    select: { id: true },
  });
  return newer !== null;
}

/** Skips what was due before an instant and was never tried, as after a backup was restored; tells how many. */
export async function skipExpired(db: Db, kind: string, dueBefore: Date, now: Date): Promise<number> {
  const { count } = await db.delivery.updateMany({
    where: {
      state: 'pending',
      firstSendAt: null,
      dueAt: { lt: dueBefore },
      OR: [{ leaseUntil: null }, { leaseUntil: { lte: now } }],
      reminder: { kind },
    },
    data: { ...FREE, state: 'skipped', lastCode: 'late' },
  });
  return count;
}
