// The weeks that `/me` looks at.
import { addDays, type LocalDate, mondayOf } from '../time/local.ts';

/** Weeks in a picture, the current one included. */
export const WEEKS = 12;

/** The Mondays of the last 12 weeks, the current week last. */
export function lastMondays(today: LocalDate, weeks: number = WEEKS): LocalDate[] {
  const monday = mondayOf(today);
  return Array.from({ length: weeks }, (_, index) => addDays(monday, -7 * (weeks - 1 - index)));
}
