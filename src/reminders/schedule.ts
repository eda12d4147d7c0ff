import { instantOf, type LocalDate, localDate, type Weekday } from '../time/local.ts';
import { nextOccurrence } from '../time/next-occurrence.ts';
import type { Schedule } from './store.ts';

/** A pause without an end: later than any day that a reminder can mean. */
export const FOR_GOOD: LocalDate = '9999-12-31';

/** What decides when a reminder comes. */
export interface Timing {
  readonly schedule: Schedule;
  /** IANA zone of the wall time. */
  readonly zone: string;
  /** Local date from which it comes again; null: not paused. */
  readonly pausedUntil: LocalDate | null;
}

/** Whether two schedules are the same. */
export function isSameSchedule(a: Schedule, b: Schedule): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** First occurrence after `now`; null for a reminder that waits for a session, has come, or is paused for good. */
export function firstDue(timing: Timing, now: Date): Date | null {
  return nextTimes(timing, now, 1)[0] ?? null;
}

/**
 * The next occurrences of a stored reminder, at most `count`. One that comes once comes when it was meant to, also in
 * an hour that clocks show twice.
 */
export function comingTimes(
  reminder: Timing & { readonly nextDueAt: Date | null },
  now: Date,
  count: number,
): Date[] {
  if (reminder.schedule.every !== 'once') return nextTimes(reminder, now, count);
  return reminder.nextDueAt !== null && reminder.nextDueAt > now ? [reminder.nextDueAt] : [];
}

/** The next occurrences after `now`, at most `count`; none for a reminder that waits for a session or is paused for good. */
export function nextTimes({ schedule, zone, pausedUntil }: Timing, now: Date, count: number): Date[] {
  if (schedule.every === 'session' || pausedUntil === FOR_GOOD) return [];
  const resumes = pausedUntil === null ? now : new Date(instantOf(pausedUntil, '00:00', zone).getTime() - 1);
  const from = resumes > now ? resumes : now;
  if (schedule.every === 'once') {
    const at = instantOf(schedule.date, schedule.time, zone);
    return at > from ? [at] : [];
  }
  const rule = { days: schedule.days.split(',') as Weekday[], time: schedule.time, zone };
  const times: Date[] = [];
  for (let after = from; times.length < count; ) {
    after = nextOccurrence(rule, after).at;
    times.push(after);
  }
  return times;
}

/** The day from which a paused reminder comes again, FOR_GOOD without an end; null: it is not paused, or no longer. */
export function pausedAt({ pausedUntil, zone }: Omit<Timing, 'schedule'>, now: Date): LocalDate | null {
  return pausedUntil !== null && pausedUntil > localDate(now, zone) ? pausedUntil : null;
}

/** Whether it has come for the only time. */
export function isSpent(reminder: Timing & { readonly nextDueAt: Date | null }, now: Date): boolean {
  const { schedule, nextDueAt } = reminder;
  return schedule.every === 'once' && nextDueAt === null && pausedAt(reminder, now) === null;
}
