// What is due, and what becomes of a reminder's occurrences. The life of one delivery is in lease-store.ts.
import type { Db } from '../db/database.ts';
import { PUT_OFF_KEY } from './put-off-store.ts';
import { groupKeyFor, type Sharing, type StoredRule } from './rules.ts';

/** A reminder as the engine needs it. */
export interface DueReminder extends StoredRule, Sharing {
  readonly id: string;
  readonly nextDueAt: Date;
  readonly version: number;
}

/** No weekly rule that goes on is further ahead than this, so such a date is left over from a clock that went wrong. */
const STRANDED_MS = 9 * 24 * 60 * 60_000;

const NEEDED = {
  ...{ id: true, clubId: true, athleteId: true, kind: true, text: true, target: true, channelId: true },
  ...{ days: true, date: true, time: true, zone: true, nextDueAt: true, version: true },
} as const;

/** So that those who share a message follow each other, always in the same order. */
const IN_TURN = [
  ...[{ nextDueAt: 'asc' }, { clubId: 'asc' }, { kind: 'asc' }, { channelId: 'asc' }, { id: 'asc' }],
] as const;

/**
 * Reminders of these kinds whose time has come, or is absurdly far away, earliest first. Two questions: asked for both
 * at once, SQLite walks through every reminder that there is.
 */
export async function findDueReminders(
  db: Db,
  kinds: readonly string[],
  now: Date,
  limit: number,
): Promise<DueReminder[]> {
  const read = async (nextDueAt: { lte: Date } | { gt: Date }, take: number, where: object = {}) => {
    const asked = { ...where, kind: { in: [...kinds] }, nextDueAt };
    const rows = await db.reminder.findMany({ where: asked, orderBy: [...IN_TURN], take, select: NEEDED });
    return rows.flatMap((row) => (row.nextDueAt ? [{ ...row, nextDueAt: row.nextDueAt }] : []));
  };
  const due = await read({ lte: now }, limit);
  if (due.length === limit) return due;
  const stranded = { gt: new Date(now.getTime() + STRANDED_MS) };
  return [...due, ...(await read(stranded, limit - due.length, { date: null, pausedUntil: null }))];
}

/** Reminders that may share a message with this one, itself among them. */
export async function findTogether(db: Db, reminder: DueReminder, limit: number): Promise<DueReminder[]> {
  const { clubId, kind, text, target, channelId, nextDueAt } = reminder;
  const rows = await db.reminder.findMany({
    where: { clubId, kind, text, target, channelId, nextDueAt, athleteId: { not: null } },
    orderBy: [...IN_TURN],
    take: limit,
    select: NEEDED,
  });
  return rows.map((row) => ({ ...row, nextDueAt }));
}

/** Moves a reminder whose rule cannot be read out of the way for a while. */
export async function postponeReminder(db: Db, reminder: DueReminder, until: Date): Promise<void> {
  await db.reminder.updateMany({
    where: { id: reminder.id, version: reminder.version },
    data: { nextDueAt: until, version: { increment: 1 } },
  });
}

/** What is due after a session, as a row to be stored with it: once per reminder and session. */
export function followUp(sessionId: string, reminder: Sharing & { readonly id: string }, dueAt: Date) {
  return {
    clubId: reminder.clubId,
    reminderId: reminder.id,
    occurrenceKey: `session:${sessionId}`,
    dueAt,
    availableAt: dueAt,
    state: 'pending',
    groupKey: groupKeyFor(reminder, dueAt),
  } as const;
}

/** A row of `followUp`. */
export type FollowUp = ReturnType<typeof followUp>;

/** When the next thing that follows a session is due; null: nothing waits. */
export async function nextForSession(db: Db, clubId: string, sessionId: string): Promise<Date | null> {
  const row = await db.delivery.findFirst({
    where: { clubId, sessionId, state: 'pending' },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return row?.dueAt ?? null;
}

/** Calls off what a reminder would still send and has not tried, but for what its athlete has put off; tells how many. */
export async function cancelForReminder(tx: Db, clubId: string, reminderId: string): Promise<number> {
  const { count } = await tx.delivery.updateMany({
    where: {
      ...{ clubId, reminderId, state: 'pending', firstSendAt: null },
      NOT: { occurrenceKey: { startsWith: PUT_OFF_KEY } },
    },
    data: { state: 'cancelled' },
  });
  return count;
}

/** Calls off what would still follow a session and has not been tried, of one kind or of all; tells how many. */
export async function cancelForSession(
  tx: Db,
  clubId: string,
  sessionId: string,
  kind?: string,
): Promise<number> {
  const { count } = await tx.delivery.updateMany({
    where: {
      clubId,
      sessionId,
      state: 'pending',
      firstSendAt: null,
      ...(kind === undefined ? {} : { reminder: { kind } }),
    },
    data: { state: 'cancelled' },
  });
  return count;
}
