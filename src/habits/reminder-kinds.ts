import type { App } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import { type Athlete, findAthleteById } from '../athletes/store.ts';
import { isQuiet } from '../clubs/rules.ts';
import { type Club, findClub } from '../clubs/store.ts';
import type { Composed, DeliveryKind, DueDelivery } from '../deliveries/kind.ts';
import { isLate } from '../reminders/rules.ts';
import { findReminder } from '../reminders/store.ts';
import { findSession, hadHabit } from '../sessions/store.ts';
import { localDate, localTime } from '../time/local.ts';
import { publicNudge, type ReminderFacts, reminderMessage, type SetPreview } from './messages.ts';
import { isMarked } from './store.ts';

/**
 * What stands against a nudge: nothing; something that hurts, so that it comes without exercises; or so much that it
 * is called off, for the reason given.
 */
export type Restraint = 'none' | 'gentle' | { readonly cancel: string };

/** What the features above know against nudging an athlete about a habit on these local days. */
export type Objection = (
  owner: { readonly clubId: string; readonly athleteId: string },
  habit: 'core' | 'stretch',
  days: readonly string[],
) => Promise<Restraint>;

/** Today's set of an athlete, which the features above choose; null: no exercises today. */
export type Preview = (
  whose: { readonly athlete: Athlete; readonly club: Club },
  habit: 'core' | 'stretch',
  now: Date,
) => Promise<SetPreview | null>;

/** What the features above know that a reminder depends on. */
export interface FromAbove {
  readonly objection: Objection;
  readonly preview: Preview;
}

/** From here on a reminder says that it is late, in minutes. */
const NOTICEABLY_LATE = 5;

/** Core work: up to 3 hours late, called off when it is done, in quiet hours when late, and on an objection. */
export function coreKind(app: App, above: FromAbove): DeliveryKind {
  return {
    name: 'core',
    graceMinutes: 180,
    compose: (delivery, now) => compose(app, delivery, now, 'core', above),
  };
}

/** Stretching after a session: up to 2 hours late, called off when the day is stretched or the session taken back. */
export function stretchKind(app: App, above: FromAbove): DeliveryKind {
  return {
    name: 'stretch',
    graceMinutes: 120,
    async compose(delivery, now) {
      const { clubId, athleteId, sessionId } = delivery;
      if (athleteId === null || sessionId === null) return { cancel: 'no session' };
      const owner = { clubId, athleteId };
      const session = await findSession(app.database.db, owner, sessionId);
      if (session === null) return { cancel: 'session taken back' };
      if (await hadHabit(app.database.db, owner, 'stretch', session.localDate)) {
        return { cancel: 'done already' };
      }
      return await compose(app, delivery, now, 'stretch', above, session.localDate);
    },
  };
}

async function compose(
  app: App,
  delivery: DueDelivery,
  now: Date,
  habit: 'core' | 'stretch',
  { objection, preview }: FromAbove,
  trainedOn?: string,
): Promise<Composed> {
  const { db } = app.database;
  const { clubId, athleteId, dueAt } = delivery;
  const club = await findClub(db, clubId);
  const athlete = athleteId === null ? null : await findAthleteById(db, clubId, athleteId);
  const reminder = await findReminder(db, clubId, delivery.reminderId);
  if (club === null || athlete === null || reminder === null) return { cancel: 'gone' };
  const owner = { clubId, athleteId: athlete.id };
  const zone = zoneOf(athlete, club);
  const day = localDate(dueAt, zone);
  if (
    habit === 'core' &&
    ((await isMarked(db, owner, habit, day)) || (await hadHabit(db, owner, habit, day)))
  ) {
    return { cancel: 'done already' };
  }
  const restraint = await objection(owner, habit, [...new Set([trainedOn ?? day, day])]);
  if (typeof restraint === 'object') return restraint;
  const delay = (now.getTime() - dueAt.getTime()) / 60_000;
  const time = localTime(now, zone);
  const wasQuiet = isQuiet(localTime(dueAt, zone), club);
  if (delay > NOTICEABLY_LATE && !wasQuiet && isQuiet(time, club)) {
    return { cancel: 'quiet hours' };
  }
  const { to } = reminder;
  const facts: ReminderFacts = {
    deliveryId: delivery.id,
    userId: athlete.userId,
    habit,
    inChannel: to.target === 'channel',
    isLate: isLate(time),
    wasDueAt: delay > NOTICEABLY_LATE ? localTime(dueAt, zone) : null,
    set: restraint === 'gentle' ? null : await preview({ athlete, club }, habit, now),
  };
  const send = reminderMessage(facts);
  if (to.target === 'channel') return { send, to: { kind: 'channel', channelId: to.channelId } };
  const fallback =
    club.reminderChannelId === null ? null : { channelId: club.reminderChannelId, body: publicNudge(facts) };
  return { send, to: { kind: 'direct', userId: athlete.userId, fallback } };
}
