/** What the buttons of a set do. A press may come from a direct message, so the club comes from the set. */
import type { App, AthleteContext } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import { findMembership, type Preferences, savePreferences } from '../athletes/store.ts';
import { UserError } from '../faults.ts';
import { type LocalDate, localDate } from '../time/local.ts';
import { levelWithin } from './dose-rules.ts';
import { composeSet, type Given, readToday, settleSet, type Today } from './give-set.ts';
import { replacement } from './rules.ts';
import { type ExerciseSet, findPressedSet, findSetOfDay, updateSet } from './store.ts';

/** A press on a set: which, by whom, when. */
export interface SetPress {
  readonly setId: string;
  readonly userId: string;
  readonly now: Date;
}

/** What a press comes to: today's set as it is now, what stands against it, or a set of another day. */
export type Changed = Given | { readonly kind: 'old'; readonly set: ExerciseSet };

/** The set that was pressed, with its athlete. Throws `stale` when it is gone, `not-yours` for another person. */
export async function openSet(
  app: App,
  { setId, userId, now }: SetPress,
): Promise<{ readonly set: ExerciseSet; readonly context: AthleteContext }> {
  const { db } = app.database;
  const pressed = await findPressedSet(db, setId);
  if (pressed === null) throw new UserError({ code: 'stale' });
  if (pressed.userId !== userId) throw new UserError({ code: 'not-yours' });
  const member = await findMembership(db, pressed.set.clubId, userId);
  if (member === null) throw new UserError({ code: 'stale' });
  return { set: pressed.set, context: { app, now, ...member } };
}

/** Shows a set as it is today. */
export async function showSet(app: App, press: SetPress): Promise<Changed> {
  return await change(app, press, (set) => set);
}

/** Puts another exercise in the place of one; one that is not in it any more changes nothing. */
export async function swapOne(app: App, press: SetPress, out: number): Promise<Changed> {
  return await change(app, press, (set, { wish }) => {
    const { level, minutes, seated, exercises, shift } = set;
    if (!exercises.includes(out)) return set;
    const wished = { ...wish, level, minutes, seated };
    const instead = replacement(exercises, out, wished, levelWithin(level + shift));
    return instead === null
      ? set
      : { ...set, exercises: exercises.map((each) => (each === out ? instead : each)) };
  });
}

/** Makes today's doses easier (-1) or harder (1), or as they were (0). */
export async function shiftSet(app: App, press: SetPress, by: number): Promise<Changed> {
  const shift = Math.max(-1, Math.min(1, Math.trunc(by) || 0));
  return await change(app, press, (set) => ({ ...set, shift }));
}

/** Makes today's set anew for so many minutes. */
export async function changeMinutes(app: App, press: SetPress, minutes: number): Promise<Changed> {
  return await change(app, press, (set, today) => {
    return { ...set, ...composeSet(today, { minutes, seated: set.seated }) };
  });
}

/** Remembers kit, or whether arching hurts, and makes today's set anew with it. */
export async function rememberForSet(
  app: App,
  press: SetPress,
  preferences: Partial<Pick<Preferences, 'kit' | 'arching'>>,
): Promise<Changed> {
  const { context } = await openSet(app, press);
  const { athlete } = context;
  await savePreferences(app.database.db, athlete.clubId, athlete.id, preferences);
  return await change(app, press, (set, today) => {
    return { ...set, ...composeSet(today, { minutes: set.minutes, seated: null }) };
  });
}

/** A set after Not today; `old`: of another day, and left as it was. */
export interface LeftOut {
  readonly kind: 'left-out' | 'old';
  readonly set: ExerciseSet;
}

/** Leaves today's set out; one that is done stays done. */
export async function leaveOut(app: App, press: SetPress): Promise<LeftOut> {
  const { set, context } = await openSet(app, press);
  if (set.localDate !== dayOf(context)) return { kind: 'old', set };
  const left = await mark(app, press, ({ state }) => (state === 'given' ? { state: 'not-today' } : {}));
  return { kind: 'left-out', set: left };
}

/** Brings a set back that was left out. */
export async function bringBack(app: App, press: SetPress): Promise<Changed> {
  await mark(app, press, (set) => (set.state === 'not-today' ? { state: 'given' } : {}));
  return await showSet(app, press);
}

async function mark(
  app: App,
  press: SetPress,
  changesOf: (set: ExerciseSet) => Parameters<typeof updateSet>[3],
): Promise<ExerciseSet> {
  const { set, context } = await openSet(app, press);
  const owner = { clubId: set.clubId, athleteId: context.athlete.id };
  const changed = await app.database.transaction(async (tx) => {
    const fresh = await findPressedSet(tx, set.id);
    return fresh && (await updateSet(tx, owner, set.id, changesOf(fresh.set)));
  });
  if (changed === null) throw new UserError({ code: 'stale' });
  return changed;
}

/** Changes a set of today, unless it is of another day or something stands against exercises now. */
async function change(
  app: App,
  press: SetPress,
  act: (set: ExerciseSet, today: Today) => ExerciseSet,
): Promise<Changed> {
  const { set: pressed, context } = await openSet(app, press);
  const { athlete } = context;
  const { menu } = pressed;
  if (pressed.localDate !== dayOf(context)) return { kind: 'old', set: pressed };
  return await app.database.transaction(async (tx) => {
    const today = await readToday(tx, context, menu);
    if (today.block !== null) return { kind: 'blocked', menu, block: today.block, athlete };
    const set = (await findSetOfDay(tx, today.owner, menu, today.day)) ?? pressed;
    return await settleSet(tx, today, set, act(set, today));
  });
}

function dayOf({ athlete, club, now }: AthleteContext): LocalDate {
  return localDate(now, zoneOf(athlete, club));
}
