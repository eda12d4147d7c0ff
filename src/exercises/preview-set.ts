import type { App } from '../app.ts';
import type { Preview } from '../habits/types.ts';
import { composeSet, readToday } from './give-set.ts';
import { itemsOf, minutesOfSet } from './shown-set.ts';
import { findSetOfDay } from './store.ts';

/** What a reminder tells of today's set: the one given already, or the one that asking now would give; it gives none. */
export function setPreview(app: App): Preview {
  return async (whose, habit, now) => {
    const { db } = app.database;
    const today = await readToday(db, { ...whose, now }, habit);
    if (today.block !== null) return null;
    const given = await findSetOfDay(db, today.owner, habit, today.day);
    const fresh = { level: today.standing.level, shift: 0 };
    const set = given ?? { ...fresh, ...composeSet(today, { minutes: null, seated: null }) };
    if (set.exercises.length === 0) return null;
    const names = itemsOf(set).map(({ name }) => name);
    return { names, minutes: minutesOfSet(set), seated: set.seated };
  };
}
