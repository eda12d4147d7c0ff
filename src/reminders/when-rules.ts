// What people type for "when", as a schedule. Pure: the words, now, a zone and the usual go in.
import { FURTHEST_DAYS } from '../time/coming.ts';
import {
  instantOf,
  isRepeated,
  type LocalDate,
  localDate,
  localTime,
  parseComingDay,
  parseDays,
  parseWallTime,
  type WallTime,
  weekday,
} from '../time/local.ts';
import { NUMBERS } from '../time/parse.ts';
import type { Schedule } from './store.ts';

/** Characters that a `when` can have. */
export const WHEN_LENGTH = 80;

/** What stands in for what is not said. */
export interface Usual {
  /** Comma-separated days for a time alone; null: the next such time, once. */
  readonly days: string | null;
  /** Wall time for days alone; null: it has to be said. */
  readonly time: WallTime | null;
  /** Minutes for "after a session" alone. */
  readonly afterMinutes: number;
}

/** What a `when` is read against. */
export interface Frame {
  readonly now: Date;
  /** IANA zone of the wall times. */
  readonly zone: string;
  readonly usual: Usual;
}

/** What became of a typed `when`. */
export type WhenReading =
  | {
      readonly ok: true;
      readonly schedule: Schedule;
      /** The instant that was meant ("in 2 h"), also in an hour that clocks show twice; null: the schedule says it. */
      readonly exactly: Date | null;
      /** An hour from 1 to 11 that does not say which half of the day: it is taken as the morning's. */
      readonly isHalfOpen: boolean;
    }
  | { readonly ok: false; readonly error: 'unreadable' | 'no-time' | 'past' | 'too-far' | 'ambiguous' };

const UNREADABLE = { ok: false, error: 'unreadable' } as const;
const MINUTE_MS = 60_000;

/**
 * Reads a `when`: "weekdays 18:30", "tue,thu 19.00", "every day at 7", "fridays 6pm", "friday 18:00" (the next one,
 * once), "18:30", "tomorrow 7", "tonight at 8", "1 Dec 9:00", "in 2 h", "in 3 days", "30 min after a session". An hour
 * alone is one of 24. Never throws.
 */
