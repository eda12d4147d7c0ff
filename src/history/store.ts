/** Lists and finds entries of every kind. Every query names the club and the athlete. */
import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { Span } from './list-query.ts';
import { READERS } from './row-store.ts';
import { lastLoggedFirst, newestFirst } from './rules.ts';
import type { DayOf, Entry, EntryKey, EntryKind } from './types.ts';

/** Entries of these kinds on one side of a place, the nearest to it first. `dayOf` dates what has no day of its own. */
export async function listEntries(
  db: Db,
  owner: Owner,
  kinds: readonly EntryKind[],
  span: Span,
  dayOf: DayOf,
): Promise<Entry[]> {
  const found = await Promise.all(kinds.map((kind) => READERS[kind](db, owner, span, dayOf)));
  const sorted = found.flat().sort(newestFirst);
  if (span.side === 'newer') sorted.reverse();
  return sorted.slice(0, span.take);
}

/** One of this athlete's entries; null when it is gone or somebody else's. */
export async function findEntry(
  db: Db,
  owner: Owner,
  { kind, id }: EntryKey,
  dayOf: DayOf,
): Promise<Entry | null> {
  return (await READERS[kind](db, owner, { id }, dayOf))[0] ?? null;
}

/** What this athlete logged last, not before `loggedSince`; null when there is nothing. */
export async function findLastLogged(
  db: Db,
  owner: Owner,
  loggedSince: Date,
  dayOf: DayOf,
): Promise<Entry | null> {
  const found: Entry[] = [];
  for (const read of Object.values(READERS)) found.push(...(await read(db, owner, { loggedSince }, dayOf)));
  return found.sort(lastLoggedFirst)[0] ?? null;
}
