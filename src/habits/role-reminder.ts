import type { App } from '../app.ts';
import { isQuiet } from '../clubs/rules.ts';
import { findClub } from '../clubs/store.ts';
import type { Composed, DueDelivery } from '../deliveries/kind.ts';
import { isNoticeablyLate } from '../reminders/rules.ts';
import { findReminder } from '../reminders/store.ts';
import { localTime } from '../time/local.ts';
import { type RoleSubject, roleMessage } from './own-messages.ts';

/**
 * A coach's reminder to a role: in its channel, in nobody's quiet hours, mentioning that role alone. When the role was
 * deleted it comes all the same, calls nobody, and says why: its words are for those who read the channel too.
 */
export async function composeForRole(
  app: App,
  delivery: DueDelivery,
  now: Date,
  kind: RoleSubject['kind'],
): Promise<Composed> {
  const { db } = app.database;
  const club = await findClub(db, delivery.clubId);
  const reminder = await findReminder(db, delivery.clubId, delivery.reminderId);
  if (club === null || reminder === null || reminder.roleId === null) return { cancel: 'gone' };
  const { to, roleId, zone } = reminder;
  if (to.target !== 'channel') return { cancel: 'gone' };
  // Quiet hours that began after the reminder was set hold too: it calls many.
  if (isQuiet(localTime(now, zone), club)) return { cancel: 'quiet hours' };
  const isLate = isNoticeablyLate(delivery.dueAt, now);
  const wasDueAt = isLate ? localTime(delivery.dueAt, zone) : null;
  const about: RoleSubject = kind === 'own' ? { kind, text: reminder.text ?? '' } : { kind };
  const called = app.hasRole(club.id, roleId) ? roleId : null;
  const send = roleMessage({ deliveryId: delivery.id, roleId: called, about, wasDueAt });
  return { send, to: { kind: 'channel', channelId: to.channelId } };
}
