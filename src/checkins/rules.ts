// The morning check-in of handbook §5: its items, its total, and how a morning compares with the athlete's own usual.
import { type AgeGroup, isMinor } from '../athletes/rules.ts';
import { addDays, type LocalDate } from '../time/local.ts';

/** What everybody is asked, and what minors are asked only if they want to be (McLean 2010). */
export const BODY_ITEMS = ['fatigue', 'sleep', 'soreness'] as const;
export const MIND_ITEMS = ['stress', 'mood'] as const;
export const ITEMS = [...BODY_ITEMS, ...MIND_ITEMS] as const;
export type Item = (typeof ITEMS)[number];

/** The steps of each item; 5 is best. */
export const STEP_RANGE = { min: 1, max: 5 } as const;

/** Days before a morning that make its usual. */
export const USUAL_DAYS = 28;

/** Check-ins in those days below which there is no usual yet. */
export const MIN_ENTRIES = 14;

/** Spread (sample SD, in points of the total) below which days differ too little to compare. */
export const MIN_SPREAD = 0.5;

/** Standard deviations from the usual at or below which a morning is well below it. */
export const LOW_Z = -1.5;

/** What rounding in the last digits may not decide. */
const TOLERANCE = 1e-9;

/** One morning's answers, each 1 to 5, 5 best; null: not asked. */
export interface Answers {
  readonly fatigue: number;
  readonly sleep: number;
  readonly soreness: number;
  readonly stress: number | null;
  readonly mood: number | null;
}

/** The check-in of one local day. */
export interface Entry extends Answers {
  readonly localDate: LocalDate;
}

/** What a morning is held against. */
export interface Usual {
  /** Check-ins in the 28 days before that answered the same items. */
  readonly entries: number;
  /** Their mean, in points of the morning's total; null: fewer than 14. */
  readonly mean: number | null;
  /** Their sample standard deviation; null: fewer than 14. */
  readonly spread: number | null;
  /** Standard deviations above (+) or below (−) the mean; null: fewer than 14 entries, or a spread below 0.5. */
  readonly z: number | null;
}

/** Whether stress and mood are asked: as chosen, else of adults and not of minors (handbook §5). */
export function asksMind(athlete: { readonly ageGroup: AgeGroup; readonly chosen: boolean | null }): boolean {
  return athlete.chosen ?? !isMinor(athlete.ageGroup);
}

/** The items that a morning answered: five, or the three of the body. */
export function itemsOf(answers: Answers): readonly Item[] {
  return answers.stress === null || answers.mood === null ? BODY_ITEMS : ITEMS;
}

/** Sum of the answered items and the most that it can be: 5 to 25, or 3 to 15 without stress and mood. */
export function totalOf(answers: Answers): { readonly total: number; readonly most: number } {
  const items = itemsOf(answers);
  return { total: sumOver(items, answers), most: items.length * STEP_RANGE.max };
}

/**
 * A morning against the athlete's own 28 days before it (handbook §5) [D]: at least 14 check-ins, sample SD, none below
 * 0.5; negative is worse. Like is held against like [D]: the items that this morning answered, summed over the earlier
 * mornings that answered them all too.
 */
export function usualFor(entry: Entry, others: readonly Entry[]): Usual {
  const items = itemsOf(entry);
  const first = addDays(entry.localDate, -USUAL_DAYS);
  const totals = others
    .filter(({ localDate }) => localDate >= first && localDate < entry.localDate)
    .filter((other) => items.every((item) => itemsOf(other).includes(item)))
    .map((other) => sumOver(items, other));
  const entries = totals.length;
  if (entries < MIN_ENTRIES) return { entries, mean: null, spread: null, z: null };
  const mean = totals.reduce((sum, total) => sum + total, 0) / entries;
  const squares = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0);
  const spread = Math.sqrt(squares / (entries - 1));
  const z = spread < MIN_SPREAD - TOLERANCE ? null : (sumOver(items, entry) - mean) / spread;
  return { entries, mean, spread, z };
}

/** Whether a morning is well below its usual: z at or below −1.5 (handbook §5) [D]. */
export function isLow({ z }: Usual): boolean {
  return z !== null && z <= LOW_Z + TOLERANCE;
}

/**
 * Whether to ask the athlete, and nobody else, if something is up: this check-in and the one before it are both well
 * below their usual (handbook §5) [D]. Running means one check-in after the other, whatever days lie between [D].
 */
export function asksWhatIsUp(entry: Entry, others: readonly Entry[]): boolean {
  const before = others
    .filter(({ localDate }) => localDate < entry.localDate)
    .reduce<Entry | null>((last, each) => (last && last.localDate > each.localDate ? last : each), null);
  return before !== null && isLow(usualFor(entry, others)) && isLow(usualFor(before, others));
}

function sumOver(items: readonly Item[], answers: Answers): number {
  return items.reduce((sum, item) => sum + (answers[item] ?? 0), 0);
}
