import type { App } from '../app.ts';
import type { Objection } from '../habits/types.ts';
import { listOpenFlags } from './screen-store.ts';
import { listLightsOfDay } from './store.ts';

/** Says nothing about anybody's health: it stands beside the delivery, and in the log. */
const HELD_BACK = { cancel: 'held back' } as const;

/**
 * What pain has against a nudge: an open warning sign blocks all training advice until a clinician has reviewed it
 * (handbook §2), nobody is asked for core work or a warm-up on a day that was red (handbook, Never 4), and after any
 * light but green a nudge prescribes nothing.
 */
export function painObjection(app: App): Objection {
  return async (owner, habit, days) => {
    const { db } = app.database;
    if ((await listOpenFlags(db, owner)).length > 0) return HELD_BACK;
    const lights = (await Promise.all(days.map((day) => listLightsOfDay(db, owner, day)))).flat();
    if (lights.every((light) => light === 'green')) return 'none';
    if (habit === 'stretch' || lights.every((light) => light === 'amber' || light === 'green'))
      return 'gentle';
    return HELD_BACK;
  };
}
