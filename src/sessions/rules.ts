// Numbers of a session: what may be typed, load and spikes (handbook §4). Never an alarm.

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
