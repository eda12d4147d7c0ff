// How the days take turns: which category leads, which exercises come first, and how many the time takes (handbook §7).
import { daysBetween, type LocalDate } from '../time/local.ts';
import { doseAt, type Level } from './dose-rules.ts';
import { type Area, CATEGORIES, type Exercise, type Menu } from './menu.ts';

/** Exercises of one set at most: what a phone shows without scrolling [D]. */
const MOST_EXERCISES = 6;

/** What the turn depends on. */
export interface Turn {
  readonly menu: Menu;
  readonly level: Level;
  readonly minutes: number;
  readonly day: LocalDate;
}

type Part = 'front' | 'side' | 'back';

/** Part of the body that an area is balanced as [D]: hips and upper back count as side, hamstrings and calves as back. */
export function partOf(area: Area): Part {
  if (['front', 'rotation', 'trunk', 'quad'].includes(area)) return 'front';
  return ['side', 'hip', 'thoracic', 'glute'].includes(area) ? 'side' : 'back';
}

/**
 * Numbers of a set out of those that fit: one category leads, another the day after, and front, side and back take
 * turns until the time is full [D].
 */
export function setOfDay(fits: readonly Exercise[], turn: Turn): number[] {
  const day = daysBetween('2024-01-01', turn.day);
  const categories = CATEGORIES[turn.menu].filter((name) => fits.some(({ category }) => category === name));
  const lead = categories[modulo(day, categories.length)];
  const round = Math.floor(day / Math.max(1, categories.length));
  const queues = (['front', 'side', 'back'] as const).map((part) => {
    const own = fits.filter(({ area }) => partOf(area) === part);
    return [
      ...rotated(
        own.filter(({ category }) => category === lead),
        round,
      ),
      ...rotated(
        own.filter(({ category }) => category !== lead),
        day,
      ),
    ];
  });
  return taken(inTurn(queues), turn);
}

/** The first of each queue, then the second of each, and so on. */
function inTurn(queues: readonly (readonly Exercise[])[]): Exercise[] {
  const longest = Math.max(...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    queues.flatMap((queue) => queue.slice(index, index + 1)),
  ).flat();
}

/** As many as the time takes; one that no longer goes in is passed over. */
function taken(exercises: readonly Exercise[], { level, minutes }: Turn): number[] {
  const set: number[] = [];
  let seconds = 0;
  for (const exercise of exercises) {
    const more = doseAt(exercise, level).seconds;
    if (set.length === MOST_EXERCISES || seconds + more > minutes * 60) continue;
    set.push(exercise.number);
    seconds += more;
  }
  return set;
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const start = modulo(by, list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}

function modulo(value: number, by: number): number {
  return by === 0 ? 0 : ((value % by) + by) % by;
}
