/** Where days lie in the pictures of 12 weeks. */
import { daysBetween, type LocalDate } from '../time/local.ts';
import { showShortDate } from '../time/show.ts';
import { WEEKS } from './period-rules.ts';
import { TODAY } from './picture-messages.ts';
import type { Progress } from './show-progress.ts';

/** Days from left to right. */
export const DAYS = WEEKS * 7;

/** Days from the first Monday. */
export function dayOf({ mondays, today }: Progress, date: LocalDate): number {
  return daysBetween(mondays[0] ?? today, date);
}

/** Every third Monday, and today. */
export function ticksOf(progress: Progress) {
  const mondays = progress.mondays.filter((_, index) => index % 3 === 0);
  return [
    ...mondays.map((date) => ({ day: dayOf(progress, date), label: showShortDate(date) })),
    { day: dayOf(progress, progress.today) + 0.5, label: TODAY },
  ];
}
