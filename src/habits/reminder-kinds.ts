import type { App } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Composed, DeliveryKind, DueDelivery } from '../deliveries/kind.ts';
import { dueBeforePutOff } from '../deliveries/put-off-store.ts';
import { isLate } from '../reminders/rules.ts';
import { findSession, hadHabit } from '../sessions/store.ts';
import { addressed, readDue } from './compose.ts';
import { isDoneSince } from './done-since.ts';
import { publicNudge, type ReminderFacts, reminderMessage } from './messages.ts';
import { composeForRole } from './role-reminder.ts';
import type { FromAbove } from './types.ts';

/** Core work: up to 3 hours late, called off when it is done, in quiet hours when late, and on an objection. */
export function coreKind(app: App, above: FromAbove): DeliveryKind {
  return {
    name: 'core',
    graceMinutes: 180,
    isShared: true,
    compose: (delivery, now) =>
      delivery.athleteId === null
        ? composeForRole(app, delivery, now, 'core')
        : compose(app, delivery, now, 'core', above),
  };
}

/** Stretching after a session: up to 2 hours late, called off when the day is stretched or the session taken back. */
export function stretchKind(app: App, above: FromAbove): DeliveryKind {
  return {
    name: 'stretch',
    graceMinutes: 120,
    isShared: true,
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
  const due = await readDue(app, delivery, now);
  if (due === null) return { cancel: 'gone' };
  const { owner, athlete, club, reminder, day, time, wasDueAt } = due;
  if (habit === 'core') {
    const since = (await dueBeforePutOff(db, club.id, delivery.occurrenceKey)) ?? delivery.dueAt;
    if (await isDoneSince(db, owner, since, delivery.dueAt, zoneOf(athlete, club)))
      return { cancel: 'done already' };
  }
  const restraint = await objection(owner, habit, [...new Set([trainedOn ?? day, day])]);
  if (typeof restraint === 'object') return restraint;
  if (due.isUnquiet) return { cancel: 'quiet hours' };
  const inChannel = reminder.to.target === 'channel';
  const facts: Omit<ReminderFacts, 'deliveryId' | 'userIds'> = {
    habit,
    inChannel,
    isLate: isLate(time),
    wasDueAt,
    set: inChannel || restraint === 'gentle' ? null : await preview({ athlete, club }, habit, now),
  };
  return addressed(
    due,
    delivery.id,
    (userIds, deliveryId) => reminderMessage({ ...facts, userIds, deliveryId }),
    publicNudge({ habit, deliveryId: delivery.id, userId: athlete.userId }),
  );
}
