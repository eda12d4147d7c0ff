// What a nudge is about, and what the features above tell it.
import type { Athlete } from '../athletes/store.ts';
import type { Club } from '../clubs/store.ts';

/** What athletes are nudged about. */
export type Nudged = 'core' | 'stretch' | 'warm-up';

/**
 * What stands against a nudge: nothing; something that hurts, so that it comes without exercises; or so much that it
 * is called off, for the reason given.
 */
export type Restraint = 'none' | 'gentle' | { readonly cancel: string };

/** What the features above know against nudging an athlete on these local days. */
export type Objection = (
  owner: { readonly clubId: string; readonly athleteId: string },
  habit: Nudged,
  days: readonly string[],
) => Promise<Restraint>;

/** Today's set of exercises as far as a reminder tells of it. */
export interface SetPreview {
  /** Of the exercises, in order. */
  readonly names: readonly string[];
  /** Whole minutes that it takes. */
  readonly minutes: number;
  /** All of it goes on a chair. */
  readonly seated: boolean;
}

interface Whose {
  readonly athlete: Athlete;
  readonly club: Club;
}

/** Today's set of an athlete, which the features above choose; null: no exercises today. */
export type Preview = (whose: Whose, habit: 'core' | 'stretch', now: Date) => Promise<SetPreview | null>;

/** What stands between the jog and the drills of a warm-up, in the order of handbook §6. */
export const MOVES = ['skips', 'throws', 'kicks', 'sit-ups', 'stretches'] as const;
export type Move = (typeof MOVES)[number];

/** The warm-up that suits an athlete today: gently, because something hurts; on a walk, with a fracture; or with moves. */
export type WarmUp = 'gentle' | 'walk' | readonly Move[];

/** Today's warm-up of an athlete, which the features above choose. */
export type WarmUpPreview = (whose: Whose, now: Date) => Promise<WarmUp>;

/** What the features above know that a reminder depends on. */
export interface FromAbove {
  readonly objection: Objection;
  readonly preview: Preview;
  readonly warmUp: WarmUpPreview;
}
