// What the weekly summary is made from, and what it says. Only week-rules.ts turns the one into the other.
import type { Sharing } from '../athletes/rules.ts';
import type { Spike } from '../sessions/rules.ts';
import type { LocalDate } from '../time/local.ts';
import type { ReportFact, SessionFact, TempoSession } from './facts.ts';

/** Everything that a weekly summary may look at of one athlete. */
export interface WeekFacts {
  readonly userId: string;
  /** The athlete's setting now; each entry carries the stricter of it and the one it was made under. */
  readonly sharing: Sharing;
  /** Of the seven days. */
  readonly sessions: readonly SessionFact[];
  /** Of the seven days and of the two weeks before them. */
  readonly reports: readonly (ReportFact & { readonly episodeId: string })[];
  /** Of the seven days and of the 30 days before them. */
  readonly tempo: readonly TempoSession[];
  /** The latest entry of any kind; null: none yet. */
  readonly lastLogged: { readonly date: LocalDate; readonly visibility: Sharing } | null;
  /** The days of the seven that were ones for core work, and whether it was done. */
  readonly coreDays: readonly { readonly date: LocalDate; readonly done: boolean }[];
  /** When core work of these days was marked as done apart from a session. */
  readonly coreMarkedAt: readonly Date[];
}

/** What the week asks the coach to look at first, most pressing first. */
export const WEEK_ACTIONS = [
  'see-physio',
  'red-days',
  'pain-days',
  'load-jump',
  'silent',
  'core-missed',
] as const;
export type WeekAction = (typeof WEEK_ACTIONS)[number];

/** Why an athlete is on a line of the week. Numbers and areas are there only where details were shared. */
export type WeekFact =
  /** The weekly medians of one episode, oldest first: up twice running, by 2 or more in total (handbook §1). */
  | { readonly fact: 'see-physio'; readonly area: string; readonly medians: readonly number[] }
  /** Areas without an area: those of which the light alone is shared. */
  | { readonly fact: 'red-days'; readonly days: readonly LocalDate[]; readonly areas: readonly string[] }
  /** `worst` null: the light alone is shared, and the days are those with amber or red. */
  | { readonly fact: 'pain-days'; readonly days: number; readonly worst: number | null }
  | ({ readonly fact: 'load-jump' } & Spike)
  | { readonly fact: 'silent' }
  | { readonly fact: 'core-missed'; readonly missed: number; readonly of: number };

/** One athlete on the weekly summary. */
export interface WeekLine {
  readonly userId: string;
  /** Most pressing first, at least one. */
  readonly facts: readonly WeekFact[];
  /** Days with a session that the coach may know of. */
  readonly daysTrained: number;
}

/** The week of a club, ready to be worded. */
export interface WeekSummary {
  /** One for each athlete who is named: said together where alike, they are at most 8. */
  readonly lines: readonly WeekLine[];
  readonly rest: {
    /** Athletes without a line who shared a session. */
    readonly trained: number;
    /** Athletes without a line who did not, whatever they keep to themselves. */
    readonly quiet: number;
    /** Of these two, how many had something to look at and found no room. */
    readonly alsoToLookAt: number;
    /** Of the quiet, how many who share have logged nothing for more than 14 days. */
    readonly dormant: number;
  };
  /** Figures over the athletes who shared what they are made of; each null below 5 of them (handbook §9). */
  readonly team: {
    readonly sessions: {
      readonly count: number;
      readonly medianDays: number;
      readonly of: number;
    } | null;
    /** Sessions of which the warm-up was answered, and how many had one. */
    readonly warmups: { readonly done: number; readonly of: number } | null;
  };
}
