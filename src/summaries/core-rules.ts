// Core work of a day, from the rows of the diary.
import type { Sharing } from '../athletes/rules.ts';
import { RED_LIGHTS } from '../pain/types.ts';
import { instantOf, type LocalDate, weekday } from '../time/local.ts';
import { isShared, narrowed } from './sharing-rules.ts';

interface CoreReminder {
  readonly days: string | null;
  readonly time: string | null;
  readonly zone: string;
  readonly pausedUntil: string | null;
  readonly createdAt: Date;
}

/** What an athlete's core work is told from. */
export interface CoreRows {
  readonly reminders: readonly CoreReminder[];
  readonly sessions: readonly {
    readonly visibility: string;
    readonly localDate: string;
    readonly loggedAt: Date;
    readonly core: boolean | null;
    /** When core work was answered; null: it was not, or with the session. */
    readonly coreAt: Date | null;
    /** When it was last changed; null: never. */
    readonly changedAt: Date | null;
    readonly type: string;
  }[];
  readonly marks: readonly { readonly localDate: string; readonly markedAt: Date }[];
  readonly reports: readonly {
    readonly visibility: string;
    readonly localDate: string;
    readonly reportedAt: Date;
    readonly light: string;
  }[];
}

/**
 * Whether a day was one for core work, by a reminder that was there and not paused, and whether it was done; null: it
 * was none, or it was red, and then nobody is asked.
 */
export function coreOn(day: LocalDate, rows: CoreRows): boolean | null {
  const isDue = rows.reminders.some(
    ({ days, time, zone, pausedUntil, createdAt }) =>
      days?.split(',').includes(weekday(day)) &&
      (pausedUntil === null || pausedUntil <= day) &&
      createdAt <= instantOf(day, time ?? '23:59', zone),
  );
  // Nobody is asked for core work after a red light.
  const wasRed = rows.reports.some(
    ({ localDate, light }) => localDate === day && RED_LIGHTS.some((red) => red === light),
  );
  if (!isDue || wasRed) return null;
  return isNoted(day, rows);
}

/** Whether core work of a day was marked as done or logged with a session. */
export function isNoted(day: LocalDate, { sessions, marks }: Pick<CoreRows, 'sessions' | 'marks'>): boolean {
  return (
    marks.some(({ localDate }) => localDate === day) ||
    sessions.some(({ localDate, core, type }) => localDate === day && (core || type === 'core'))
  );
}

/** Whether coaches may know what was done on a day: one with entries for oneself alone says nothing of it. */
export function isOfShared(day: LocalDate, { sessions, reports }: CoreRows, sharing: Sharing): boolean {
  const entries = [...sessions, ...reports].filter(({ localDate }) => localDate === day);
  return entries.length === 0 || entries.some((each) => isShared(shown(each, sharing)));
}

/** Whose an entry of a day is to see. */
export interface Shown {
  readonly visibility: Sharing;
  readonly localDate: LocalDate;
}

/** A row as coaches may see it now. */
export function shown(
  { visibility, localDate }: { readonly visibility: string; readonly localDate: string },
  sharing: Sharing,
): Shown {
  return narrowed({ visibility: visibility as Sharing, localDate }, sharing);
}
