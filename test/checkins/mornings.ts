// Mornings with a given total, for tests of what is usual.
import type { Entry } from '../../src/checkins/rules.ts';
import { addDays } from '../../src/time/local.ts';

/** The morning that is held against the others: a Monday. */
export const TODAY = '2026-05-04';

/** The day so many days before today. */
export function ago(days: number): string {
  return addDays(TODAY, -days);
}

/** A check-in with this total over all five items, 5 to 25, or over the three of the body, 3 to 15. */
export function morning(localDate: string, total: number, items: 5 | 3 = 5): Entry {
  const steps = Array.from({ length: items }, (_, index) => Math.floor((total + index) / items));
  const [fatigue = 1, sleep = 1, soreness = 1, stress = null, mood = null] = steps;
  return { localDate, fatigue, sleep, soreness, stress, mood };
}

/** Check-ins on the days before today, the nearest first. */
export function mornings(totals: readonly number[], items: 5 | 3 = 5): Entry[] {
  return totals.map((total, index) => morning(ago(index + 1), total, items));
}

/** So many times the same. */
export function times(count: number, total: number): number[] {
  return Array.from({ length: count }, () => total);
}
