import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import { TEST_KEY } from '../reminders/test-store.ts';

/** What a Done press is about: the delivery, and whose it is. */
export interface DeliveredReminder {
  /** The delivery's. */
  readonly id: string;
  readonly reminderId: string;
  readonly kind: string;
  readonly clubId: string;
  readonly athleteId: string;
  readonly userId: string;
  /** IANA zone of the athlete's days. */
  readonly zone: string;
  readonly sessionId: string | null;
  readonly dueAt: Date;
  /** The message is for several. */
  readonly isShared: boolean;
}

/**
 * The reminder behind the delivery's id that a message carries: of those for whom the message is the presser's own,
 * or else somebody's. It has no club yet: a press in a direct message names none, so the club comes from the delivery,
 * and the caller must be its athlete. Null: it is gone.
 */
export async function findDelivered(
  db: Db,
  deliveryId: string,
  userId: string,
): Promise<DeliveredReminder | null> {
  const rows = await db.delivery.findMany({
    where: { OR: [{ id: deliveryId }, { leaderId: deliveryId, firstSendAt: { not: null } }] },
    include: { reminder: { include: { athlete: true, club: true } } },
    orderBy: { id: 'asc' },
  });
  const row = rows.find(({ reminder }) => reminder.athlete?.userId === userId) ?? rows[0];
  const athlete = row?.reminder.athlete;
  if (!row || !athlete) return null;
  const { clubId, sessionId, dueAt, reminder } = row;
  const isShared = rows.some(({ leaderId }) => leaderId === deliveryId);
  const zone = athlete.zone ?? reminder.club.zone;
  return {
    id: row.id,
    reminderId: reminder.id,
    kind: reminder.kind,
    clubId,
    athleteId: athlete.id,
    userId: athlete.userId,
    zone,
    sessionId,
    dueAt,
    isShared,
  };
}

/** Marks a habit as done on a local day; false: it was marked already, and nothing changes. */
export async function markHabit(
  db: Db,
  mark: {
    readonly clubId: string;
    readonly athleteId: string;
    readonly habit: 'core' | 'stretch';
    readonly localDate: string;
    readonly interactionId: string;
    readonly markedAt: Date;
  },
): Promise<boolean> {
  const { clubId, athleteId, habit, localDate } = mark;
  if ((await db.habitMark.count({ where: { clubId, athleteId, habit, localDate } })) > 0) return false;
  await db.habitMark.create({ data: mark });
  return true;
}

/** Whether a habit was marked as done on a local day. */
export async function isMarked(
  db: Db,
  owner: { readonly clubId: string; readonly athleteId: string },
  habit: 'core' | 'stretch',
  localDate: string,
): Promise<boolean> {
  return (await db.habitMark.count({ where: { ...owner, habit, localDate } })) > 0;
}

/** The delivery of an athlete's reminder of these kinds that came last since an instant, tests left out; null: none came. */
export async function findLastDelivered(
  db: Db,
  { clubId, athleteId }: Owner,
  kinds: readonly string[],
  since: Date,
): Promise<string | null> {
  const row = await db.delivery.findFirst({
    where: {
      ...{ clubId, state: 'sent', sentAt: { gte: since } },
      NOT: { occurrenceKey: { startsWith: TEST_KEY } },
      reminder: { clubId, athleteId, kind: { in: [...kinds] } },
    },
    orderBy: [{ sentAt: 'desc' }, { id: 'asc' }],
    select: { id: true },
  });
  return row?.id ?? null;
}
