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
  /** What it can share a message with; null: with nothing. */
  readonly groupKey: string | null;
  /** The delivery whose id the message carries: its own, or the one that a request left for. */
  readonly letterId: string;
  /** The others that its message is for, held by the same lease; they end as it does. */
  readonly companions: readonly ClaimedDelivery[];
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
 * Of what can go out as one message only the first is taken: none while another of them is held and has not left,
 * and of those whose request may have left one alone, which stands for all.
 */
export async function claimDue(database: Database, claim: Claim): Promise<ClaimedDelivery[]> {
  const taken = await (database.provider === 'postgresql' ? claimOnPostgresql : claimOnSqlite)(
    database.db,
    claim,
  );
  if (taken === 0) return [];
  return readClaimed(database.db, claim.leaseToken);
}

/** What a lease holds, or those of it that are among these ids; earliest first. */
export async function readClaimed(
  db: Db,
  leaseToken: string,
  ids?: readonly string[],
): Promise<ClaimedDelivery[]> {
  const rows = await db.delivery.findMany({
    where: { leaseToken, ...(ids && { id: { in: [...ids] } }) },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    include: { reminder: { select: { kind: true, athleteId: true, version: true } } },
  });
  return rows.map(({ reminder, leaderId, ...row }) => ({
    ...{ ...row, ...reminder, leaseToken, letterId: leaderId ?? row.id, companions: [] },
  }));
}

/** No lease that begins now ends later: one that does was made by a clock that went wrong, and is free. */
export function absurdLease(now: Date, leaseUntil: Date): Date {
  return new Date(2 * leaseUntil.getTime() - now.getTime());
}

function horizons({ now, leaseUntil }: Claim): { absurdRetry: Date; freeFrom: Date } {
  return {
    absurdRetry: new Date(now.getTime() + MAX_WAIT_MS),
    freeFrom: absurdLease(now, leaseUntil),
  };
}

function claimOnSqlite(db: Db, claim: Claim): Promise<number> {
  const { now, limit, leaseToken, leaseUntil } = claim;
  const { absurdRetry, freeFrom } = horizons(claim);
  return db.$executeRaw`
    UPDATE "Delivery" SET "leaseToken" = ${leaseToken}, "leaseUntil" = ${leaseUntil}, "attempt" = "attempt" + 1
    WHERE "id" IN (
      SELECT "id" FROM "Delivery" AS "due"
      WHERE "state" = 'pending'
        AND ("availableAt" <= ${now} OR ("availableAt" > "dueAt" AND "availableAt" > ${absurdRetry}))
        AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now} OR "leaseUntil" > ${freeFrom})
        AND ("groupKey" IS NULL OR NOT EXISTS (
          SELECT 1 FROM "Delivery" AS "other"
          WHERE "other"."groupKey" = "due"."groupKey" AND "other"."state" = 'pending'
            AND CASE WHEN "due"."firstSendAt" IS NULL
              THEN "other"."firstSendAt" IS NULL AND (
                ("other"."leaseUntil" > ${now} AND "other"."leaseUntil" <= ${freeFrom})
                OR ("other"."availableAt" <= ${now} AND "other"."id" < "due"."id"))
              ELSE "other"."id" = "due"."leaderId"
                OR ("other"."leaderId" = "due"."leaderId" AND "other"."id" < "due"."id") END))
      ORDER BY "dueAt", "id" LIMIT ${limit}
    )`;
}

/** As on SQLite; MATERIALIZED, or the planner may pick, and lock, more than once. */
function claimOnPostgresql(db: Db, claim: Claim): Promise<number> {
  const { now, limit, leaseToken, leaseUntil } = claim;
  const { absurdRetry, freeFrom } = horizons(claim);
  return db.$executeRaw`
    WITH picked AS MATERIALIZED (
      SELECT "id" FROM "Delivery" AS "due"
      WHERE "state" = 'pending'
        AND ("availableAt" <= ${now} OR ("availableAt" > "dueAt" AND "availableAt" > ${absurdRetry}))
        AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now} OR "leaseUntil" > ${freeFrom})
        AND ("groupKey" IS NULL OR NOT EXISTS (
          SELECT 1 FROM "Delivery" AS "other"
          WHERE "other"."groupKey" = "due"."groupKey" AND "other"."state" = 'pending'
            AND CASE WHEN "due"."firstSendAt" IS NULL
              THEN "other"."firstSendAt" IS NULL AND (
                ("other"."leaseUntil" > ${now} AND "other"."leaseUntil" <= ${freeFrom})
                OR ("other"."availableAt" <= ${now} AND "other"."id" < "due"."id"))
              ELSE "other"."id" = "due"."leaderId"
                OR ("other"."leaderId" = "due"."leaderId" AND "other"."id" < "due"."id") END))
      ORDER BY "dueAt", "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE "Delivery" SET "leaseToken" = ${leaseToken}, "leaseUntil" = ${leaseUntil}, "attempt" = "attempt" + 1
    FROM picked WHERE "Delivery"."id" = picked."id"`;
}
