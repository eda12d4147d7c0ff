import type { Db } from '../db/database.ts';

/** A summary that Discord has: for when it was due, and when it came. */
export interface SentSummary {
  readonly dueAt: Date;
  readonly sentAt: Date;
}

/** The club's last summary of a kind that was due before an instant and came; null: there is none. */
export async function findLastSent(
  db: Db,
  clubId: string,
  kind: string,
  before: Date,
): Promise<SentSummary | null> {
  const row = await db.delivery.findFirst({
    where: {
      ...{ clubId, state: 'sent', sentAt: { not: null }, dueAt: { lt: before } },
      reminder: { clubId, kind, athleteId: null },
    },
    orderBy: { dueAt: 'desc' },
    select: { dueAt: true, sentAt: true },
  });
  return row?.sentAt ? { dueAt: row.dueAt, sentAt: row.sentAt } : null;
}

/** What became of a delivery so far: when it was sent and the fingerprint of what it said last; null: it has not been. */
export async function findPosted(
  db: Db,
  clubId: string,
  deliveryId: string,
): Promise<{ readonly sentAt: Date; readonly digest: string | null } | null> {
  const row = await db.delivery.findUnique({
    where: { id: deliveryId, clubId },
    select: { sentAt: true, digest: true },
  });
  return row?.sentAt ? { sentAt: row.sentAt, digest: row.digest } : null;
}
