// What the history lists: everything that an athlete has entered, whatever table it lies in.
import type { FlagLevel, Light, Phase } from '../pain/types.ts';
import type { Session } from '../sessions/store.ts';
import type { LocalDate } from '../time/local.ts';

/** The kinds of entry. `habit`: marked as done apart from a session; `set`: exercises that were done. */
export const ENTRY_KINDS = ['session', 'report', 'check-in', 'habit', 'set', 'weekly'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Which entries are shown. */
export const FILTERS = ['all', 'sessions', 'pain', 'check-ins', 'habits'] as const;
export type Filter = (typeof FILTERS)[number];

/** Where an entry stands: by local day, then by the moment of logging, then by id; so nothing new moves it. */
export interface Position {
  readonly localDate: LocalDate;
  readonly at: Date;
  readonly id: string;
}

/** The day on which an instant falls for this athlete. */
export type DayOf = (at: Date) => LocalDate;

/** One entry by its table and id; whose it is, only the caller says. */
export interface EntryKey {
  readonly kind: EntryKind;
  readonly id: string;
}

/** A warning sign at a report: none, one that no clinician has reviewed, or one that a clinician has (handbook §2). */
export type Sign = 'none' | 'open' | 'reviewed';

/** What a session says. */
export interface SessionFacts
  extends Pick<
    Session,
    'type' | 'work' | 'metres' | 'minutes' | 'effort' | 'warmup' | 'core' | 'stretch' | 'notes'
  > {
  /** What a regeneration session was, like massage. */
  readonly modality: string | null;
  /** The athlete said that nothing hurt; false is "not said". */
  readonly painFree: boolean;
}

/** What a pain report says, its light, and its warning sign. */
export interface ReportFacts {
  readonly area: string;
  readonly phase: Phase;
  /** 0 to 10; null: not answered. */
  readonly now: number | null;
  readonly start: number | null;
  /** Against the report before, when it was said without a number: gone, better, same or worse. */
  readonly trend: string | null;
  readonly growing: boolean;
  readonly strideChanged: boolean;
  readonly kinds: readonly string[];
  readonly rep: number | null;
  readonly notes: string | null;
  readonly light: Light;
  readonly sign: Sign;
  /** How pressing the sign is; "none" without one. */
  readonly signLevel: FlagLevel;
}

/** Answers from 1 to 5, 5 best; null: not asked (handbook §5). */
export interface CheckInFacts {
  readonly fatigue: number;
  readonly sleep: number;
  readonly soreness: number;
  readonly stress: number | null;
  readonly mood: number | null;
}

/** A set of exercises that was done (handbook §7). */
export interface SetFacts {
  readonly menu: 'core' | 'stretch';
  readonly minutes: number;
  /** 1 to 3. */
  readonly level: number;
  /** How many exercises it had. */
  readonly exercises: number;
  readonly answer: 'easy' | 'right' | 'hard' | null;
}

/** The weekly questions (handbook §3); each 0, 8, 17 or 25, null where it was skipped. */
export interface WeeklyFacts {
  readonly weekOf: LocalDate;
  readonly area: string | null;
  readonly participation: number;
  readonly modified: number | null;
  readonly performance: number | null;
  readonly pain: number | null;
  /** 0 to 100. */
  readonly severity: number;
  readonly substantial: boolean;
}

/** One entry with its place in the list. */
export type Entry = Position &
  (
    | { readonly kind: 'session'; readonly facts: SessionFacts }
    | { readonly kind: 'report'; readonly facts: ReportFacts }
    | { readonly kind: 'check-in'; readonly facts: CheckInFacts }
    | { readonly kind: 'habit'; readonly facts: { readonly habit: 'core' | 'stretch' } }
    | { readonly kind: 'set'; readonly facts: SetFacts }
    | { readonly kind: 'weekly'; readonly facts: WeeklyFacts }
  );

/** One entry, and whether any warning sign is open. */
export interface OpenedEntry {
  readonly entry: Entry;
  readonly signOpen: boolean;
}

/** An entry that is a pain report. */
export type ReportEntry = Extract<Entry, { readonly kind: 'report' }>;
