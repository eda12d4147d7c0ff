// What coaches may know of an entry (handbook §9).
import { type Sharing, stricter } from '../athletes/rules.ts';

interface Shown {
  readonly visibility: Sharing;
}

/** An entry as coaches may see it now: what was taken back since is hidden, what was never given stays so. */
export function narrowed<Entry extends Shown>(entry: Entry, sharing: Sharing): Entry {
  return { ...entry, visibility: stricter(entry.visibility, sharing) };
}

/** Whether coaches may know of an entry: its colour and its habits. */
export function isShared({ visibility }: Shown): boolean {
  return visibility !== 'only-me';
}

/** Whether what was not done may be told of somebody: the athlete shares, and so did the latest entry. */
export function isOpen({
  sharing,
  lastLogged,
}: {
  readonly sharing: Sharing;
  readonly lastLogged: Shown | null;
}): boolean {
  return sharing !== 'only-me' && lastLogged !== null && isShared(lastLogged);
}

/** Whether coaches may know an entry's numbers. */
export function isDetailed({ visibility }: Shown): boolean {
  return visibility === 'details';
}
