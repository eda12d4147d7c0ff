// Taking what is due, so that no two workers have the same.
import type { Database, Db } from '../db/database.ts';
import type { DueDelivery } from './kind.ts';

/** A delivery that this worker holds for a while. */
export interface ClaimedDelivery extends DueDelivery {
  readonly kind: string;
  readonly leaseToken: string;
  /** The reminder's, at the claim. */
  readonly version: number;
  /** This try counted. */
  readonly attempt: number;
  /** The first request whose outcome nobody knows; null: none has left. */
  readonly firstSendAt: Date | null;
  /** Where that request went. */
  readonly channelId: string | null;
  readonly lastCode: string | null;
  readonly redrivenAt: Date | null;
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
    include: { reminder: { select: { kind: true, athleteId: true, version: true } } },
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
