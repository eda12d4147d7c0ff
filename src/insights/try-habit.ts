import { createHash } from 'node:crypto';
import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { UserError } from '../faults.ts';
import { localDate } from '../time/local.ts';
import { lookThrough } from './show-insights.ts';
import { endTrial, insertTrial, listTrials } from './store.ts';
import { isBarred, isRunning } from './trial-rules.ts';
import type { Habit, SessionType } from './types.ts';

/**
 * Begins a trial of a habit in a class of sessions (handbook §8). Nothing changes when one runs in that class already,
 * or while a warning sign is open. Two presses at once are one: a trial's id follows from the one before it.
 */
export async function startTrial(context: AthleteContext, type: SessionType, habit: Habit): Promise<void> {
  const { app, athlete, club, now } = context;
  const { db } = app.database;
  const owner = ownerOf(athlete);
  const { trial, isFlagged } = await lookThrough(context, type);
  if (isFlagged || isBarred(habit, athlete.fracture) || (trial !== null && isRunning(trial))) return;
  const last = (await listTrials(db, owner)).findLast(({ sessionType }) => sessionType === type);
  const chain = `${athlete.id} ${type} ${last?.id ?? ''}`;
  const id = createHash('sha256').update(chain).digest('hex').slice(0, 32);
  const today = localDate(now, zoneOf(athlete, club));
  try {
    await insertTrial(db, owner, { id, habit, sessionType: type, localDate: today, startedAt: now });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/**
 * Calls a running trial off and gives its class; one that is over already stays as it is. Throws `stale` when it is
 * gone.
 */
export async function callOffTrial(context: AthleteContext, id: string): Promise<SessionType> {
  const { app, athlete, now } = context;
  const { db } = app.database;
  const owner = ownerOf(athlete);
  const found = (await listTrials(db, owner)).find((each) => each.id === id);
  if (found === undefined) throw new UserError({ code: 'stale' });
  const { trial } = await lookThrough(context, found.sessionType);
  if (trial?.trial.id === id && isRunning(trial)) await endTrial(db, owner, id, now);
  return found.sessionType;
}
