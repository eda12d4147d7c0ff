// What the light of handbook §1 reads and answers.
import type { Fracture } from '../athletes/rules.ts';

export type { Fracture };

/** When in a session pain was felt. */
export const PHASES = ['before', 'during', 'after', 'next-morning'] as const;
export type Phase = (typeof PHASES)[number];

/** What pain feels like (handbook §1). */
export const KINDS = [
  'tightness',
  'ache',
  'sharp',
  'stabbing',
  'shooting',
  'burning',
  'pins-and-needles',
  'numbness',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

/** Pain against the day before, as said without a number (the morning question). */
export const TRENDS = ['gone', 'better', 'same', 'worse'] as const;
export type Trend = (typeof TRENDS)[number];

/** The worst warning sign that is open: no clinician has reviewed it yet. */
export type FlagLevel = 'none' | 'soon' | 'urgent' | 'emergency';

/** Where a club's lights change: the handbook's 3 and 6, or stricter, never looser. */
export interface Thresholds {
  readonly amberAt: 3 | 2;
  readonly redAt: 6 | 5;
}

/** The handbook's own thresholds. */
export const DEFAULT_THRESHOLDS: Thresholds = { amberAt: 3, redAt: 6 };

/** A rise from which pain counts as grown: the smallest change beyond measurement error (Childs 2005). */
export const MEANINGFUL_CHANGE = 2;

/** Pain from which an athlete under 18 sees RED. */
export const MINOR_RED_AT = 3;

/** Everything that the light depends on. */
export interface LightInput {
  readonly phase: Phase;
  /** 0 to 10; null: not answered. */
  readonly now: number | null;
  /** Pain when the session began, 0 to 10; null: not answered. Not read in phase before, where it equals now. */
  readonly start: number | null;
  readonly growing: boolean;
  readonly kinds: ReadonlySet<Kind> | readonly Kind[];
  /** Limping or a changed stride. */
  readonly strideChanged: boolean;
  readonly screen: 'due-unanswered' | 'answered' | 'not-due';
  readonly flag: FlagLevel;
  readonly fracture: Fracture;
  /** Under 18. */
  readonly minor: boolean;
}

export type Light = 'emergency' | 'urgent' | 'red-see-clinician' | 'ask' | 'red' | 'amber' | 'green';

/** Lights of a warning sign (handbook §2). */
export const SIGN_LIGHTS: readonly Light[] = ['emergency', 'urgent', 'red-see-clinician'];

/** Lights that make a day RED: running is over for it (handbook, Never 4). */
export const RED_LIGHTS: readonly Light[] = [...SIGN_LIGHTS, 'red'];

/** What is still to be answered before there is a light. */
export type Missing = 'now' | 'start' | 'screen';

/** A clause of the row that fired, with its numbers. */
export type Reason =
  | { readonly clause: 'flag'; readonly level: Exclude<FlagLevel, 'none'> }
  | { readonly clause: 'missing'; readonly what: Missing }
  | { readonly clause: 'at-red'; readonly now: number; readonly redAt: number }
  | { readonly clause: 'stride-changed' }
  | { readonly clause: 'kinds'; readonly kinds: readonly Kind[] }
  /** At or above amber, and up by 2 or more. */
  | {
      readonly clause: 'rise';
      readonly now: number;
      readonly start: number;
      readonly by: number;
      readonly amberAt: number;
    }
  | { readonly clause: 'fracture'; readonly now: number }
  | { readonly clause: 'minor'; readonly now: number; readonly redAt: number }
  | { readonly clause: 'at-amber'; readonly now: number; readonly amberAt: number }
  /** Up by 2 or more, still below amber. */
  | { readonly clause: 'small-rise'; readonly now: number; readonly start: number; readonly by: number }
  | { readonly clause: 'growing' }
  | {
      readonly clause: 'below-amber';
      readonly now: number;
      readonly start: number | null;
      readonly amberAt: number;
    };

export interface LightResult {
  readonly light: Light;
  /** The handbook's row that matched first. */
  readonly rule: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** Every clause of that row that holds, in the handbook's order. */
  readonly reasons: readonly Reason[];
  /** What to ask; empty unless the light is ask. */
  readonly missing: readonly Missing[];
}
