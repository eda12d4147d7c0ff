import type { App } from '../app.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { UserError } from '../faults.ts';
import { findSession, hadHabit, updateSession } from '../sessions/store.ts';
import { localDate } from '../time/local.ts';
import { findDelivered, markHabit } from './store.ts';

/**
 * Notes the habit of a reminder as done, and tells which: on the day that the reminder was for, and for stretching on
 * its session. A second press changes nothing. Throws `not-yours` for another person, `stale` when the reminder is gone.
 */
export async function markDone(
  app: App,
  deliveryId: string,
  userId: string,
  interactionId: string,
  now: Date,
): Promise<'core' | 'stretch'> {
  try {
    return await mark(app, deliveryId, userId, interactionId, now);
  } catch (error) {
    // Two presses at once: one of them has noted it.
    if (!isDuplicate(error)) throw error;
    return await mark(app, deliveryId, userId, interactionId, now);
  }
}

async function mark(
  app: App,
  deliveryId: string,
  userId: string,
  interactionId: string,
  now: Date,
): Promise<'core' | 'stretch'> {
  return await app.database.transaction(async (tx) => {
    const delivered = await findDelivered(tx, deliveryId);
    if (delivered === null) throw new UserError({ code: 'stale' });
    if (delivered.userId !== userId) throw new UserError({ code: 'not-yours' });
    const { clubId, athleteId, sessionId, dueAt, zone } = delivered;
    const owner = { clubId, athleteId };
    const habit = delivered.kind === 'stretch' ? 'stretch' : 'core';
    const day = localDate(dueAt, zone);
    if (sessionId !== null) {
      const session = await findSession(tx, owner, sessionId);
      if (session === null) throw new UserError({ code: 'stale' });
      if (session.stretch !== 'yes')
        await updateSession(tx, owner, sessionId, { stretch: 'yes', stretchAt: now });
      return habit;
    }
    if (!(await hadHabit(tx, owner, habit, day)))
      await markHabit(tx, { ...owner, habit, localDate: day, interactionId, markedAt: now });
    return habit;
  });
}
