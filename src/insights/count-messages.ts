/** How counts are written in the insights. */
import type { Arm } from './statistics-rules.ts';

/** "6 of 10". */
export function outOf({ events, total }: Arm): string {
  return `${events} of ${total}`;
}

/** "1 session", "2 sessions". */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
