// Order and pages of the history, and what may be mended. Fixed club rules [D], not medical evidence.
import type { Entry, EntryKind, Filter, Position, ReportFacts } from './types.ts';

/** Entries of one page: what a phone shows without much scrolling. */
export const PAGE_SIZE = 8;

/** Hours after logging in which `/undo` takes an entry back [D]. */
export const UNDO_HOURS = 24;

/** Sorts the newest first: by local day, then by the moment of logging, then by id. */
export function newestFirst(a: Position, b: Position): number {
  return compare(b.localDate, a.localDate) || compare(b.at.getTime(), a.at.getTime()) || compare(b.id, a.id);
}

/** Sorts what was logged last first, of whichever day it is. */
export function lastLoggedFirst(a: Position, b: Position): number {
  return compare(b.at.getTime(), a.at.getTime()) || compare(b.id, a.id);
}

/** The kinds that a filter lets through. */
export function kindsOf(filter: Filter): readonly EntryKind[] {
  return KINDS_OF[filter];
}

const KINDS_OF: Readonly<Record<Filter, readonly EntryKind[]>> = {
  all: ['session', 'report', 'check-in', 'habit', 'set', 'weekly'],
  sessions: ['session'],
  pain: ['report', 'weekly'],
  'check-ins': ['check-in'],
  habits: ['habit', 'set'],
};

/**
 * Whether a report's numbers may be mended [D]: not when its light came from a warning sign, reviewed or not. New
 * numbers would make that light milder than what the athlete was told (handbook §2).
 */
export function mayMend({ sign, light }: Pick<ReportFacts, 'sign' | 'light'>): boolean {
  return sign === 'none' && light !== 'emergency' && light !== 'urgent' && light !== 'red-see-clinician';
}

/** Whether a report may be deleted or taken back: not while it holds a sign that no clinician has reviewed (handbook §2). */
export function mayDelete({ sign }: Pick<ReportFacts, 'sign'>): boolean {
  return sign !== 'open';
}

/** Entries of one local day under one heading, in the order of the list. */
export function byDay(entries: readonly Entry[]): { localDate: string; entries: Entry[] }[] {
  const days: { localDate: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.localDate === entry.localDate) last.entries.push(entry);
    else days.push({ localDate: entry.localDate, entries: [entry] });
  }
  return days;
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
