import type { App } from '../app.ts';
import { type Athlete, setWantsDirect } from '../athletes/store.ts';
import type { Db } from '../db/database.ts';
import { UserError } from '../faults.ts';
import { firstDue } from './schedule.ts';
import { deleteReminder, findReminder, listReminders, type Reminder } from './store.ts';

/** A reminder with its next occurrence; null: after the next session. */
export interface ReminderLine {
  readonly reminder: Reminder;
  readonly next: Date | null;
}

/** This athlete's reminders, the oldest first. */
export async function showReminders(app: App, athlete: Athlete, now: Date): Promise<ReminderLine[]> {
  const reminders = await listReminders(app.database.db, athlete.clubId, athlete.id);
  return reminders.map((reminder) => ({
    reminder,
    next: firstDue(reminder, now),
  }));
}

/**
 * Deletes one of this athlete's reminders and what it still had to send; without the last direct one, direct messages
 * are no longer wanted. Throws `stale` when it is gone already.
 */
export async function removeReminder(app: App, athlete: Athlete, id: string): Promise<Reminder> {
  return await app.database.transaction(async (tx) => {
    const reminder = await findReminder(tx, athlete.clubId, id);
    if (reminder === null || !(await deleteReminder(tx, athlete.clubId, athlete.id, id))) {
      throw new UserError({ code: 'stale' });
    }
    if (reminder.to.target === 'direct') await noteDirectLeft(tx, athlete);
    return reminder;
  });
}

/** After a direct reminder went: whether direct messages are wanted still. */
export async function noteDirectLeft(tx: Db, athlete: Athlete): Promise<void> {
  const left = await listReminders(tx, athlete.clubId, athlete.id);
  const wantsDirect = left.some(({ to }) => to.target === 'direct');
  await setWantsDirect(tx, athlete.clubId, athlete.id, wantsDirect);
}
