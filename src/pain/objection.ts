import type { App } from '../app.ts';
import type { Nudged, Objection, Restraint } from '../habits/types.ts';
import { listOpenFlags } from './screen-store.ts';
import { listLightsOfDay } from './store.ts';
import type { Light } from './types.ts';

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
    return restraintOf(habit, { isFlagged: false, lights });
  };
}

/** The same for whoever has read already whether a warning sign is open, and the lights of the days. */
export function restraintOf(
  habit: Nudged,
  { isFlagged, lights }: { readonly isFlagged: boolean; readonly lights: readonly Light[] },
): Restraint {
  if (isFlagged) return HELD_BACK;
  if (lights.every((light) => light === 'green')) return 'none';
  if (habit === 'stretch' || lights.every((light) => light === 'amber' || light === 'green')) return 'gentle';
  return HELD_BACK;
}
