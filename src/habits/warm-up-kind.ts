import type { App } from '../app.ts';
import type { Composed, DeliveryKind, DueDelivery } from '../deliveries/kind.ts';
import { asksWarmup } from '../sessions/rules.ts';
import { listRecentSessions } from '../sessions/store.ts';
import type { SessionType } from '../sessions/types.ts';
import { addressed, readDue } from './compose.ts';
import { composeForRole } from './role-reminder.ts';
import type { FromAbove } from './types.ts';
import { warmUpMessage, warmUpNudge } from './warm-up-messages.ts';

/**
 * Warming up before training (handbook §6): up to an hour late, called off when a session that takes a warm-up is
 * logged already for the day, in quiet hours when late, and on an objection. Massage in the morning calls nothing off.
 */
export function warmUpKind(app: App, above: FromAbove): DeliveryKind {
  return {
    name: 'warm-up',
    graceMinutes: 60,
    isShared: true,
    compose: (delivery, now) =>
      delivery.athleteId === null
        ? composeForRole(app, delivery, now, 'warm-up')
        : compose(app, delivery, now, above),
  };
}

async function compose(
  app: App,
  delivery: DueDelivery,
  now: Date,
  { objection, warmUp }: FromAbove,
): Promise<Composed> {
  const due = await readDue(app, delivery, now);
  if (due === null) return { cancel: 'gone' };
  const { owner, athlete, club, reminder, day, wasDueAt } = due;
  const trained = await listRecentSessions(app.database.db, owner, day, day);
  if (trained.some(({ type }) => asksWarmup(type as SessionType))) return { cancel: 'trained already' };
  const restraint = await objection(owner, 'warm-up', [day]);
  if (typeof restraint === 'object') return restraint;
  if (due.isUnquiet) return { cancel: 'quiet hours' };
  const suiting = await warmUp({ athlete, club }, now);
  const facts = {
    wasDueAt,
    inChannel: reminder.to.target === 'channel',
    warmUp: suiting === 'walk' || restraint === 'none' ? suiting : restraint,
  };
  return addressed(
    due,
    delivery.id,
    (userIds, deliveryId) => warmUpMessage({ ...facts, userIds, deliveryId }),
    warmUpNudge({ deliveryId: delivery.id, userId: athlete.userId }),
  );
}
