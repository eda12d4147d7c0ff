// Order and pages of the history, and what may be mended. Fixed club rules [D], not medical evidence.
import { SIGN_LIGHTS } from '../pain/types.ts';
import type { Entry, EntryKind, Filter, OpenedEntry, Position, ReportEntry, ReportFacts } from './types.ts';

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
 * The report whose numbers may be mended; null for other entries, while any warning sign is open, and where the light
 * came from one, reviewed or not: new numbers would make it milder than what the athlete was told (handbook §2) [D].
 */
export function mendable({ entry, signOpen }: OpenedEntry): ReportEntry | null {
  if (entry.kind !== 'report' || signOpen || entry.facts.sign !== 'none') return null;
  return SIGN_LIGHTS.includes(entry.facts.light) ? null : entry;
}

/**
 * Whether a mended report is asked about warning signs again, although they were answered: with the new numbers they
 * are due at any report, RED or numb, and with the old ones they were not (handbook §1).
 */
export function asksAnew(before: Judged, now: Judged): boolean {
  const isDue = ({ kinds, light }: Judged) => light === 'red' || kinds.some((kind) => NUMB.includes(kind));
  return isDue(now) && !isDue(before);
}

type Judged = Pick<ReportFacts, 'kinds' | 'light'>;

const NUMB: readonly string[] = ['pins-and-needles', 'numbness'];

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
