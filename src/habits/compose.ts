/** What the reminders of all habits have in common: whose they are, when they keep quiet, where they go. */
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { App } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import { type Athlete, findAthleteById } from '../athletes/store.ts';
import { isQuiet } from '../clubs/rules.ts';
import { type Club, findClub } from '../clubs/store.ts';
import type { Composed, DueDelivery, Shared } from '../deliveries/kind.ts';
import { isNoticeablyLate } from '../reminders/rules.ts';
import { findReminder, type Reminder } from '../reminders/store.ts';
import { localDate, localTime } from '../time/local.ts';

/** A delivery that is about to be sent, with all that it depends on. */
export interface Due {
  readonly owner: { readonly clubId: string; readonly athleteId: string };
  readonly athlete: Athlete;
  readonly club: Club;
  readonly reminder: Reminder;
  /** Local day for which it was due. */
  readonly day: string;
  /** Wall time now. */
  readonly time: string;
  /** Wall time at which it was due, when it comes noticeably later; null: on time. */
  readonly wasDueAt: string | null;
  /** It comes late, and into quiet hours that it was not made for. */
  readonly isUnquiet: boolean;
}

/** Reads what a delivery depends on; null: its club, athlete or reminder is gone. */
export async function readDue(app: App, delivery: DueDelivery, now: Date): Promise<Due | null> {
  const { db } = app.database;
  const { clubId, athleteId, dueAt } = delivery;
  const club = await findClub(db, clubId);
  const athlete = athleteId === null ? null : await findAthleteById(db, clubId, athleteId);
  const reminder = await findReminder(db, clubId, delivery.reminderId);
  if (club === null || athlete === null || reminder === null) return null;
  const zone = zoneOf(athlete, club);
  const isLate = isNoticeablyLate(dueAt, now);
  const [time, dueTime] = [localTime(now, zone), localTime(dueAt, zone)];
  return {
    ...{ owner: { clubId, athleteId: athlete.id }, athlete, club, reminder, time },
    day: localDate(dueAt, zone),
    wasDueAt: isLate ? dueTime : null,
    isUnquiet: isLate && !isQuiet(dueTime, club) && isQuiet(time, club),
  };
}

/**
 * Sends a message where the reminder goes; `say` words it for these people. In a channel it is shared with others who
 * are due for the same; `nudge` waits in the club's channel for closed direct messages.
 */
export function addressed(
  { athlete, club, reminder: { to } }: Due,
  deliveryId: string,
  say: Shared['body'],
  nudge: RESTPostAPIChannelMessageJSONBody,
): Composed {
  const send = say([athlete.userId], deliveryId);
  if (to.target === 'channel') {
    const shared = { userId: athlete.userId, body: say };
    return { send, to: { kind: 'channel', channelId: to.channelId, shared } };
  }
  const { reminderChannelId: channelId } = club;
  const fallback = channelId === null ? null : { channelId, body: nudge };
  return { send, to: { kind: 'direct', userId: athlete.userId, fallback } };
}
