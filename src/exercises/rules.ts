// Which exercises fit somebody today, and which of them make today's set (handbook §7). No chance in it: the day decides.
import type { Fracture } from '../athletes/rules.ts';
import { areaById } from '../pain/areas.ts';
import type { LocalDate } from '../time/local.ts';
import { doseAt, type Level } from './dose-rules.ts';
import { type Exercise, type Flag, type Kit, kitFor, MENU, type Menu, menuOf } from './menu.ts';
import { partOf, setOfDay } from './rotation-rules.ts';

/** Pain up to which there are exercises (handbook §7: all at 2 or less). */
export const MOST_PAIN = 2;

/** Minutes that a set can be asked for. */
export const MINUTES = [5, 10, 15, 20] as const;

/** What a set is chosen by. */
export interface Wish {
  readonly menu: Menu;
  readonly level: Level;
  /** The set takes no longer, 5 to 20. */
  readonly minutes: number;
  /** Only what can be done on a chair: the 9 p.m. rule. */
  readonly seated: boolean;
  readonly kit: readonly Kit[];
  readonly fracture: Fracture;
  /** Whether arching the back hurts; null: not answered. */
  readonly arching: 'hurts' | 'fine' | null;
  /** Body areas with an open pain episode, like "low-back" or "left-shoulder". */
  readonly hurting: readonly string[];
  /** The most pain known, 0 to 10; null: none reported, which is never "no pain". */
  readonly pain: number | null;
  /** Numbers of yesterday's set; empty: there was none. */
  readonly yesterday: readonly number[];
  readonly day: LocalDate;
}

/**
 * Whether E exercises are out: arching hurts, or the back or pelvis has an open episode and the athlete has not said
 * that arching is fine [D], or a broken vertebra is not cleared (handbook Never 9: no extension loading).
 */
export function hidesArching({
  arching,
  hurting,
  fracture,
}: Pick<Wish, 'arching' | 'hurting' | 'fracture'>): boolean {
  if (arching === 'hurts' || fracture === 'uncleared') return true;
  return arching !== 'fine' && hurting.some((area) => areaById(area)?.screenGroup === 'spine');
}

/** The exercises of a menu that fit this athlete today, in the handbook's order. Above pain 2 there are none. */
export function suitable(wish: Wish): Exercise[] {
  if (wish.pain !== null && wish.pain > MOST_PAIN) return [];
  const hidden = hiddenFlags(wish);
  return MENU.filter((exercise) => {
    const kit = kitFor(exercise);
    return (
      menuOf(exercise.category) === wish.menu &&
      exercise.firstLevel <= wish.level &&
      (kit === null || wish.kit.includes(kit)) &&
      (!wish.seated || exercise.flags.includes('S')) &&
      !exercise.flags.some((flag) => hidden.includes(flag))
    );
  });
}

/** The flags of §7 whose exercises are hidden from this athlete today. */
export function hiddenFlags(wish: Pick<Wish, 'arching' | 'hurting' | 'fracture' | 'pain'>): Flag[] {
  const hurts = (area: string) => wish.hurting.some((each) => each.endsWith(area));
  const hidden: Flag[] = [];
  if (wish.fracture === 'uncleared') hidden.push('F');
  if (hidesArching(wish)) hidden.push('E');
  if (hurts('shoulder')) hidden.push('shoulder pain');
  if (hurts('hamstring')) hidden.push('hamstring strain');
  if (wish.pain !== null && wish.pain >= 3) hidden.push('pain ≥ 3');
  return hidden;
}

/**
 * Numbers of today's set, in the order in which they are done; empty when nothing fits, or nothing but yesterday's set.
 * The day leads with one category of those that fit, and takes front, side and back in turn until the time is full.
 * Never yesterday's set: where it would be, its first exercise has a rest day [D].
 */
export function chooseSet(wish: Wish): number[] {
  const fits = suitable(wish);
  const set = setOfDay(fits, wish);
  if (!isSame(set, wish.yesterday)) return set;
  const others = fits.filter(({ number }) => number !== set[0]);
  return setOfDay(others, wish);
}

/**
 * What takes an exercise's place: of the same part of the body if any fits, of the rest of the menu if not, and over
 * the minutes only where nothing else is left. Always the next number, round and round, so that none comes back before
 * all have had their turn. `dosed`: the level of today's doses. Null: nothing else fits.
 */
export function replacement(
  set: readonly number[],
  out: number,
  wish: Wish,
  dosed: Level = wish.level,
): number | null {
  const gone = MENU[out - 1];
  const others = suitable(wish).filter(({ number }) => {
    return (
      !set.includes(number) &&
      !isSame(
        set.map((each) => (each === out ? number : each)),
        wish.yesterday,
      )
    );
  });
  // Harder doses leave out what the minutes have no room for; what is left out takes no time.
  const done = dosed > wish.level ? withinMinutes(set, dosed, wish.minutes) : set;
  const kept = done.filter((number) => number !== out);
  const left = wish.minutes * 60 - secondsOfSet(kept, dosed);
  const isShort = (exercise: Exercise) => doseAt(exercise, dosed).seconds <= left;
  const alike = others.filter(({ area }) => gone !== undefined && partOf(area) === partOf(gone.area));
  const pools = [alike.filter(isShort), others.filter(isShort), alike, others];
  const pool = pools.find(({ length }) => length > 0) ?? [];
  return (pool.find(({ number }) => number > out) ?? pool[0])?.number ?? null;
}

/** Those of a set that the minutes have room for at a level, in order; the first always. */
export function withinMinutes(set: readonly number[], level: Level, minutes: number): number[] {
  let seconds = 0;
  return set.filter((number, index) => {
    const more = secondsOfSet([number], level);
    if (index > 0 && seconds + more > minutes * 60) return false;
    seconds += more;
    return true;
  });
}

/** Seconds that a set takes at a level. */
export function secondsOfSet(set: readonly number[], level: Level): number {
  return MENU.filter(({ number }) => set.includes(number)).reduce(
    (sum, exercise) => sum + doseAt(exercise, level).seconds,
    0,
  );
}

/** Whether two sets hold the same exercises, in whatever order. */
export function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number) => b.includes(number));
}
