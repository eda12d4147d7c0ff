/** How days and times are written for people: always in words that cannot be misread. */
import { DateTime } from 'luxon';
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDate,
  localTime,
  parseLocalDate,
  WEEKDAYS,
  type Weekday,
} from './local.ts';

/** "Mon 20 Nov". */
export function showDate(date: LocalDate): string {
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('ccc d LLL');
}

/** "today, Mon 20 Nov", "yesterday, Sun 19 Nov", "Sat 18 Nov". */
export function showDay(date: LocalDate, today: LocalDate): string {
  const near = ['today, ', 'yesterday, '][daysBetween(date, today)] ?? '';
  return `${near}${showDate(date)}`;
}

/** "Mon 20 Nov 18:00" by a clock in this zone. */
export function showMoment(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).setLocale('en-GB').toFormat('ccc d LLL HH:mm');
}

/** "Mon 20 Nov" on a calendar in this zone. */
export function showLocalDate(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).setLocale('en-GB').toFormat('ccc d LLL');
}

/** "today 20:30", "tomorrow 18:00", "yesterday 18:00" or "Wed 25 Nov 18:00", by a clock in this zone. */
export function showNear(at: Date, now: Date, zone: string): string {
  const [date, today] = [localDate(at, zone), localDate(now, zone)];
  const near: Readonly<Record<string, string>> = {
    [addDays(today, -1)]: 'yesterday',
    [today]: 'today',
    [addDays(today, 1)]: 'tomorrow',
  };
  return `${near[date] ?? showDate(date)} ${localTime(at, zone)}`;
}

/** "every day", "weekdays", "Mon, Wed, Fri" from comma-separated weekdays. */
export function showDays(days: string): string {
  const chosen = WEEKDAYS.filter((day) => days.split(',').includes(day));
  if (chosen.length === 7) return 'every day';
  if (chosen.join() === 'mon,tue,wed,thu,fri') return 'weekdays';
  return chosen.map((day) => `${day[0]?.toUpperCase()}${day.slice(1)}`).join(', ');
}

/** Days of a weekly rule so that they cannot be taken for one day: "Mondays", else as `showDays`. */
export function showWeekly(days: string): string {
  const only = WEEKDAYS.find((day) => day === days);
  return only === undefined ? showDays(days) : `${WEEKDAY_NAMES[only]}s`;
}

/** "Monday". */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** Days for autocomplete: the last eight, or the one that was typed. */
export function suggestDates(typed: string, today: LocalDate): { name: string; value: string }[] {
  const reading = typed.trim() === '' ? null : parseLocalDate(typed, today);
  const dates =
    reading === null
      ? Array.from({ length: 8 }, (_, back) => addDays(today, -back))
      : reading.ok
        ? [reading.date]
        : reading.error === 'ambiguous'
          ? reading.dates
          : [];
  return dates.map((date) => ({ name: showDay(date, today), value: date }));
}

/** "20 Nov". */
export function showShortDate(date: LocalDate): string {
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('d LLL');
}
