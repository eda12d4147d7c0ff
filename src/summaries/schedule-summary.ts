import { setupGaps } from '../clubs/rules.ts';
import type { Club } from '../clubs/store.ts';
import type { Db } from '../db/database.ts';
import { firstDue } from '../reminders/schedule.ts';
import { addReminder, changeReminder, listReminders, type Schedule } from '../reminders/store.ts';
import { WEEKDAYS } from '../time/local.ts';

/** The reminder kind of the daily summary. */
export const SUMMARY_KIND = 'summary';

/** After a club changed: its daily summary comes at its time, in its zone. A club that is not on has none yet. */
export async function scheduleSummary(tx: Db, club: Club, now: Date): Promise<void> {
  if (club.summaryChannelId === null || setupGaps(club).length > 0) return;
  const schedule: Schedule = { every: 'week', days: WEEKDAYS.join(','), time: club.summaryTime };
  const wanted = {
    clubId: club.id,
    athleteId: null,
    kind: SUMMARY_KIND,
    schedule,
    zone: club.zone,
    to: { target: 'channel', channelId: club.summaryChannelId } as const,
    nextDueAt: firstDue({ schedule, zone: club.zone, pausedUntil: null }, now),
  };
  const present = (await listReminders(tx, club.id, null)).find(({ kind }) => kind === SUMMARY_KIND);
  if (present === undefined) await addReminder(tx, wanted, now);
  else if (
    JSON.stringify([present.schedule, present.zone, present.to]) !==
    JSON.stringify([wanted.schedule, wanted.zone, wanted.to])
  ) {
    await changeReminder(tx, present.id, wanted);
  }
}
