// Numbers of a session: what may be typed, what is asked, load and spikes (handbook §4). Never an alarm.
import { addDays, mondayOf } from '../time/calendar.ts';
import type { SessionType, Stretch, Warmup } from './types.ts';

/** What can be typed for a session or a pain report; all whole numbers. */
export const RANGES = {
  minutes: { min: 1, max: 600 },
  effort: { min: 0, max: 10 },
  rep: { min: 1, max: 200 },
  pain: { min: 0, max: 10 },
} as const;

/** Session load in arbitrary units (AU): CR10 effort × minutes (Foster 2001). */
export function load(effort: number, minutes: number): number {
  return effort * minutes;
}

/** How far above the longest of the last 30 days a session was, in per cent: up to 10, 30, 100, or more. */
export type SpikeBin = 'up-to-10' | 'up-to-30' | 'up-to-100' | 'over-100';

/** A tempo session that is the biggest in 30 days. */
export interface Spike {
  readonly bin: SpikeBin;
  /** Whole per cent above the earlier maximum. */
  readonly percent: number;
  readonly metres: number;
  readonly earlierMax: number;
}

/** Earlier sessions in the window without which nothing is said. */
export const SPIKE_MIN_SESSIONS = 4;

/** How far a session's metres lie above those of the earlier sessions of 30 days; null when they do not, or with fewer than 4 of them. */
export function spike(metres: number, earlier: readonly number[]): Spike | null {
  const earlierMax = Math.max(0, ...earlier);
  if (earlier.length < SPIKE_MIN_SESSIONS || earlierMax === 0 || metres <= earlierMax) return null;
  // Whole metres on both sides, so that exactly 10 % above is not moved over the edge by rounding.
  const bin = [
    { bin: 'up-to-10', most: 110 } as const,
    { bin: 'up-to-30', most: 130 } as const,
    { bin: 'up-to-100', most: 200 } as const,
  ].find(({ most }) => metres * 100 <= earlierMax * most)?.bin;
  const percent = Math.round((metres / earlierMax - 1) * 100);
  return { bin: bin ?? 'over-100', percent, metres, earlierMax };
}

/** Days before a session whose sessions it is compared with (handbook §4); its own day counts too. */
export const SPIKE_WINDOW_DAYS = 30;

/** A session among others: its local day, and when it was logged. */
interface Placed {
  readonly id: string;
  readonly localDate: string;
  readonly loggedAt: Date;
}

/**
 * Metres of the tempo sessions that came before this one in its 30 days (handbook §4); a session without metres is
 * left out, because what is not known is not 0. Of one day, the one that was logged earlier came before.
 */
export function earlierTempoMetres(
  session: Placed,
  others: readonly (Placed & { readonly type: string; readonly metres: number | null })[],
): number[] {
  const first = addDays(session.localDate, -SPIKE_WINDOW_DAYS);
  return others
    .filter((other) => other.id !== session.id && other.type === 'tempo' && other.localDate >= first)
    .filter(
      (other) =>
        other.localDate < session.localDate ||
        (other.localDate === session.localDate && other.loggedAt <= session.loggedAt),
    )
    .flatMap(({ metres }) => (metres === null ? [] : [metres]));
}

/** The local days that the answer to a log looks at: 30 days before it, to the Sunday of its week. */
export function daysAround(localDate: string): {
  readonly first: string;
  readonly monday: string;
  readonly last: string;
} {
  const monday = mondayOf(localDate);
  return { first: addDays(localDate, -SPIKE_WINDOW_DAYS), monday, last: addDays(monday, 6) };
}

/** Minutes within which the same session logged again is likely the same one [D]. */
export const SAME_WITHIN_MINUTES = 10;

/** The latest session of the same local day, type, work and minutes that was logged up to 10 minutes before; null: none. */
export function sameJustLogged<S extends Placed & Repeatable>(
  session: S,
  others: readonly (Placed & Repeatable)[],
): Date | null {
  const same = others.filter((other) => {
    const apart = session.loggedAt.getTime() - other.loggedAt.getTime();
    const isJustBefore = apart >= 0 && apart <= SAME_WITHIN_MINUTES * 60_000;
    return other.id !== session.id && isJustBefore && SAME_FIELDS.every((key) => other[key] === session[key]);
  });
  return same.reduce<Date | null>(
    (latest, { loggedAt }) => (latest === null || loggedAt > latest ? loggedAt : latest),
    null,
  );
}

interface Repeatable {
  readonly type: string;
  readonly work: string | null;
  readonly minutes: number | null;
}

const SAME_FIELDS = ['localDate', 'type', 'work', 'minutes'] as const;

/** The habits of a session; null is "not answered". */
export interface Habits {
  readonly warmup: Warmup | null;
  readonly core: boolean | null;
  readonly stretch: Stretch | null;
}

/** When each habit was answered; null: it is not. Only what was noted before the pain goes before it (handbook §8). */
export interface HabitTimes {
  readonly warmupAt: Date | null;
  readonly coreAt: Date | null;
  readonly stretchAt: Date | null;
}

/**
 * The times that change with these answers: now for one that was given or is another one than before, null for one
 * that was emptied, none for one that stays. `before` null: nothing was answered yet.
 */
export function answeredAt(before: Habits | null, changes: Partial<Habits>, now: Date): Partial<HabitTimes> {
  const at = (habit: keyof Habits) => {
    const answer = changes[habit];
    if (answer === undefined || answer === (before?.[habit] ?? null)) return {};
    return { [`${habit}At`]: answer === null ? null : now };
  };
  return { ...at('warmup'), ...at('core'), ...at('stretch') };
}

/** Whether the answer asks for the warm-up: before everything but regeneration, mobility and core work [D]. */
export function asksWarmup(type: SessionType): boolean {
  return type !== 'regen' && type !== 'mobility' && type !== 'core';
}

/** Whether a session is of one kind of care, like massage or stretching: regeneration and mobility [D]. */
export function takesModality(type: SessionType): boolean {
  return type === 'regen' || type === 'mobility';
}
