// What can be a person's best time: wide bounds that only a slip of the finger crosses.
import type { BestTime } from './store.ts';

/** Distances that a best can be set for, in whole metres. */
export const BEST_METRES = { min: 20, max: 10_000 } as const;

/** Metres a second below which a time is a walk. */
const SLOWEST = 1;

/**
 * Metres a second that nobody exceeds over distances up to `upTo`, about a twentieth above the records [D]; the
 * shortest are also run from a flying start.
 */
const FASTEST: readonly { readonly upTo: number; readonly speed: number }[] = [
  { upTo: 60, speed: 13 },
  { upTo: 200, speed: 11 },
  { upTo: 400, speed: 10.3 },
  { upTo: 600, speed: 9.2 },
  { upTo: 800, speed: 8.4 },
  { upTo: 1_500, speed: 8 },
  { upTo: 5_000, speed: 7.4 },
  { upTo: BEST_METRES.max, speed: 6.8 },
];

/** Whether a best can be true: not faster than the records, not slower than a walk. */
export function plausibility({ metres, seconds }: BestTime): 'plausible' | 'too-fast' | 'too-slow' {
  const limit = FASTEST.find(({ upTo }) => metres <= upTo)?.speed ?? 0;
  if (metres / seconds > limit) return 'too-fast';
  return metres / seconds < SLOWEST ? 'too-slow' : 'plausible';
}
