import type { App, AthleteContext } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { UserError } from '../faults.ts';
import { markHabit } from '../habits/store.ts';
import { changeSession } from '../sessions/log-session.ts';
import { findSessionOfDay, hadHabit } from '../sessions/store.ts';
import { addDays, localDate } from '../time/local.ts';
import { openSet, type SetPress } from './change-set.ts';
import { doneOf } from './shown-set.ts';
import { type ExerciseSet, updateSet } from './store.ts';

/** A set that is done, now or before; `old`: of a day too long ago. */
export interface Finished {
  readonly kind: 'done' | 'old';
  readonly set: ExerciseSet;
}

/**
 * Notes a set as done on its day, and its habit: stretching on the session of that day if there is one, else on the day
 * itself. After midnight yesterday's set can still be done [D]; an older one comes back as `old`. A second press
 * changes nothing. Throws `stale` when the set is gone, `not-yours` for another person.
 */
export async function finishSet(app: App, press: SetPress, interactionId: string): Promise<Finished> {
  const { set, context } = await openSet(app, press);
  const { athlete, club, now } = context;
  const today = localDate(now, zoneOf(athlete, club));
  if (set.state === 'done') return { kind: 'done', set };
  if (set.localDate < addDays(today, -1)) return { kind: 'old', set };
  await noteHabit(context, set, interactionId);
  return { kind: 'done', set: await closeSet(app.database.db, set, now) };
}

/** Stores a set as done, with the exercises that were shown. Throws `stale` when it is gone. */
export async function closeSet(db: Db, set: ExerciseSet, doneAt: Date): Promise<ExerciseSet> {
  const owner = { clubId: set.clubId, athleteId: set.athleteId };
  const exercises = doneOf(set);
  const done = await updateSet(db, owner, set.id, { state: 'done', doneAt, exercises });
  if (done === null) throw new UserError({ code: 'stale' });
  return done;
}

/** What the session's answer would say is not shown here. */
const NOTHING_TO_SAY = () => Promise.resolve(true);

async function noteHabit(context: AthleteContext, set: ExerciseSet, interactionId: string): Promise<void> {
  const { db } = context.app.database;
  const { clubId, athleteId, menu: habit, localDate: day } = set;
  const owner = { clubId, athleteId };
  if (await hadHabit(db, owner, habit, day)) return;
  const session = habit === 'stretch' ? await findSessionOfDay(db, owner, day) : null;
  if (session !== null) {
    await changeSession(context, session.id, { stretch: 'yes' }, NOTHING_TO_SAY);
    return;
  }
  try {
    await markHabit(db, { ...owner, habit, localDate: day, interactionId, markedAt: context.now });
  } catch (error) {
    // Two presses at once: one of them has noted it.
    if (!isDuplicate(error)) throw error;
  }
}
