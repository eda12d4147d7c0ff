// When a reminder comes that was put off.
import { addDays, instantOf, localDate, type WallTime } from '../time/local.ts';

/** For how long a reminder can be put off. */
export const LATERS = ['10-min', '1-h', 'after-dinner', 'tomorrow'] as const;

/** One of them. */
export type Later = (typeof LATERS)[number];

/** Kinds that can be put off: those that ask for something which can wait. */
export const WAITING_KINDS: readonly string[] = ['core', 'stretch', 'warm-up', 'own', 'check-in'];

/** When dinner is over, by the athlete's clock [D]. */
export const DINNER_OVER: WallTime = '20:30';

const MINUTE_MS = 60_000;

/** Nearer than this, dinner is still to come: the reminder waits the time that it takes. */
const NEAR_MINUTES = 30;
const DINNER_MINUTES = 90;

/**
 * The instant to which a reminder is put off. 10 minutes, an hour and dinner's 90 minutes pass as on a stopwatch;
 * after dinner is 20:30 today, tomorrow is the reminder's own time, both by clocks in `zone` (gap forward, overlap once).
 */
export function laterTime(
  later: Later,
  now: Date,
  at: { readonly zone: string; readonly time: WallTime },
): Date {
  const after = (minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS);
  const today = localDate(now, at.zone);
  switch (later) {
    case '10-min':
      return after(10);
    case '1-h':
      return after(60);
    case 'after-dinner': {
      const over = instantOf(today, DINNER_OVER, at.zone);
      return over >= after(NEAR_MINUTES) ? over : after(DINNER_MINUTES);
    }
    case 'tomorrow':
      return instantOf(addDays(today, 1), at.time, at.zone);
  }
}
