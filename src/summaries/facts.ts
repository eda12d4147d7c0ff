// What the daily summary is made from, and what it says. Only rules.ts turns the one into the other.
import type { Sharing } from '../athletes/rules.ts';
import type { Light } from '../pain/types.ts';
import type { SpikeBin } from '../sessions/rules.ts';
import type { SessionType, Stretch, Warmup } from '../sessions/types.ts';
import type { LocalDate } from '../time/local.ts';

/** A logged session. */
export interface SessionFact {
  readonly visibility: Sharing;
  /** The athlete's day of the session. */
  readonly localDate: LocalDate;
  readonly loggedAt: Date;
  /** When it was last changed after it was logged; null: never. */
  readonly changedAt: Date | null;
  readonly type: SessionType;
  readonly warmup: Warmup | null;
  readonly core: boolean | null;
  readonly stretch: Stretch | null;
  /** AU; null: effort or minutes not given. */
  readonly load: number | null;
  /** Running metres; null: none read. */
  readonly metres: number | null;
}

/** A pain report, of the day or earlier. */
export interface ReportFact {
  readonly visibility: Sharing;
  readonly reportedAt: Date;
  /** When it was last changed after it was reported; null: never. */
  readonly changedAt: Date | null;
  /** The athlete's day of the report. */
  readonly localDate: LocalDate;
  /** Area id; reports of one area are one story. */
  readonly area: string;
  readonly light: Light;
  readonly now: number | null;
  readonly start: number | null;
  /** Repetition at which it began. */
  readonly rep: number | null;
  /** The first report of its episode. */
  readonly newEpisode: boolean;
}

/** A tempo session of which the metres are known. */
export interface TempoSession {
  readonly visibility: Sharing;
  readonly localDate: LocalDate;
  readonly metres: number;
}

/** Everything that a summary may look at of one athlete. */
export interface AthleteFacts {
  readonly userId: string;
  /** The athlete's setting now; each entry carries the stricter of it and the one it was made under. */
  readonly sharing: Sharing;
  readonly sessions: readonly SessionFact[];
  /** Of the 7 days before: what came late of them is told. */
  readonly earlierSessions: readonly SessionFact[];
  /** Of the day and since. */
  readonly reports: readonly ReportFact[];
  /** Of the days before, in any order. */
  readonly earlierReports: readonly ReportFact[];
  /** Of the days before, as far back as a session of 7 days ago is compared. */
  readonly earlierTempo: readonly TempoSession[];
  /** The latest entry of any kind, the day included; null: none yet. */
  readonly lastLogged: { readonly date: LocalDate; readonly visibility: Sharing } | null;
  /** The day was one for core work and none was logged or marked. */
  readonly coreMissed: boolean;
  /** Earlier days whose core work was told as not logged, and was noted since the last telling; oldest first. */
  readonly coreLate: readonly CoreLate[];
  /** When core work was marked as done apart from a session, since the last telling. */
  readonly coreMarkedAt: readonly Date[];
}

/** A day whose core work was noted late: by what was logged since, or by a change of a session that was there. */
export interface CoreLate {
  readonly day: LocalDate;
  readonly how: Extract<Lateness, 'logged' | 'changed'>;
}

/** What the coaches were told last. */
export interface Told {
  /** The day that it was about. */
  readonly day: LocalDate;
  /** What was logged by then is in it. */
  readonly until: Date;
}

/**
 * Why an entry of an earlier day is told now: its day was never told, it was logged after its day was told, or changed
 * after that.
 */
export type Lateness = 'untold' | 'logged' | 'changed';

/** A light as coaches see it: what came of the warning signs is not theirs to know. unfinished: questions are open. */
export type Colour = 'red' | 'amber' | 'green' | 'unfinished';

/** What one day gives to look at. Numbers, areas and types are there only where details were shared. */
export type DayFact =
  | {
      readonly fact: 'pain';
      readonly colour: Colour;
      /** Null where details were not shared. */
      readonly details: {
        readonly area: string;
        readonly now: number | null;
        readonly start: number | null;
        readonly rep: number | null;
        readonly isNew: boolean;
      } | null;
    }
  | {
      readonly fact: 'worse-twice-running';
      /** The worst rating of each of three days, oldest first; null where details were not shared: then the colour got worse. */
      readonly details: { readonly area: string; readonly ratings: readonly [number, number, number] } | null;
    }
  | { readonly fact: 'silent'; readonly days: number }
  | {
      readonly fact: 'load-jump';
      readonly bin: SpikeBin;
      readonly percent: number;
      readonly metres: number;
      readonly earlierMax: number;
    }
  | { readonly fact: 'core-missed' }
  /** Of an earlier day alone: takes back that it was missed. */
  | { readonly fact: 'core-done' }
  /** The session type is null where details were not shared. */
  | { readonly fact: 'warm-up-missed'; readonly type: SessionType | null };

export type PainFact = Extract<DayFact, { readonly fact: 'pain' }>;
export type WorseFact = Extract<DayFact, { readonly fact: 'worse-twice-running' }>;

/** What an earlier day gives that was not told in time. */
export interface LateFact {
  readonly fact: 'late';
  readonly day: LocalDate;
  readonly how: Lateness;
  readonly of: DayFact;
}

/** Why an athlete is on a line. */
export type SummaryFact = DayFact | LateFact;

/** What a line asks the coach to look at first, most pressing first. */
export const ACTIONS = [
  'red',
  'new-pain',
  'worse-twice-running',
  'amber',
  'corrected',
  'load-jump',
  'silent',
  'core-missed',
  'warm-up-missed',
  'core-done',
] as const;
export type Action = (typeof ACTIONS)[number];

/** One athlete on the summary. */
export interface SummaryLine {
  readonly userId: string;
  /** The most pressing of its facts. */
  readonly action: Action;
  /** Most pressing first, at least one. */
  readonly facts: readonly SummaryFact[];
  /** Whether a session that the coach may know of was logged. */
  readonly trained: boolean;
  /** Trained, and told to stop on the same day. */
  readonly stopped: boolean;
}

/** The day of a club, ready to be worded. */
export interface Summary {
  /** One for each athlete who is named: said together where alike, they are at most 8. */
  readonly lines: readonly SummaryLine[];
  readonly rest: {
    /** Athletes without a line who shared a session. */
    readonly trained: number;
    /** Athletes without a line who did not, whatever they keep to themselves. */
    readonly quiet: number;
    /** Of these two, how many had something to look at and found no room. */
    readonly alsoToLookAt: number;
    /** Of the quiet, how many who share have logged nothing for more than 14 days. */
    readonly dormant: number;
    /** Shared sessions of the 7 days before that were logged after their day was told. */
    readonly loggedLate: number;
  };
  /** Figures over the athletes who shared what they are made of; each null below 5 of them (handbook §9). */
  readonly team: {
    readonly warmups: { readonly done: number; readonly of: number } | null;
    readonly load: { readonly medianAu: number; readonly of: number } | null;
  };
}
