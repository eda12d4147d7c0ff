// Taking what is due, so that no two workers have the same.
import type { Database, Db } from '../db/database.ts';
import { empty, type Sql, sql } from '../db/sql.ts';
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
 * the same row.
 * Of what can go out as one message only the first is taken: none while another of them is held and has not left,
 * and of those whose request may have left one alone, which stands for all.
 */
export async function claimDue(database: Database, claim: Claim): Promise<ClaimedDelivery[]> {
  const { now } = claim;
  const absurdRetry = new Date(now.getTime() + MAX_WAIT_MS);
  const ids = await takeUnderLease(
    database,
    claim,
    sql`("availableAt" <= ${now} OR ("availableAt" > "dueAt" AND "availableAt" > ${absurdRetry}))
      AND ("groupKey" IS NULL OR NOT EXISTS (
        SELECT 1 FROM "Delivery" AS "other"
        WHERE "other"."groupKey" = "due"."groupKey" AND "other"."state" = 'pending'
          AND CASE WHEN "due"."firstSendAt" IS NULL
            THEN "other"."firstSendAt" IS NULL AND (
              ("other"."leaseUntil" > ${now} AND "other"."leaseUntil" <= ${lastLeaseEnd(claim)})
              OR ("other"."availableAt" <= ${now} AND "other"."id" < "due"."id"))
            ELSE "other"."id" = "due"."leaderId"
              OR ("other"."leaderId" = "due"."leaderId" AND "other"."id" < "due"."id") END))`,
  );
  return ids.length === 0 ? [] : readClaimed(database.db, claim.leaseToken, ids);
}

/**
 * Puts what waits and fulfils a condition (of "due") under a lease that nobody else holds, and gives its ids. A lease
 * that is over is free, and so is one that ends later than any lease can. The attempt counts from here, so that a
 * delivery that kills the process counts too. What somebody else is changing at this moment is left out: who waits for
 * no row can never wait in a circle with others. MATERIALIZED, or PostgreSQL may pick, and lock, more than once.
 */
export async function takeUnderLease(database: Database, claim: Claim, condition: Sql): Promise<string[]> {
  const { now, limit, leaseToken, leaseUntil } = claim;
  const lock = database.provider === 'postgresql' ? sql`FOR UPDATE SKIP LOCKED` : empty;
  const taken = await database.db.$queryRaw<{ id: string }[]>`
    WITH "picked" AS MATERIALIZED (
      SELECT "id" FROM "Delivery" AS "due"
      WHERE "state" = 'pending'
        AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now} OR "leaseUntil" > ${lastLeaseEnd(claim)})
        AND ${condition}
      ORDER BY "dueAt", "id" LIMIT ${limit} ${lock}
    )
    UPDATE "Delivery" SET "leaseToken" = ${leaseToken}, "leaseUntil" = ${leaseUntil}, "attempt" = "attempt" + 1
    WHERE "id" IN (SELECT "id" FROM "picked") RETURNING "id"`;
  return taken.map(({ id }) => id);
}

/** No lease that begins now ends later: one that does was made by a clock that went wrong, and is free. */
function lastLeaseEnd({ now, leaseUntil }: Claim): Date {
  return new Date(2 * leaseUntil.getTime() - now.getTime());
}

/** What was just taken under a lease, earliest first. */
export async function readClaimed(
  db: Db,
  leaseToken: string,
  ids: readonly string[],
): Promise<ClaimedDelivery[]> {
  const rows = await db.delivery.findMany({
    where: { leaseToken, id: { in: [...ids] } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    include: { reminder: { select: { kind: true, athleteId: true, version: true } } },
  });
  return rows.map(({ reminder, leaderId, ...row }) => ({
    ...{ ...row, ...reminder, leaseToken, letterId: leaderId ?? row.id, companions: [] },
  }));
}
