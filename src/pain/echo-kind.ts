import type { App } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import { findAthleteById } from '../athletes/store.ts';
import { isQuiet } from '../clubs/rules.ts';
import { findClub } from '../clubs/store.ts';
import type { Composed, DeliveryKind, DueDelivery } from '../deliveries/kind.ts';
import { findReminder } from '../reminders/store.ts';
import { localDate, localTime } from '../time/local.ts';
import { morningQuestions } from './morning-echo.ts';
import { echoMessage, echoNudge } from './morning-messages.ts';

/** A question about this morning is worth asking until about noon. */
const GRACE_MINUTES = 240;

/** From here on it is late, and keeps out of quiet hours, in minutes. */
const NOTICEABLY_LATE = 5;

/**
 * The morning question: sent only after a painful day, and not when this morning has been reported already. The words
 * of a cancellation say nothing about anybody's health: they stand beside the delivery.
 */
export function echoKind(app: App): DeliveryKind {
  return {
    name: 'echo',
    graceMinutes: GRACE_MINUTES,
    compose: (delivery, now) => compose(app, delivery, now),
  };
}

async function compose(app: App, delivery: DueDelivery, now: Date): Promise<Composed> {
  const { db } = app.database;
  const { id, clubId, athleteId, dueAt } = delivery;
  const club = await findClub(db, clubId);
  const athlete = athleteId === null ? null : await findAthleteById(db, clubId, athleteId);
  const reminder = await findReminder(db, clubId, delivery.reminderId);
  if (club === null || athlete === null || reminder === null) return { cancel: 'gone' };
  const zone = zoneOf(athlete, club);
  if (localDate(dueAt, zone) !== localDate(now, zone)) return { cancel: 'nothing to ask' };
  const isLate = now.getTime() - dueAt.getTime() > NOTICEABLY_LATE * 60_000;
  if (isLate && !isQuiet(localTime(dueAt, zone), club) && isQuiet(localTime(now, zone), club))
    return { cancel: 'quiet hours' };
  const questions = await morningQuestions({ app, club, athlete, now });
  if (questions.length === 0) return { cancel: 'nothing to ask' };
  const { to } = reminder;
  if (to.target === 'channel') {
    const send = echoNudge(id, athlete.userId, false);
    return { send, to: { kind: 'channel', channelId: to.channelId } };
  }
  const { reminderChannelId: channelId } = club;
  const fallback = channelId === null ? null : { channelId, body: echoNudge(id, athlete.userId, true) };
  return { send: echoMessage(questions, id), to: { kind: 'direct', userId: athlete.userId, fallback } };
}
