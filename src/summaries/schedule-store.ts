import type { Db } from '../db/database.ts';
import { listReminders, type Reminder } from '../reminders/store.ts';

/** The daily summaries, of kind `daily`, of all clubs that have no reminder of kind `weekly` yet. */
export async function listDailyWithoutWeekly(db: Db, daily: string, weekly: string): Promise<Reminder[]> {
  const clubs = await db.reminder.findMany({
    where: { kind: daily, athleteId: null, club: { reminders: { none: { kind: weekly } } } },
    select: { clubId: true },
  });
  const found: Reminder[] = [];
  for (const { clubId } of clubs) found.push(...(await listReminders(db, clubId, null)));
  return found.filter(({ kind }) => kind === daily);
}
