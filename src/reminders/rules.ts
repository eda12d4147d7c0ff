// When a reminder may come, and what the hour asks for (handbook §7).
import { isBetween, type WallTime } from '../time/local.ts';

/** From when to when it is late: eat first, or the seated set. */
export const LATE_HOURS = { from: '21:00', to: '05:00' } as const;

/** The 9 p.m. rule: from 21:00 until 04:59 it is late (handbook §7). */
export function isLate(time: WallTime): boolean {
  return isBetween(time, LATE_HOURS.from, LATE_HOURS.to);
}

/** When to warm up unless the athlete says otherwise: the usual tempo days (handbook §6), an hour before core work [D]. */
export const WARM_UP_USUAL = { days: 'tue,thu,sat', time: '17:00' } as const;

/** When the morning question is asked unless the athlete says otherwise: every day, at their own time [D]. */
export const ECHO_USUAL = { days: 'mon,tue,wed,thu,fri,sat,sun', time: '07:30' } as const;
