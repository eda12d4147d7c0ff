// Days to come, as people type them.
import {
  addDays,
  daysBetween,
  type LocalDate,
  mondayOf,
  monthsBefore,
  WEEKDAYS,
  weekday,
} from './calendar.ts';
import { type ChooseYear, calendarDays, NUMBERS, OLDEST_DAYS, weekdayIndex } from './parse.ts';

/** How far ahead a day may lie: less than a year, so that day and month name it. */
export const FURTHEST_DAYS = 364;

/** What became of a typed day to come; the dates of an ambiguous one are its two readings, the sooner first. */
export type ComingReading =
  | { readonly ok: true; readonly date: LocalDate }
  | { readonly ok: false; readonly error: 'past' | 'too-far'; readonly date: LocalDate }
  | { readonly ok: false; readonly error: 'ambiguous'; readonly dates: readonly [LocalDate, LocalDate] }
  | { readonly ok: false; readonly error: 'unreadable' };

/**
 * Reads a day from today to 364 days ahead: "today", "tomorrow", "in 3 days", "friday" (the next one, today left out),
 * "next friday", "next week" (its Monday), "in 2 months", "2026-12-01", "1 Dec", "Tue 1 Dec", "1.12.", "1/12". A missing year is the coming one. A slash with
 * two readings is ambiguous, and a day of the week that does not fit its date is unreadable.
 */
export function parseComingDay(text: string, today: LocalDate): ComingReading {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:until|till|the) /, '');
  const named = namedDay(typed, today);
  if (named !== undefined) return judge([named], today);
  const [, name = '', rest = ''] = /^(?:on )?([a-z]{2,9})[.,]* (.+)$/.exec(typed) ?? [];
  const day = weekdayIndex(name);
  if (day < 0) return judge(calendarDays(typed.replace(/^on /, ''), today, coming), today);
  // "Mon 1 Dec" does not mean the Monday of a year ago.
  const fits = (date: LocalDate) =>
    weekday(date) === WEEKDAYS[day] && daysBetween(date, today) <= OLDEST_DAYS;
  const dates = calendarDays(rest, today, (years, from) => coming(years.filter(fits), from));
  return judge(
    dates.filter((date) => date !== undefined && fits(date)),
    today,
  );
}

const coming: ChooseYear = (dates, today) => dates.find((date) => date >= today) ?? dates.at(-1);

function judge(readings: readonly (LocalDate | undefined)[], today: LocalDate): ComingReading {
  const dates = [...new Set(readings.filter((date) => date !== undefined))].sort();
  const allowed = dates.filter((date) => date >= today && daysBetween(today, date) <= FURTHEST_DAYS);
  const [first, second] = allowed;
  if (first !== undefined && second !== undefined)
    return { ok: false, error: 'ambiguous', dates: [first, second] };
  if (first !== undefined) return { ok: true, date: first };
  const [date] = dates;
  if (date === undefined) return { ok: false, error: 'unreadable' };
  return { ok: false, error: date < today ? 'past' : 'too-far', date };
}

const RELATIVE: Readonly<Record<string, number>> = {
  today: 0,
  yesterday: -1,
  tomorrow: 1,
  'day after tomorrow': 2,
};

function namedDay(typed: string, today: LocalDate): LocalDate | undefined {
  if (typed === 'next week') return addDays(mondayOf(today), 7);
  const relative = Object.hasOwn(RELATIVE, typed) ? RELATIVE[typed] : undefined;
  if (relative !== undefined) return addDays(today, relative);
  const ahead = dayAhead(typed, today);
  if (ahead !== undefined) return ahead;
  const index = weekdayIndex(/^(?:on |this |next |coming )?([a-z]{2,9})\.?$/.exec(typed)?.[1] ?? '');
  if (index < 0) return undefined;
  const behind = (index - WEEKDAYS.indexOf(weekday(today)) + 7) % 7;
  return addDays(today, behind === 0 ? 7 : behind);
}

function dayAhead(typed: string, today: LocalDate): LocalDate | undefined {
  const match = /^(?:in |for )?(\d{1,4}|[a-z]{1,5}) ?(d|days?|w|weeks?|months?)$/.exec(typed);
  const [, amount = '', unit] = match ?? [];
  if (unit === undefined) return undefined;
  const count = /^an?$/.test(amount) ? 1 : /^\d/.test(amount) ? Number(amount) : NUMBERS.indexOf(amount);
  if (count < 0) return undefined;
  return unit.startsWith('m')
    ? monthsBefore(today, -count)
    : addDays(today, count * (unit.startsWith('w') ? 7 : 1));
}
