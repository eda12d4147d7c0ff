/** The reminders that come with a club: made on joining, moved when the club's zone moves. */

import { zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import type { Club } from '../clubs/store.ts';
import type { Db } from '../db/database.ts';
import { ECHO_USUAL } from './rules.ts';
import { firstDue } from './schedule.ts';
import {
  addReminder,
  changeReminder,
  deleteReminder,
  listReminders,
  listRemindersInClubZone,
  type Schedule,
} from './store.ts';

/**
 * On joining with the tick, and when it is ticked later: core work, stretching and the morning question by direct
 * message at the club's times, where the athlete has none yet. When the tick is taken away, the direct ones go; a tick that stays as it was
 * changes nothing. A new zone moves the weekly ones.
 */
export async function applyUsualReminders(
  tx: Db,
  club: Club,
  athlete: Athlete,
  now: Date,
  before: Athlete | null,
): Promise<void> {
  const present = await listReminders(tx, club.id, athlete.id);
  const zone = zoneOf(athlete, club);
  const isUnticked = before?.wantsDirect === true && !athlete.wantsDirect;
  for (const reminder of present) {
    if (isUnticked && reminder.to.target === 'direct') {
      await deleteReminder(tx, club.id, athlete.id, reminder.id);
    } else if (reminder.zone !== zone) {
      await changeReminder(tx, reminder.id, {
        ...reminder,
        zone,
        nextDueAt: firstDue({ ...reminder, zone }, now),
      });
    }
  }
  if (!athlete.wantsDirect || before?.wantsDirect === true) return;
  const usual: { kind: string; schedule: Schedule }[] = [
    { kind: 'core', schedule: { every: 'week', days: club.coreDays, time: club.coreTime } },
    { kind: 'stretch', schedule: { every: 'session', afterMinutes: club.stretchAfterMinutes } },
    { kind: 'echo', schedule: { every: 'week', ...ECHO_USUAL } },
  ];
  for (const { kind, schedule } of usual) {
    if (present.some((reminder) => reminder.kind === kind)) continue;
    const nextDueAt = firstDue({ schedule, zone, pausedUntil: null }, now);
    const to = { target: 'direct', channelId: null } as const;
    await addReminder(
      tx,
      { clubId: club.id, athleteId: athlete.id, kind, schedule, zone, to, nextDueAt },
      now,
    );
  }
}

/** After the club's zone changed: weekly reminders of members without a zone of their own move with it. */
export async function moveRemindersWithClub(tx: Db, club: Club, now: Date): Promise<void> {
  for (const reminder of await listRemindersInClubZone(tx, club.id)) {
    if (reminder.zone === club.zone) continue;
    const nextDueAt = firstDue({ ...reminder, zone: club.zone }, now);
    await changeReminder(tx, reminder.id, { ...reminder, zone: club.zone, nextDueAt });
  }
}
