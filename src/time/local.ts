// Local days and wall times, and the instants that they stand for.
import { DateTime, IANAZone } from 'luxon';
import { type LocalDate, minutesOf, utcMidnight, type WallTime } from './calendar.ts';

export {
  addDays,
  daysBetween,
  isLocalDate,
  isWallTime,
  type LocalDate,
  minutesOf,
  mondayOf,
  monthsBefore,
  type WallTime,
  WEEKDAYS,
  type Weekday,
  weekday,
} from './calendar.ts';
export { type ComingReading, parseComingDay } from './coming.ts';
export { type DateReading, parseLocalDate, parseWallTime } from './parse.ts';
export { isBetween, isRepeated, parseDays } from './week.ts';
export { isZone, readZone, suggestZones } from './zones.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

/** The day that a calendar in `zone` shows at this instant; throws RangeError for a zone that nobody knows. */
export function localDate(at: Date, zone: string): LocalDate {
  return inZone(at, zone).toISODate();
}

/** What a clock in `zone` shows at this instant; throws RangeError for a zone that nobody knows. */
export function localTime(at: Date, zone: string): WallTime {
  return inZone(at, zone).toISO({ includeOffset: false }).slice(11, 16);
}

/**
 * The instant at which clocks in `zone` show this day and time. A time that clocks jump over is shifted
 * forward by the length of the jump; one that they show twice means its first showing (platform: delivery).
 * Luxon alone would answer the second case differently in summer and in winter, so the choice is made here.
 */
export function instantOf(date: LocalDate, time: WallTime, zone: string): Date {
  const wall = utcMidnight(date) + minutesOf(time) * MS_PER_MINUTE;
  const before = offsetMs(wall - MS_PER_DAY, zone);
  const after = offsetMs(wall + MS_PER_DAY, zone);
  const showings = [before, after]
    .map((offset) => wall - offset)
    .filter((at) => at + offsetMs(at, zone) === wall);
  return new Date(showings.length > 0 ? Math.min(...showings) : wall - before);
}

function inZone(at: Date, zone: string): DateTime<true> {
  const local = DateTime.fromJSDate(at, { zone });
  if (!local.isValid) throw new RangeError(`no local time for ${String(at)} in ${zone}`);
  return local;
}

function offsetMs(at: number, zone: string): number {
  const offset = IANAZone.create(zone).offset(at);
  if (Number.isNaN(offset)) throw new RangeError(`not a time zone: ${zone}`);
  return offset * MS_PER_MINUTE;
}
