import type { App } from '../app.ts';
import type { Composed, DeliveryKind, DueDelivery } from '../deliveries/kind.ts';
import { TEST_KEY } from '../reminders/test-store.ts';
import { addressed, readDue } from './compose.ts';
import { ownMessage, ownNudge } from './own-messages.ts';
import { composeForRole } from './role-reminder.ts';

/** "Pack the spikes" is of use for a while after its time. */
const GRACE_MINUTES = 360;

/**
 * A reminder in the athlete's own words: up to 6 hours late, called off in quiet hours when late. Nothing about pain
 * holds it back: it asks for no training but what its athlete wrote.
 */
export function ownKind(app: App): DeliveryKind {
  return {
    name: 'own',
    graceMinutes: GRACE_MINUTES,
    isShared: true,
    compose: (delivery, now) => compose(app, delivery, now),
  };
}

async function compose(app: App, delivery: DueDelivery, now: Date): Promise<Composed> {
  if (delivery.athleteId === null) return await composeForRole(app, delivery, now, 'own');
  const due = await readDue(app, delivery, now);
  const text = due?.reminder.text ?? null;
  if (due === null || text === null) return { cancel: 'gone' };
  if (due.isUnquiet) return { cancel: 'quiet hours' };
  const { athlete, reminder, wasDueAt } = due;
  const inChannel = reminder.to.target === 'channel';
  const isTest = delivery.occurrenceKey.startsWith(TEST_KEY);
  const say = (userIds: readonly string[], deliveryId: string) =>
    ownMessage({ deliveryId, userIds, inChannel, wasDueAt, text, isTest });
  const nudge = ownNudge({ deliveryId: delivery.id, userId: athlete.userId });
  return addressed(due, delivery.id, say, nudge);
}
