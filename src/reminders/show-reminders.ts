import type { App } from '../app.ts';
import type { Athlete } from '../athletes/store.ts';
import { UserError } from '../faults.ts';
import { nextTimes } from './schedule.ts';
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
    next: nextTimes(reminder.schedule, reminder.zone, now, 1)[0] ?? null,
  }));
}

/** Deletes one of this athlete's reminders and what it still had to send. Throws `stale` when it is gone already. */
export async function removeReminder(app: App, athlete: Athlete, id: string): Promise<Reminder> {
  return await app.database.transaction(async (tx) => {
    const reminder = await findReminder(tx, athlete.clubId, id);
    if (reminder === null || !(await deleteReminder(tx, athlete.clubId, athlete.id, id))) {
      throw new UserError({ code: 'stale' });
    }
    return reminder;
  });
}
