// Turning reminders that are due into deliveries, all or nothing.
import type { Database, Db } from '../db/database.ts';
import { type CatchUp, groupKeyFor } from './rules.ts';
import type { DueReminder } from './store.ts';

/** A reminder that is due, what becomes of it, and whether it shares messages. */
export interface Planned {
  readonly reminder: DueReminder;
  readonly plan: CatchUp;
  readonly isShared: boolean;
}

/**
 * Turns due occurrences into deliveries and moves the reminders on, all or nothing. An occurrence that is there
 * already stays as it is; an unsent older one gives way to a newer. Nothing is done about a reminder that somebody
 * changed since it was read; gives the others.
 */
export async function materialise(
  database: Database,
  planned: readonly Planned[],
  beforeCommit?: () => Promise<void>,
): Promise<Planned[]> {
  return database.transaction(async (tx) => {
    const unchanged: Planned[] = [];
    for (const each of planned) {
      const { id, version } = each.reminder;
      const { count } = await tx.reminder.updateMany({
        where: { id, version },
        data: { nextDueAt: each.plan.nextDueAt, pausedUntil: null, version: { increment: 1 } },
      });
      if (count > 0) unchanged.push(each);
    }
    await insertOccurrences(tx, unchanged);
    if (unchanged.length > 0) await beforeCommit?.();
    return unchanged;
  });
}

async function insertOccurrences(tx: Db, planned: readonly Planned[]): Promise<void> {
  const rows = planned.flatMap(rowsOf);
  if (rows.length === 0) return;
  const known = await tx.delivery.findMany({
    where: {
      reminderId: { in: planned.map(({ reminder }) => reminder.id) },
      occurrenceKey: { in: [...new Set(rows.map(({ occurrenceKey }) => occurrenceKey))] },
    },
    select: { reminderId: true, occurrenceKey: true },
  });
  const names = new Set(known.map(({ reminderId, occurrenceKey }) => `${reminderId} ${occurrenceKey}`));
  const fresh = rows.filter(({ reminderId, occurrenceKey }) => !names.has(`${reminderId} ${occurrenceKey}`));
  const latest = fresh.filter(({ state }) => state === 'pending');
  if (latest.length > 0)
    await tx.delivery.updateMany({
      where: {
        ...{ sessionId: null, state: 'pending', firstSendAt: null, leaseToken: null, redrivenAt: null },
        reminderId: { in: latest.map(({ reminderId }) => reminderId) },
        OR: latest.map(({ reminderId, dueAt }) => ({ reminderId, dueAt: { lt: dueAt } })),
      },
      data: { state: 'skipped', lastCode: 'newer' },
    });
  await tx.delivery.createMany({ data: fresh });
}

function rowsOf({ reminder, plan, isShared }: Planned) {
  const { id: reminderId, clubId } = reminder;
  return plan.occurrences.map(({ key, dueAt, state }) => ({
    ...{ clubId, reminderId, occurrenceKey: key, dueAt, state, availableAt: dueAt },
    lastCode: state === 'skipped' ? 'missed' : null,
    groupKey: isShared ? groupKeyFor(reminder, dueAt) : null,
  }));
}
