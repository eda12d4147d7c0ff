import type { App } from '../app.ts';
import { markDone } from '../habits/mark-done.ts';
import { closeSet } from './finish-set.ts';
import type { Menu } from './menu.ts';
import { type ExerciseSet, findSetOfDay } from './store.ts';

/** What Done on a reminder came to: the habit, and the set that was done with it; null: there was none. */
export interface FinishedReminder {
  readonly habit: Menu;
  readonly set: ExerciseSet | null;
  /** The reminder's message is for several, so it stays as it is for the others. */
  readonly isShared: boolean;
}

/**
 * Done on a reminder: notes the habit, and finishes the set that was given for that day in the same instant, so that
 * both are one entry. A set that was asked for afterwards, or left out, stays as it is. A second press changes nothing.
 * Throws `stale` when the reminder is gone, `not-yours` for another person.
 */
export async function finishReminded(
  app: App,
  deliveryId: string,
  userId: string,
  interactionId: string,
  now: Date,
): Promise<FinishedReminder> {
  const press = { deliveryId, userId, interactionId, now };
  return await markDone(app, press, async (tx, { owner, habit, day, isNew, isShared }) => {
    const set = await findSetOfDay(tx, owner, habit, day);
    if (set === null || set.exercises.length === 0) return { habit, isShared, set: null };
    if (set.state === 'given' && isNew) return { habit, isShared, set: await closeSet(tx, set, now) };
    return { habit, isShared, set: set.state === 'done' ? set : null };
  });
}
