import type { App } from '../app.ts';
import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { callOff } from '../deliveries/put-off-store.ts';
import { UserError } from '../faults.ts';
import { findSession, hadHabit, updateSession } from '../sessions/store.ts';
import { localDate } from '../time/local.ts';
import { findDelivered, markHabit } from './store.ts';

/** A press of Done on a reminder. */
export interface DonePress {
  readonly deliveryId: string;
  readonly userId: string;
  readonly interactionId: string;
  readonly now: Date;
}

/** A habit that is done: whose, on which local day, and whether this press noted it or something before. */
export interface DoneHabit {
  readonly owner: { readonly clubId: string; readonly athleteId: string };
  readonly habit: 'core' | 'stretch';
  readonly day: string;
  readonly isNew: boolean;
  /** The reminder's message is for several. */
  readonly isShared: boolean;
}

/**
 * Notes the habit of a reminder as done, on the day that the reminder was for, and for stretching on its session, and
 * calls it off if it was put off; `also` does what belongs to it in the same transaction. A second press changes
 * nothing. Throws `not-yours` for another person, `stale` when the reminder is gone or asks for nothing that can be done
 * with a press.
 */
export async function markDone<T>(
  app: App,
  press: DonePress,
  also: (tx: Db, done: DoneHabit) => Promise<T>,
): Promise<T> {
  const markAll = () => app.database.transaction(async (tx) => await also(tx, await mark(tx, press)));
  try {
    return await markAll();
  } catch (error) {
    // Two presses at once: one of them has noted it.
    if (!isDuplicate(error)) throw error;
    return await markAll();
  }
}

async function mark(tx: Db, { deliveryId, userId, interactionId, now }: DonePress): Promise<DoneHabit> {
  const delivered = await findDelivered(tx, deliveryId, userId);
  if (delivered === null) throw new UserError({ code: 'stale' });
  if (delivered.userId !== userId) throw new UserError({ code: 'not-yours' });
  const { clubId, athleteId, kind: habit, sessionId, dueAt, zone, isShared } = delivered;
  if (habit !== 'core' && habit !== 'stretch') throw new UserError({ code: 'stale' });
  const owner = { clubId, athleteId };
  await callOff(tx, delivered, { putOffFrom: delivered.id }, 'done already');
  if (sessionId !== null) {
    const session = await findSession(tx, owner, sessionId);
    if (session === null) throw new UserError({ code: 'stale' });
    const isNew = session.stretch !== 'yes';
    if (isNew) await updateSession(tx, owner, sessionId, { stretch: 'yes', stretchAt: now }, now);
    return { owner, habit, day: session.localDate, isNew, isShared };
  }
  const day = localDate(dueAt, zone);
  const isNew =
    !(await hadHabit(tx, owner, habit, day)) &&
    (await markHabit(tx, { ...owner, habit, localDate: day, interactionId, markedAt: now }));
  return { owner, habit, day, isNew, isShared };
}
