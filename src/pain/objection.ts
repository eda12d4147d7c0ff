import type { App } from '../app.ts';
import type { Objection } from '../habits/reminder-kinds.ts';
import { listLightsOfDay, listOpenFlags } from './store.ts';

/** Says nothing about anybody's health: it stands beside the delivery, and in the log. */
const HELD_BACK = 'held back';

/**
 * What pain has against a nudge: an open warning sign blocks all training advice until a clinician has reviewed it
 * (handbook §2), and nobody is asked for core work on a day that was red (handbook, Never 4).
 */
export function painObjection(app: App): Objection {
  return async (owner, habit, localDate) => {
    if ((await listOpenFlags(app.database.db, owner)).length > 0) return HELD_BACK;
    if (habit === 'stretch') return null;
    const lights = await listLightsOfDay(app.database.db, owner, localDate);
    return lights.every((light) => light === 'amber' || light === 'green') ? null : HELD_BACK;
  };
}
