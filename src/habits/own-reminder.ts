import type { App } from '../app.ts';
import { UserError } from '../faults.ts';
import { findReminderOf } from '../reminders/store.ts';
import { findDelivered } from './store.ts';

/** An own reminder as it came: its words, whom it is for, and whether a channel saw it. */
export interface OwnReminder {
  readonly text: string;
  readonly userIds: readonly string[];
  readonly inChannel: boolean;
}

/**
 * The words behind a press on an own reminder, by direct message or in a channel. Throws `stale` when it is gone,
 * `not-yours` for another person.
 */
export async function readOwnReminder(
  app: App,
  deliveryId: string,
  userId: string,
): Promise<OwnReminder & { readonly isShared: boolean }> {
  const { db } = app.database;
  const delivered = await findDelivered(db, deliveryId, userId);
  if (delivered === null) throw new UserError({ code: 'stale' });
  if (delivered.userId !== userId) throw new UserError({ code: 'not-yours' });
  const reminder = await findReminderOf(db, delivered.clubId, deliveryId);
  if (reminder === null || reminder.text === null) throw new UserError({ code: 'stale' });
  const inChannel = reminder.to.target === 'channel';
  return { text: reminder.text, userIds: [userId], inChannel, isShared: delivered.isShared };
}
