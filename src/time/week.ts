// Days of the week as people type them, and stretches of the day.
import { minutesOf, type WallTime, WEEKDAYS, type Weekday } from './calendar.ts';

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const GROUPS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: WEEKDAYS,
  everyday: WEEKDAYS,
  all: WEEKDAYS,
  weekday: WEEKDAYS.slice(0, 5),
  weekdays: WEEKDAYS.slice(0, 5),
  weekend: WEEKDAYS.slice(5),
  weekends: WEEKDAYS.slice(5),
};

const FILLERS = new Set(['and', 'on', 'every', 'each']);

/**
 * Reads days in any order: "mon wed fri", "mon,wed", "Tuesdays and Thursdays", "mon-fri", "weekdays", "every day",
 * "weekend". Sorted from Monday, each once; undefined when a word is no day or there is none.
 */
export function parseDays(text: string): Weekday[] | undefined {
  const typed = text
    .toLowerCase()
    .replace(/\b(every|each)\s+day\b/g, 'daily')
    .replace(/\s*(?:[-–—]|\b(?:to|until|through)\b)\s*/g, '-');
  const words = typed.split(/[\s,;/+&.]+/).filter((word) => word !== '' && !FILLERS.has(word));
  const chosen = new Set<Weekday>();
  for (const word of words) {
    const days = daysOf(word);
    if (days === undefined) return undefined;
    for (const day of days) chosen.add(day);
  }
  return chosen.size === 0 ? undefined : WEEKDAYS.filter((day) => chosen.has(day));
}

/** Whether readable days mean again and again: several, "Fridays", "every Friday"; "Friday" alone is the next one. */
export function isRepeated(text: string): boolean {
  const typed = text.toLowerCase();
  const isPlural = (word: string) =>
    word.endsWith('s') && dayIndex(word) >= 0 && !NAMES.some((full) => full.startsWith(word));
  return (
    (parseDays(text)?.length ?? 0) > 1 ||
    /\b(every|each)\b/.test(typed) ||
    typed.split(/[^a-z]+/).some(isPlural)
  );
}

/** Whether a wall time lies from `from` on and before `to`; over midnight when `from` is later; equal ends are no time at all. */
export function isBetween(time: WallTime, from: WallTime, to: WallTime): boolean {
  const [at, start, end] = [minutesOf(time), minutesOf(from), minutesOf(to)];
  return start <= end ? at >= start && at < end : at >= start || at < end;
}

function daysOf(word: string): readonly Weekday[] | undefined {
  if (Object.hasOwn(GROUPS, word)) return GROUPS[word];
  const [from, to, ...more] = word.split('-').map(dayIndex);
  if (from === undefined || from < 0 || more.length > 0) return undefined;
  if (to === undefined) return WEEKDAYS.slice(from, from + 1);
  if (to < 0) return undefined;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => WEEKDAYS[(from + step) % 7] ?? 'mon');
}

function dayIndex(word: string): number {
  if (word.length < 2) return -1;
  const found = NAMES.findIndex((full) => full.startsWith(word));
  return found < 0 && word.endsWith('s') ? dayIndex(word.slice(0, -1)) : found;
}
