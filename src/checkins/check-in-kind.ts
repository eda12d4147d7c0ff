import type { App } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Composed, DeliveryKind, DueDelivery } from '../deliveries/kind.ts';
import { addressed, readDue } from '../habits/compose.ts';
import { composeForRole } from '../habits/role-reminder.ts';
import { localDate } from '../time/local.ts';
import { checkInMessage, checkInNudge } from './reminder-messages.ts';
import { findCheckIn } from './store.ts';

/** A morning's questions are worth asking for a few hours. */
const GRACE_MINUTES = 240;

/**
 * The reminder to check in: up to 4 hours late on its own day, called off when the day's check-in is in and in quiet
 * hours when late. A red day does not hold it back: it asks for no training, and what it asks is wanted then.
 */
export function checkInKind(app: App): DeliveryKind {
  return {
    name: 'check-in',
    graceMinutes: GRACE_MINUTES,
    isShared: true,
    compose: (delivery, now) => compose(app, delivery, now),
  };
}

async function compose(app: App, delivery: DueDelivery, now: Date): Promise<Composed> {
  if (delivery.athleteId === null) return await composeForRole(app, delivery, now, 'check-in');
  const due = await readDue(app, delivery, now);
  if (due === null) return { cancel: 'gone' };
  const { owner, athlete, club, reminder, day, wasDueAt } = due;
  if (localDate(now, zoneOf(athlete, club)) !== day) return { cancel: 'past day' };
  if ((await findCheckIn(app.database.db, owner, day)) !== null) return { cancel: 'done already' };
  if (due.isUnquiet) return { cancel: 'quiet hours' };
  const inChannel = reminder.to.target === 'channel';
  const say = (userIds: readonly string[], deliveryId: string) =>
    checkInMessage({ deliveryId, userIds, inChannel, wasDueAt });
  const nudge = checkInNudge({ deliveryId: delivery.id, userId: athlete.userId });
  return addressed(due, delivery.id, say, nudge);
}
