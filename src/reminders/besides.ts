/** What stays beside a new reminder: who adds core work at 18:30 may have meant to move that of 18:00. */
import type { Db } from '../db/database.ts';
import { isSpent } from './schedule.ts';
import { listReminders, type NewReminder, type Reminder } from './store.ts';

/** An athlete's other reminders for the same habit, still to come; of own words none, which are all different. */
export async function findBesides(db: Db, wanted: NewReminder, now: Date): Promise<readonly Reminder[]> {
  const { clubId, athleteId, kind } = wanted;
  if (athleteId === null || kind === 'own') return [];
  const present = await listReminders(db, clubId, athleteId);
  return present.filter((other) => other.kind === kind && !isSpent(other, now));
}
