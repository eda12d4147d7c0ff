// What is due, and what becomes of a reminder's occurrences. The life of one delivery is in lease-store.ts.
import type { Database, Db } from '../db/database.ts';
import type { CatchUp, StoredRule } from './rules.ts';

/** A reminder as the engine needs it. */
export interface DueReminder extends StoredRule {
  readonly id: string;
  readonly kind: string;
  readonly nextDueAt: Date;
  readonly version: number;
}

/** No weekly rule that goes on is further ahead than this, so such a date is left over from a clock that went wrong. */
const STRANDED_MS = 9 * 24 * 60 * 60_000;

/** Reminders of these kinds whose time has come, or is absurdly far away, earliest first. */
export async function findDueReminders(
  db: Db,
  kinds: readonly string[],
  now: Date,
  limit: number,
): Promise<DueReminder[]> {
  const stranded = new Date(now.getTime() + STRANDED_MS);
  const rows = await db.reminder.findMany({
    where: {
      kind: { in: [...kinds] },
      OR: [{ nextDueAt: { lte: now } }, { nextDueAt: { gt: stranded }, date: null, pausedUntil: null }],
    },
    orderBy: [{ nextDueAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: {
      ...{ id: true, kind: true, days: true, date: true, time: true, zone: true },
      ...{ nextDueAt: true, version: true },
    },
  });
  return rows.flatMap((row) => (row.nextDueAt ? [{ ...row, nextDueAt: row.nextDueAt }] : []));
}

/**
 * Turns due occurrences into deliveries and moves the reminder on, all or nothing. An occurrence that is there
 * already stays as it is; an unsent older one gives way to a newer. False: somebody changed the reminder since it
 * was read, and nothing was done.
 */
export async function materialise(
  database: Database,
  reminder: DueReminder,
  plan: CatchUp,
  beforeCommit?: () => Promise<void>,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const { count } = await tx.reminder.updateMany({
      where: { id: reminder.id, version: reminder.version },
      data: { nextDueAt: plan.nextDueAt, pausedUntil: null, version: { increment: 1 } },
    });
    if (count === 0) return false;
    await insertOccurrences(tx, reminder.id, plan);
    await beforeCommit?.();
    return true;
  });
}

async function insertOccurrences(tx: Db, reminderId: string, plan: CatchUp): Promise<void> {
  if (plan.occurrences.length === 0) return;
  const { clubId } = await tx.reminder.findUniqueOrThrow({
    where: { id: reminderId },
    select: { clubId: true },
  });
  const known = await tx.delivery.findMany({
    where: { reminderId, occurrenceKey: { in: plan.occurrences.map(({ key }) => key) } },
    select: { occurrenceKey: true },
  });
  const keys = new Set(known.map(({ occurrenceKey }) => occurrenceKey));
  const fresh = plan.occurrences.filter(({ key }) => !keys.has(key));
  const latest = fresh.find(({ state }) => state === 'pending');
  if (latest)
    await tx.delivery.updateMany({
      where: {
        reminderId,
        sessionId: null,
        state: 'pending',
        firstSendAt: null,
        leaseToken: null,
        redrivenAt: null,
        dueAt: { lt: latest.dueAt },
      },
      data: { state: 'skipped', lastCode: 'newer' },
    });
  await tx.delivery.createMany({
    data: fresh.map(({ key, dueAt, state }) => ({
      clubId,
      reminderId,
      occurrenceKey: key,
      dueAt,
      state,
      availableAt: dueAt,
      lastCode: state === 'skipped' ? 'missed' : null,
    })),
  });
}

/** Moves a reminder whose rule cannot be read out of the way for a while. */
export async function postponeReminder(db: Db, reminder: DueReminder, until: Date): Promise<void> {
  await db.reminder.updateMany({
    where: { id: reminder.id, version: reminder.version },
    data: { nextDueAt: until, version: { increment: 1 } },
  });
}

/** What is due after a session, as a row to be stored with it: once per reminder and session. */
export function followUp(
  sessionId: string,
  reminder: { readonly id: string; readonly clubId: string },
  dueAt: Date,
) {
  return {
    clubId: reminder.clubId,
    reminderId: reminder.id,
    occurrenceKey: `session:${sessionId}`,
    dueAt,
    availableAt: dueAt,
    state: 'pending',
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