export function readWhen(text: string, frame: Frame): WhenReading {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/(\d{4}-\d{2}-\d{2})t(\d)/, '$1 $2')
    .replace(/\bo['’]clock\b/g, ' ')
    .replace(/(^|\s)(at|@)(?=\s|\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (typed === '' || text.length > WHEN_LENGTH) return UNREADABLE;
  return readAfter(typed, frame) ?? readIn(typed, frame) ?? readDayAndTime(typed, frame);
}

const AFTER =
  /^(?:(.+?) )?after (?:(?:a|the|my|each|every) )?(?:sessions?|training|trainings|practice|workouts?)$/;

function readAfter(typed: string, { usual }: Frame): WhenReading | null {
  const match = AFTER.exec(typed);
  if (match === null) return null;
  const minutes = match[1] === undefined ? usual.afterMinutes : minutesIn(match[1]);
  if (minutes === null || minutes < 1) return UNREADABLE;
  return read({ every: 'session', afterMinutes: minutes });
}

function readIn(typed: string, { now, zone }: Frame): WhenReading | null {
  const [, span] = /^in (.+)$/.exec(typed) ?? [];
  if (span === undefined) return null;
  const day = parseComingDay(typed, localDate(now, zone));
  if (day.ok) return read({ every: 'once', date: day.date, time: localTime(now, zone) });
  if (day.error === 'too-far') return { ok: false, error: 'too-far' };
  const minutes = minutesIn(span);
  if (minutes === null) return null;
  if (minutes < 1) return { ok: false, error: 'past' };
  if (minutes > FURTHEST_DAYS * 24 * 60) return { ok: false, error: 'too-far' };
  const at = new Date((Math.round(now.getTime() / MINUTE_MS) + minutes) * MINUTE_MS);
  return read({ every: 'once', date: localDate(at, zone), time: localTime(at, zone) }, { exactly: at });
}

const SPAN =
  /^(?:([\d.,]+|[a-z]+(?: an)?) ?(?:h|hrs?|hours?))?(?: ?(?:and )?([\d.,]+|[a-z]+) ?(?:m|min|mins|minutes?))?$/;

/** Whole minutes of "90 min", "2 h", "1h30", "1.5 hours" or "half an hour"; null: unreadable. */
export function minutesIn(text: string): number | null {
  const [, hours, minutes] = SPAN.exec(/^\d+ ?h ?\d+$/.test(text) ? `${text} min` : text) ?? [];
  if (hours === undefined && minutes === undefined) return null;
  const total = amount(hours ?? '0') * 60 + amount(minutes ?? '0');
  return Number.isFinite(total) ? Math.round(total) : null;
}

function amount(text: string): number {
  if (text === 'half an') return 0.5;
  if (text === 'a' || text === 'an') return 1;
  if (NUMBERS.includes(text)) return NUMBERS.indexOf(text);
  return /^\d{1,6}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** A time as said: with the half of the day that it leaves open. */
interface SaidTime {
  readonly time: WallTime;
  readonly isHalfOpen: boolean;
}

function readDayAndTime(typed: string, frame: Frame): WhenReading {
  const { words, half } = withoutHalf(typed);
  const time = timeOf(words, half);
  if (time !== null) return onDays('', time, frame);
  const today = localDate(frame.now, frame.zone);
  if (isDay(words, today)) {
    const usual = frame.usual.time;
    if (usual === null) return { ok: false, error: 'no-time' };
    return onDays(words, { time: usual, isHalfOpen: false }, frame);
  }
  const { day, at } = splitTime(words, half);
  return at === null ? UNREADABLE : onDays(day, at, frame);
}

/** Takes "tonight", "this evening" or "every morning" apart into days and a half of the day. */
function withoutHalf(typed: string): { readonly words: string; readonly half: 'am' | 'pm' | null } {
  const parts = /\b(morning|afternoon|evening|night)s?\b/;
  const plain = typed
    .replace(/\btonight\b/, 'today evening')
    .replace(/\bthis (?=morning|afternoon|evening|night)/, 'today ')
    .replace(/\b(every|each) (?=morning|afternoon|evening|night)/, 'daily ')
    .replace(/\b(?:in the )(?=morning|afternoon|evening)/, '');
  const part = parts.exec(plain)?.[1];
  const words = plain.replace(parts, ' ').replace(/\s+/g, ' ').trim();
  return { words, half: part === undefined ? null : part === 'morning' ? 'am' : 'pm' };
}

function isDay(words: string, today: LocalDate): boolean {
  const reading = parseComingDay(words, today);
  return parseDays(words) !== undefined || reading.ok || reading.error !== 'unreadable';
}

/** The time at the end or at the beginning, and the days that are left. */
function splitTime(words: string, half: 'am' | 'pm' | null): { day: string; at: SaidTime | null } {
  const tokens = words.split(' ');
  const halfAlone = /^[ap]\.?m\.?,?$/;
  const last = halfAlone.test(tokens.at(-1) ?? '') ? 2 : 1;
  const first = halfAlone.test(tokens[1] ?? '') ? 2 : 1;
  const atEnd = timeOf(tokens.slice(-last).join(''), half);
  if (atEnd !== null) return { day: tokens.slice(0, -last).join(' '), at: atEnd };
  return { day: tokens.slice(first).join(' '), at: timeOf(tokens.slice(0, first).join(''), half) };
}

function timeOf(text: string, half: 'am' | 'pm' | null): SaidTime | null {
  const token = text.replace(/,$/, '');
  const isBare = /^(0?[1-9]|1[01])(?:[:.h]\d{2}|h)?$/.test(token);
  const time = parseWallTime(isBare && half !== null ? `${token.replace(/h$/, '')}${half}` : token);
  if (time === undefined) return null;
  return { time, isHalfOpen: half === null && /^([1-9]|1[01])$/.test(token) };
}

function onDays(said: string, { time, isHalfOpen }: SaidTime, frame: Frame): WhenReading {
  const day = said.replace(/^[\s,]+|[\s,]+$/g, '');
  const days = day === '' ? frame.usual.days?.split(',') : isRepeated(day) ? parseDays(day) : undefined;
  if (days !== undefined) return read({ every: 'week', days: days.join(','), time }, { isHalfOpen });
  const { now, zone } = frame;
  const today = localDate(now, zone);
  const isAhead = (date: LocalDate) => instantOf(date, time, zone) > now;
  // Whoever says "Friday 18:00" on a Friday morning, or "18:00" alone, means today.
  const mayBeToday = day === '' || parseDays(day)?.[0] === weekday(today);
  if (mayBeToday && isAhead(today)) return read({ every: 'once', date: today, time }, { isHalfOpen });
  const reading = parseComingDay(day === '' ? 'tomorrow' : day, today);
  if (!reading.ok) return { ok: false, error: reading.error };
  if (!isAhead(reading.date)) return { ok: false, error: 'past' };
  return read({ every: 'once', date: reading.date, time }, { isHalfOpen });
}

function read(
  schedule: Schedule,
  { exactly = null, isHalfOpen = false }: { exactly?: Date | null; isHalfOpen?: boolean } = {},
): WhenReading {
  return { ok: true, schedule, exactly, isHalfOpen };
}
