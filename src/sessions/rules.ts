// Numbers of a session: what may be typed, load, spikes and tempo pace (handbook §4 and §6). Never an alarm.

/** What can be typed for a session or a pain report; all whole numbers, notes counted in characters. */
export const RANGES = {
  minutes: { min: 1, max: 600 },
  effort: { min: 0, max: 10 },
  rep: { min: 1, max: 200 },
  pain: { min: 0, max: 10 },
  notes: { min: 0, max: 1000 },
} as const;
/** Session load in arbitrary units (AU): CR10 effort × minutes (Foster 2001). */
export function load(effort: number, minutes: number): number {
  return effort * minutes;
}

/** Monotony and strain of seven days' loads. */
export interface WeekShape {
  /** AU of the seven days. */
  readonly sum: number;
  /** Mean ÷ sample standard deviation; null: n/a. */
  readonly monotony: number | null;
  /** Sum × monotony; null: n/a. */
  readonly strain: number | null;
}

/**
 * The shape of a week from seven daily loads in AU: 0 for a rest day that was confirmed, null for a day neither
 * logged nor confirmed. Such a day, or seven equal ones, leave monotony and strain n/a; without seven days null.
 */
export function weekShape(loads: readonly (number | null)[]): WeekShape | null {
  if (loads.length !== 7) return null;
  const known = loads.filter((each) => each !== null);
  const sum = known.reduce((total, each) => total + each, 0);
  const mean = sum / 7;
  const deviation = Math.sqrt(known.reduce((total, each) => total + (each - mean) ** 2, 0) / 6);
  if (known.length < 7 || deviation === 0) return { sum, monotony: null, strain: null };
  return { sum, monotony: mean / deviation, strain: (sum * mean) / deviation };
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

/** Tempo's share of best speed in per cent: the working range, whose upper end is also the limit. */
export const TEMPO_RANGE = { from: 65, to: 75 } as const;

/** Speed of a repetition in per cent of the athlete's best over that distance: best ÷ time × 100, both in seconds. */
export function speedPercent(bestSeconds: number, repSeconds: number): number {
  return (bestSeconds / repSeconds) * 100;
}

/** The times in seconds between which a tempo repetition belongs: `fastest` at 75 % of best speed, `slowest` at 65 %. */
export function tempoTimes(bestSeconds: number): { readonly fastest: number; readonly slowest: number } {
  return {
    fastest: (bestSeconds / TEMPO_RANGE.to) * 100,
    slowest: (bestSeconds / TEMPO_RANGE.from) * 100,
  };
}

/** Where a repetition lies: faster than tempo allows, in the working range, or slower than it. */
export function tempoFit(bestSeconds: number, repSeconds: number): 'too-fast' | 'in-range' | 'slower' {
  const percent = Math.round(speedPercent(bestSeconds, repSeconds) * 1e9) / 1e9;
  if (percent > TEMPO_RANGE.to) return 'too-fast';
  return percent >= TEMPO_RANGE.from ? 'in-range' : 'slower';
}
