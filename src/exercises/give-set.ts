import type { AthleteContext } from '../app.ts';
import { type Owner, ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { RED_LIGHTS } from '../pain/types.ts';
import { isLate } from '../reminders/rules.ts';
import { addDays, type LocalDate, localDate, localTime } from '../time/local.ts';
import { type Block, blockOf, hurtingAreas, mostPain } from './block-rules.ts';
import { nextStanding, type Standing } from './level-rules.ts';
import { type Menu, readKit } from './menu.ts';
import { chooseSet, suitable, type Wish } from './rules.ts';
import {
  countDaysOfLights,
  type ExerciseSet,
  findPainOfDay,
  findSetBefore,
  findSetOfDay,
  insertSet,
  updateSet,
} from './store.ts';

/** What somebody asked for; null: what fits the hour. */
export interface Asked {
  /** 5 to 20. */
  readonly minutes: number | null;
  readonly seated: boolean | null;
}

/** The answer to asking for exercises: a set, or what stands against one today. */
export type Given =
  | { readonly kind: 'set'; readonly set: ExerciseSet; readonly athlete: Athlete; readonly isLate: boolean }
  | { readonly kind: 'blocked'; readonly menu: Menu; readonly block: Block; readonly athlete: Athlete };

/** Everything that today's set of a menu depends on. */
export interface Today {
  readonly owner: Owner;
  readonly athlete: Athlete;
  readonly day: LocalDate;
  readonly isLate: boolean;
  readonly block: Block | null;
  readonly standing: Standing;
  /** All of a wish but what was asked for. */
  readonly wish: Omit<Wish, 'minutes' | 'seated'>;
}

/** Minutes of a set when nothing else was asked for: by day, late, and late on a chair (handbook §7: 4 to 6 count). */
const USUAL_MINUTES = { byDay: 10, late: 5, lateOnAChair: 6 } as const;

/**
 * Gives today's set of a menu: the one that was given already, brought in line with what hurts since, or a new one.
 * Asking for other minutes, or for a chair, makes it anew until it is done. The same press twice is one set.
 */
export async function giveSet(
  context: AthleteContext,
  menu: Menu,
  interactionId: string,
  asked: Asked,
): Promise<Given> {
  const give = () =>
    context.app.database.transaction((tx) => giveIn(tx, context, menu, interactionId, asked));
  try {
    return await give();
  } catch (error) {
    // Two presses at once: one of them has made it.
    if (!isDuplicate(error)) throw error;
    return await give();
  }
}

async function giveIn(
  tx: Db,
  context: AthleteContext,
  menu: Menu,
  interactionId: string,
  asked: Asked,
): Promise<Given> {
  const today = await readToday(tx, context, menu);
  const { owner, athlete, day, block, standing } = today;
  if (block !== null) return { kind: 'blocked', menu, block, athlete };
  const known = await findSetOfDay(tx, owner, menu, day);
  if (known !== null) return await giveAgain(tx, today, known, asked);
  const { exercises, ...form } = composeSet(today, asked);
  const set = await insertSet(tx, {
    ...{ ...owner, ...form, ...standing, menu, exercises, interactionId },
    ...{ localDate: day, givenAt: context.now },
  });
  return { kind: 'set', set, athlete, isLate: today.isLate };
}

async function giveAgain(tx: Db, today: Today, set: ExerciseSet, asked: Asked): Promise<Given> {
  const isOther =
    (asked.minutes !== null && asked.minutes !== set.minutes) ||
    (asked.seated !== null && asked.seated !== set.seated);
  const again = !isOther ? set : { ...set, ...composeSet(today, { ...set, ...given(asked) }) };
  return await settleSet(tx, today, set, again);
}

function given({ minutes, seated }: Asked): Partial<Asked> {
  return { ...(minutes === null ? {} : { minutes }), ...(seated === null ? {} : { seated }) };
}

/** Stores a changed set of today; one of which something no longer fits is chosen anew, one that is done stays. */
export async function settleSet(
  tx: Db,
  { wish, owner, athlete, isLate: late }: Today,
  before: ExerciseSet,
  wanted: ExerciseSet,
): Promise<Given> {
  if (before.state === 'done') return { kind: 'set', set: before, athlete, isLate: late };
  const { shift, minutes, seated, level } = wanted;
  const settled = { ...wish, level, minutes, seated };
  const fits = suitable(settled).map(({ number }) => number);
  const isFitting = wanted.exercises.every((number) => fits.includes(number));
  const exercises = isFitting ? wanted.exercises : chooseSet(settled);
  const changed = await updateSet(tx, owner, before.id, { shift, minutes, seated, exercises });
  return { kind: 'set', set: changed ?? before, athlete, isLate: late };
}

/** What a set of today is made of. Late in the evening stretching is done on a chair, if anything fits there. */
export function composeSet(
  { wish, isLate: late }: Today,
  asked: Asked,
): Pick<ExerciseSet, 'minutes' | 'seated' | 'exercises'> {
  const canSit = suitable({ ...wish, minutes: USUAL_MINUTES.byDay, seated: true }).length > 0;
  const seated = asked.seated ?? (late && wish.menu === 'stretch' && canSit);
  const usual = !late ? USUAL_MINUTES.byDay : seated ? USUAL_MINUTES.lateOnAChair : USUAL_MINUTES.late;
  const minutes = asked.minutes ?? usual;
  return { minutes, seated, exercises: chooseSet({ ...wish, minutes, seated }) };
}

/** Reads what today's set of a menu depends on. */
export async function readToday(
  db: Db,
  { athlete, club, now }: Pick<AthleteContext, 'athlete' | 'club' | 'now'>,
  menu: Menu,
): Promise<Today> {
  const owner = ownerOf(athlete);
  const zone = zoneOf(athlete, club);
  const day = localDate(now, zone);
  const pain = await findPainOfDay(db, owner, day);
  const last = await findSetBefore(db, owner, menu, day);
  const redDays = last === null ? 0 : await countDaysOfLights(db, owner, RED_LIGHTS, last.localDate, day);
  const standing = nextStanding(last, redDays);
  const { kit, arching } = athlete.preferences;
  const wish = {
    ...{ menu, day, arching, level: standing.level, kit: readKit(kit), fracture: athlete.fracture },
    hurting: hurtingAreas(pain),
    pain: mostPain(pain),
    yesterday: last?.localDate === addDays(day, -1) ? last.exercises : [],
  };
  const block = blockOf(pain);
  return { owner, athlete, day, isLate: isLate(localTime(now, zone)), block, standing, wish };
}
