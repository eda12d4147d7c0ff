import type { Weekday } from '../time/local.ts';
import { nextOccurrence } from '../time/next-occurrence.ts';
import type { Schedule } from './store.ts';

/** First occurrence after `now`; null for a reminder that waits for a session. */
export function firstDue(schedule: Schedule, zone: string, now: Date): Date | null {
  return nextTimes(schedule, zone, now, 1)[0] ?? null;
}

/** The next `count` occurrences; none for a reminder that waits for a session. */
export function nextTimes(schedule: Schedule, zone: string, now: Date, count: number): Date[] {
  if (schedule.every === 'session') return [];
  const rule = { days: schedule.days.split(',') as Weekday[], time: schedule.time, zone };
  const times: Date[] = [];
  for (let after = now; times.length < count; ) {
    after = nextOccurrence(rule, after).at;
    times.push(after);
  }
  return times;
}
