// What a plan is made of.
import type { SessionType } from '../sessions/types.ts';
import type { WallTime, Weekday } from '../time/local.ts';

/** What a day of a plan can be: one of the fourteen session types, or rest. */
export type PlanType = SessionType | 'rest';

/** One day of a week's template. */
export interface PlanDay {
  readonly day: Weekday;
  readonly type: PlanType;
  /** Track shorthand as typed; null: as the coach says on the day. */
  readonly work: string | null;
  /** A line of the coach's own, up to 120 characters; null: none. */
  readonly note: string | null;
}

/** What stands for everybody where a plan names its squad's role. */
export const WHOLE_CLUB = 'club';

/** What stands for a squad whose role was deleted, where a plan is shown. */
export const ROLE_GONE = 'gone';

/** The week of a squad or of the whole club. Times are wall times in the club's zone. */
export interface PlanEntry {
  readonly clubId: string;
  /** Discord's role id of the squad, or `WHOLE_CLUB`. */
  readonly squad: string;
  /** Where each day's session is posted. */
  readonly channelId: string;
  /** When it is posted. */
  readonly time: WallTime;
  /** When training begins. */
  readonly trainingTime: WallTime;
  /** Whether the squad's role is called by a post; a whole club never is. */
  readonly callsSquad: boolean;
  /** Seven, Monday first. */
  readonly days: readonly PlanDay[];
}

/** A plan as stored. */
export interface Plan extends PlanEntry {
  readonly id: string;
}
