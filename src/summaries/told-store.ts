import type { Db } from '../db/database.ts';

/** A summary that Discord has: for when it was due, when it came, and whether it was compared to the end of its hour. */
export interface SentSummary {
  readonly dueAt: Date;
  readonly sentAt: Date;
  readonly isAmended: boolean;
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
    select: { dueAt: true, sentAt: true, amendAt: true, digest: true },
  });
  return rows.flatMap(({ dueAt, sentAt, amendAt, digest }) =>
    sentAt === null ? [] : [{ dueAt, sentAt, isAmended: amendAt === null && digest !== null }],
  );
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
