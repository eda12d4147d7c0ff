import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import { UserError } from '../faults.ts';
import { listOpenFlags } from '../pain/screen-store.ts';
import { type LocalDate, localDate } from '../time/local.ts';
import type { Span } from './list-query.ts';
import { kindsOf, PAGE_SIZE } from './rules.ts';
import { findEntry, listEntries } from './store.ts';
import type { DayOf, Entry, EntryKey, Filter, OpenedEntry, Position } from './types.ts';

/** A page of the list, the newest first. */
export interface HistoryPage {
  readonly filter: Filter;
  /** Up to 8. */
  readonly entries: readonly Entry[];
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
  /** A warning sign is open: nothing green is shown (handbook, Never 2). */
  readonly signOpen: boolean;
}

/** Which page: the first, the one after or before an entry, or the one that begins at it. */
export interface PageAt {
  readonly side: 'older' | 'newer';
  readonly from: Position | null;
  readonly including: boolean;
}

/** The page that begins with the newest entry. */
export const FIRST_PAGE: PageAt = { side: 'older', from: null, including: false };

/**
 * A page of this athlete's own entries. Places are entries, not numbers of pages: what is logged meanwhile moves
 * nothing. Where there is nothing any more, it is the nearest page that there is.
 */
export async function openPage(context: AthleteContext, filter: Filter, at: PageAt): Promise<HistoryPage> {
  const owner = ownerOf(context.athlete);
  const { db } = context.app.database;
  const list = (span: Span) => listEntries(db, owner, kindsOf(filter), span, dayOf(context));
  const signOpen = (await listOpenFlags(db, owner)).length > 0;
  const found = await list({ ...at, take: PAGE_SIZE + 1 });
  const entries = found.slice(0, PAGE_SIZE);
  const first = at.side === 'older' ? entries[0] : entries.at(-1);
  if (at.side === 'newer' && entries.length < PAGE_SIZE) return await openPage(context, filter, FIRST_PAGE);
  if (first === undefined) {
    if (at.from === null) return { filter, entries, hasNewer: false, hasOlder: false, signOpen };
    return await openPage(context, filter, { side: 'newer', from: null, including: false });
  }
  const more = found.length > PAGE_SIZE;
  if (at.side === 'newer') {
    const hasOlder = at.from !== null;
    return { filter, entries: entries.reverse(), hasNewer: more, hasOlder, signOpen };
  }
  const newer = at.from === null ? [] : await list({ side: 'newer', from: first, including: false, take: 1 });
  return { filter, entries, hasNewer: newer.length > 0, hasOlder: more, signOpen };
}

/** One of this athlete's entries. Throws `stale` when it is gone or somebody else's. */
export async function openEntry(context: AthleteContext, key: EntryKey): Promise<OpenedEntry> {
  const owner = ownerOf(context.athlete);
  const { db } = context.app.database;
  const entry = await findEntry(db, owner, key, dayOf(context));
  if (entry === null) throw new UserError({ code: 'stale' });
  return { entry, signOpen: (await listOpenFlags(db, owner)).length > 0 };
}

/** Dates an instant by this athlete's calendar. */
export function dayOf({ athlete, club }: AthleteContext): DayOf {
  return (at) => localDate(at, zoneOf(athlete, club));
}

/** Today by this athlete's calendar. */
export function today(context: AthleteContext): LocalDate {
  return dayOf(context)(context.now);
}
