import type { Db } from '../db/database.ts';

/** One delivery of a reminder, as far as its fate goes. */
export interface Fate {
  readonly reminderId: string;
  /** Local date-time, "session:ID", "snooze:ID" or "test:ID". */
  readonly occurrenceKey: string;
  readonly dueAt: Date;
  /** pending | sent | cancelled | skipped | dead | unknown */
  readonly state: string;
  readonly sentAt: Date | null;
  /** Where its message is, or was to go. */
  readonly channelId: string | null;
  /** Discord's error code, HTTP status, or a word of ours. */
  readonly lastCode: string | null;
}

/**
 * Deliveries of all reminders of an athlete, null: of those that coaches made for the club, that were due since an
 * instant, the latest first, at most 500.
 */
export async function listFates(
  db: Db,
  { clubId, athleteId }: { readonly clubId: string; readonly athleteId: string | null },
  since: Date,
): Promise<Fate[]> {
  const madeByCoach = athleteId === null ? { madeBy: { not: null } } : {};
  return await db.delivery.findMany({
    where: { clubId, dueAt: { gte: since }, reminder: { clubId, athleteId, ...madeByCoach } },
    orderBy: [{ dueAt: 'desc' }, { id: 'asc' }],
    take: 500,
    select: {
      ...{ reminderId: true, occurrenceKey: true, dueAt: true, state: true },
      ...{ sentAt: true, channelId: true, lastCode: true },
    },
  });
}
