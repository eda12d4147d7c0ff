import type { Db } from '../db/database.ts';

/** A summary that Discord has: for when it was due, and when it was last known to say what it should. */
export interface SentSummary {
  readonly dueAt: Date;
  readonly comparedAt: Date;
}

/** The club's last summaries of a kind that were due before an instant and came, so many at most, the newest first. */
export async function listLastSent(
  db: Db,
  clubId: string,
  kind: string,
  before: Date,
  limit: number,
): Promise<SentSummary[]> {
  const rows = await db.delivery.findMany({
    where: {
      ...{ clubId, state: 'sent', sentAt: { not: null }, dueAt: { lt: before } },
      reminder: { clubId, kind, athleteId: null },
    },
    orderBy: { dueAt: 'desc' },
    take: limit,
    select: { dueAt: true, sentAt: true, comparedAt: true },
  });
  return rows.flatMap(({ dueAt, sentAt, comparedAt }) => {
    const at = comparedAt ?? sentAt;
    return at === null ? [] : [{ dueAt, comparedAt: at }];
  });
}

/** A summary that was sent. */
export interface Posted {
  /** When Discord was asked to take it for the first time; null: not known. */
  readonly firstSendAt: Date | null;
  readonly sentAt: Date;
  /** Fingerprint of what it said last; null: not known. */
  readonly digest: string | null;
}

/** What became of a delivery so far; null: it has not been sent. */
export async function findPosted(db: Db, clubId: string, deliveryId: string): Promise<Posted | null> {
  const row = await db.delivery.findUnique({
    where: { id: deliveryId, clubId },
    select: { firstSendAt: true, sentAt: true, digest: true },
  });
  return row === null || row.sentAt === null ? null : { ...row, sentAt: row.sentAt };
}
