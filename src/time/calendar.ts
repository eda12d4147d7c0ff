// Days and clock times as plain values, without zones.
/** A day in some zone's calendar, as "YYYY-MM-DD". */
export type LocalDate = string;

/** A time on a clock on the wall, 24 hours, as "HH:MM". */
export type WallTime = string;

/** The days of the week, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

const MS_PER_DAY = 24 * 60 * 60_000;

/** The day `days` days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayAt(utcMidnight(date) + days * MS_PER_DAY);
}

/** The day so many months before; the last of the month where that month is shorter. */
export function monthsBefore(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / MS_PER_DAY);
}

/** The day of the week that a date falls on. */
export function weekday(date: LocalDate): Weekday {
  return WEEKDAYS[sinceMonday(utcMidnight(date))] ?? 'mon';
}

/** Monday of the week that a day is in. */
export function mondayOf(date: LocalDate): LocalDate {
  const midnight = utcMidnight(date);
  return dayAt(midnight - sinceMonday(midnight) * MS_PER_DAY);
}

/** Whether the text is a day that exists, written "YYYY-MM-DD". */
export function isLocalDate(text: string): boolean {
  return !Number.isNaN(midnightOf(text));
}

/** Whether the text is a wall time from "00:00" to "23:59". */
export function isWallTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Minutes since midnight of a wall time. */
export function minutesOf(time: WallTime): number {
  if (!isWallTime(time)) throw new RangeError(`not a wall time: ${time}`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Midnight UTC of a date in milliseconds; throws RangeError for what is no date. */
export function utcMidnight(date: LocalDate): number {
  const ms = midnightOf(date);
  if (Number.isNaN(ms)) throw new RangeError(`not a date: ${date}`);
  return ms;
}

/** Not a number for what is no date; 30 February would be read as a day of March. */
function midnightOf(text: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && dayAt(ms) === text ? ms : Number.NaN;
}

function dayAt(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Days from the Monday of its week, 0 to 6. */
function sinceMonday(midnight: number): number {
  return (new Date(midnight).getUTCDay() + 6) % 7;
}
