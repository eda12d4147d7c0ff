import { STRETCH_AFTER } from '../clubs/rules.ts';
import type { Club } from '../clubs/store.ts';
import { UserError } from '../faults.ts';
import type { WallTime } from '../time/local.ts';
import { type Kind, usualOf } from './rules.ts';
import type { Schedule } from './store.ts';
import { minutesIn, readWhen, type WhenReading } from './when-rules.ts';

/** What became of a `when` that could be read, or of one that was left out. */
export type Timed = Omit<Extract<WhenReading, { ok: true }>, 'ok'>;

/**
 * Reads when a reminder of this kind comes; null: the usual. Throws a fault of the field `when` when it cannot be
 * read, is over, or does not fit the kind.
 */
export function readTiming(club: Club, kind: Kind, when: string | null, zone: string, now: Date): Timed {
  const usual = usualOf(kind, club);
  if (when === null) return { schedule: usualSchedule(kind, club), exactly: null, isHalfOpen: false };
  const span = kind === 'stretch' ? minutesIn(/^\d+$/.test(when.trim()) ? `${when.trim()} min` : when) : null;
  const typed = span === null ? when : `${span} min after a session`;
  const reading = readWhen(typed, { now, zone, usual });
  const isAfter = reading.ok && reading.schedule.every === 'session';
  // Also for what cannot be read: an example of days and times would lead nowhere.
  if (kind === 'stretch' && !isAfter) throw unfit('stretching-follows');
  if (!reading.ok)
    throw new UserError({ code: 'when-unreadable', field: 'when', typed: when, why: reading.error });
  requireFit(kind, reading.schedule, when);
  return { ...reading, isHalfOpen: reading.isHalfOpen && !OF_THE_MORNING.includes(kind) };
}

/** "7" leaves nothing open where a morning is meant. */
const OF_THE_MORNING: readonly Kind[] = ['check-in', 'echo'];

function usualSchedule(kind: Kind, club: Club): Schedule {
  const { days, time, afterMinutes } = usualOf(kind, club);
  if (kind === 'stretch') return { every: 'session', afterMinutes };
  if (days === null || time === null)
    throw new UserError({ code: 'missing', field: 'when', example: 'tomorrow 7, or weekdays 18:30' });
  return { every: 'week', days, time };
}

const NOON: WallTime = '12:00';

function requireFit(kind: Kind, schedule: Schedule, typed: string): void {
  if (schedule.every !== 'session' || kind !== 'stretch') {
    if (schedule.every === 'session') throw unfit('only-stretching-follows');
    // "How is it this morning?" has no meaning later in the day.
    if (kind === 'echo' && schedule.time >= NOON) throw unfit('mornings-only');
    return;
  }
  const { min, max } = STRETCH_AFTER;
  if (schedule.afterMinutes < min || schedule.afterMinutes > max)
    throw new UserError({ code: 'out-of-range', field: 'when', typed, min, max, unit: 'minutes' });
}

function unfit(why: 'only-stretching-follows' | 'stretching-follows' | 'mornings-only'): UserError {
  return new UserError({ code: 'option-does-not-fit', field: 'when', why });
}
