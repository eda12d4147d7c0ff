import type { App } from '../app.ts';
import type { Db } from '../db/database.ts';
import { callOff } from '../deliveries/put-off-store.ts';
import { UserError } from '../faults.ts';
import { findReminderOf } from '../reminders/store.ts';
import { type DeliveredReminder, findDelivered } from './store.ts';

/** An own reminder as it came: its words, whom it is for, and whether a channel saw it. */
export interface OwnReminder {
  readonly text: string;
  readonly userIds: readonly string[];
  readonly inChannel: boolean;
}

interface OwnRead extends OwnReminder {
  /** Its message is for several. */
  readonly isShared: boolean;
  readonly delivered: DeliveredReminder;
}

/**
 * The words behind a press on an own reminder, by direct message or in a channel. Throws `stale` when it is gone,
 * `not-yours` for another person.
 */
export async function readOwnReminder(app: App, deliveryId: string, userId: string): Promise<OwnRead> {
  return await read(app.database.db, deliveryId, userId);
}

/** The same on "Got it": what was put off from it is called off. Throws like `readOwnReminder`. */
export async function noteGotIt(app: App, deliveryId: string, userId: string): Promise<OwnRead> {
  return await app.database.transaction(async (tx) => {
    const own = await read(tx, deliveryId, userId);
    await callOff(tx, own.delivered, { putOffFrom: own.delivered.id }, 'done already');
    return own;
  });
}

async function read(db: Db, deliveryId: string, userId: string): Promise<OwnRead> {
  const delivered = await findDelivered(db, deliveryId, userId);
  if (delivered === null) throw new UserError({ code: 'stale' });
  if (delivered.userId !== userId) throw new UserError({ code: 'not-yours' });
  const reminder = await findReminderOf(db, delivered.clubId, deliveryId);
  if (reminder === null || reminder.text === null) throw new UserError({ code: 'stale' });
  const inChannel = reminder.to.target === 'channel';
  return { text: reminder.text, userIds: [userId], inChannel, isShared: delivered.isShared, delivered };
}
