/** One stretch reminder a day: it follows the session that was logged last. */
import type { AthleteContext } from '../app.ts';
import { type Owner, ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import { cancelForSession, type FollowUp, followUp } from '../deliveries/store.ts';
import { listSessionReminders, type SessionReminder } from '../reminders/store.ts';
import { localDate } from '../time/local.ts';
import {
  type FollowedSession,
  giveBackFollowUps,
  listSessionsOfDay,
  planFollowUp,
  supersedeFollowUps,
} from './stretch-store.ts';

const MS_PER_MINUTE = 60_000;

/** Whose stretch reminders are planned, and when. */
export interface StretchPlanning {
  readonly owner: Owner;
  /** IANA zone of the days. */
  readonly zone: string;
  readonly now: Date;
  /** Minutes after which a stretch reminder comes no more. */
  readonly graceMinutes: number;
}

/** An athlete's planning at this moment. */
export function stretchPlanning({ app, athlete, club, now }: AthleteContext): StretchPlanning {
  const zone = zoneOf(athlete, club);
  return { owner: ownerOf(athlete), zone, now, graceMinutes: app.graceMinutes('stretch') };
}

/**
 * Brings the stretch reminders of these local days in line with their sessions, after any change to them, or right
 * before the session `leaving` is deleted. A reminder whose time has passed is not planned, and one that has been tried
 * stays as it is; what an earlier session had to leave to a later one comes late when that one's does not come.
 */
export async function planStretching(
  tx: Db,
  { owner, zone, now, graceMinutes }: StretchPlanning,
  days: readonly string[],
  leaving?: string,
): Promise<void> {
  const reminders = await listSessionReminders(tx, owner, localDate(now, zone));
  if (reminders.length === 0) return;
  const since = new Date(now.getTime() - graceMinutes * MS_PER_MINUTE);
  for (const day of new Set(days)) {
    const sessions = (await listSessionsOfDay(tx, owner, day)).filter(({ id }) => id !== leaving);
    const followed = sessions.filter((session) => isFollowed(session, zone));
    for (const session of sessions) {
      if (!followed.includes(session)) await cancelForSession(tx, owner.clubId, session.id, 'stretch');
    }
    const last = followed.pop();
    if (last === undefined) continue;
    for (const reminder of reminders) {
      const row = followUpOf(last, reminder);
      if (row.dueAt <= now) await giveBackFollowUps(tx, last.id, row, since);
      else {
        if (followed.length > 0) await supersedeFollowUps(tx, reminder, row.dueAt);
        await planFollowUp(tx, last.id, row);
      }
    }
  }
}

/** What a reminder sends after a session. */
export function followUpOf(
  session: Pick<FollowedSession, 'id' | 'loggedAt'>,
  reminder: SessionReminder,
): FollowUp {
  const dueAt = new Date(session.loggedAt.getTime() + reminder.afterMinutes * MS_PER_MINUTE);
  return followUp(session.id, reminder, dueAt);
}

/** Logged on its own day, not stretched after yet, and not itself the stretching as mobility and regeneration are. */
export function isFollowed(
  { localDate: day, loggedAt, type, stretch }: FollowedSession,
  zone: string,
): boolean {
  return day === localDate(loggedAt, zone) && stretch !== 'yes' && type !== 'mobility' && type !== 'regen';
}
