// Days and times as people type them.
import {
  addDays,
  daysBetween,
  isLocalDate,
  type LocalDate,
  type WallTime,
  WEEKDAYS,
  weekday,
} from './calendar.ts';

/** How far back a day may lie. */
export const OLDEST_DAYS = 31;

/** What became of a typed day; the dates of an ambiguous one are its two readings, newest first. */
export type DateReading =
  | { readonly ok: true; readonly date: LocalDate }
  | { readonly ok: false; readonly error: 'future' | 'too-old'; readonly date: LocalDate }
  | { readonly ok: false; readonly error: 'ambiguous'; readonly dates: readonly [LocalDate, LocalDate] }
  | { readonly ok: false; readonly error: 'unreadable' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Numbers as words, each at its place. */
export const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * Reads a day from today back to 31 days ago: "today", "yesterday", "3 days ago", "mon" (the most recent Monday
 * before today), "2026-03-12", "12.3.", "12 March", "12/3".
 * With dots the day comes first. With a slash both orders are in use, so the one that lies in the allowed days
 * is meant; if both do, the reading is ambiguous and nothing is guessed. A missing year is the nearest one.
 */
export function parseLocalDate(text: string, today: LocalDate): DateReading {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const named = namedDay(typed, today);
  return judge(named === undefined ? calendarDays(typed, today, nearest) : [named], today);
}

/** Of the same day in several years, sorted, the one that is meant; undefined: none. */
export type ChooseYear = (dates: readonly LocalDate[], today: LocalDate) => LocalDate | undefined;

/**
 * The readings of a typed date of the calendar, in lower case and single spaces: none, one, or with a slash, where
 * both orders are in use, two. `choose` decides about a missing year.
 */
export function calendarDays(typed: string, today: LocalDate, choose: ChooseYear): (LocalDate | undefined)[] {
  const dated = (day?: string, month?: string, year?: string) => dayOf(day, month, year, today, choose);
  if (isLocalDate(typed)) return [typed];
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}))?$/.exec(typed);
  if (dotted) return [dated(dotted[1], dotted[2], dotted[3])];
  const slashed = /^(\d{1,2}) ?\/ ?(\d{1,2})(?: ?\/ ?(\d{4}))?$/.exec(typed);
  if (slashed) {
    const [, a, b, year] = slashed;
    return [dated(a, b, year), dated(b, a, year)];
  }
  const [day, month, year] = monthDay(typed);
  return [month === undefined ? undefined : dated(day, month, year)];
}

const nearest: ChooseYear = (dates, today) =>
  [...dates].sort((a, b) => Math.abs(daysBetween(a, today)) - Math.abs(daysBetween(b, today)))[0];

/** Reads a time of day, like "7", "7:30", "18.30", "0730", "6pm" or "noon"; undefined when it is none. */
export function parseWallTime(text: string): WallTime | undefined {
  const typed = text.trim().toLowerCase().replace(/\s+/g, '');
  if (typed === 'noon' || typed === 'midday') return '12:00';
  if (typed === 'midnight') return '00:00';
  const match =
    /^(\d{1,2})(?:[:.h](\d{2})|h)?(am|pm|a\.m\.|p\.m\.)?$/.exec(typed) ??
    /^(\d{1,2})(\d{2})(am|pm|a\.m\.|p\.m\.)?$/.exec(typed);
  if (!match) return undefined;
  const half = match[3]?.[0];
  const typedHour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (half !== undefined && (typedHour < 1 || typedHour > 12)) return undefined;
  const hour = half === undefined ? typedHour : (typedHour % 12) + (half === 'p' ? 12 : 0);
  return hour > 23 || minute > 59 ? undefined : `${two(hour)}:${two(minute)}`;
}

function judge(readings: readonly (LocalDate | undefined)[], today: LocalDate): DateReading {
  const dates = [...new Set(readings.filter((date) => date !== undefined))].sort().reverse();
  const allowed = dates.filter((date) => date <= today && daysBetween(date, today) <= OLDEST_DAYS);
  const [first, second] = allowed;
  if (first !== undefined && second !== undefined)
    return { ok: false, error: 'ambiguous', dates: [first, second] };
  if (first !== undefined) return { ok: true, date: first };
  const date = readings.find((reading) => reading !== undefined);
  if (date === undefined) return { ok: false, error: 'unreadable' };
  return { ok: false, error: date > today ? 'future' : 'too-old', date };
}

function namedDay(typed: string, today: LocalDate): LocalDate | undefined {
  const relative: Record<string, number> = {
    today: 0,
    now: 0,
    tonight: 0,
    yesterday: 1,
    'last night': 1,
    tomorrow: -1,
  };
  const back = Object.hasOwn(relative, typed) ? relative[typed] : daysAgo(typed);
  if (back !== undefined) return addDays(today, -back);
  const name = /^(?:last |on )?([a-z]{2,9})\.?$/.exec(typed)?.[1];
  const index = name === undefined ? -1 : weekdayIndex(name);
  if (index < 0) return undefined;
  const behind = (WEEKDAYS.indexOf(weekday(today)) - index + 7) % 7;
  return addDays(today, -(behind === 0 ? 7 : behind));
}

function daysAgo(typed: string): number | undefined {
  const match = /^(\d{1,3}|an?|[a-z]{3,5}) ?(d|days?|w|weeks?) ago$/.exec(typed);
  if (!match) return undefined;
  const amount = match[1] ?? '';
  const count = /^an?$/.test(amount) ? 1 : /^\d/.test(amount) ? Number(amount) : NUMBERS.indexOf(amount);
  return count < 0 ? undefined : count * (match[2]?.startsWith('w') ? 7 : 1);
}

const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Which day of the week, 0 for Monday, a name of at least two letters in lower case begins; -1: none. */
export function weekdayIndex(name: string): number {
  return name.length < 2 ? -1 : DAY_NAMES.findIndex((full) => full.startsWith(name));
}

/** Day, month and year of "12 March" or "March 12, 2026", as numbers in text; the month undefined: it is none. */
function monthDay(typed: string): (string | undefined)[] {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]{3,9})\.?(?:,? (\d{4}))?$/.exec(typed);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(typed);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = name === undefined ? -1 : MONTHS.indexOf(name.slice(0, 3));
  return [day, month < 0 ? undefined : String(month + 1), year];
}

function dayOf(
  day = '',
  month = '',
  year: string | undefined,
  today: LocalDate,
  choose: ChooseYear,
): LocalDate | undefined {
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [Number(year)];
  const dates = years
    .map((each) => `${String(each).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter(isLocalDate);
  return choose(dates, today);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
