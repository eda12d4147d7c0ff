// What coaches may know of an entry (handbook §9).
import type { Sharing } from '../athletes/rules.ts';

interface Shown {
  readonly visibility: Sharing;
}

/** Whether coaches may know of an entry: its colour and its habits. */
export function isShared({ visibility }: Shown): boolean {
  return visibility !== 'only-me';
}

/** Whether coaches may know an entry's numbers. */
export function isDetailed({ visibility }: Shown): boolean {
  return visibility === 'details';
}
