// What the insights of handbook §8 read: an athlete's diary as plain values, and the habits that are looked at.
import type { Phase } from '../pain/types.ts';
import type { SessionType, Stretch, Warmup } from '../sessions/types.ts';
import type { LocalDate } from '../time/local.ts';

export type { LocalDate, SessionType };

/** The four habits, fixed in advance (handbook §8): no warm-up, 3 or more days since core work, no stretch after the session before, a session over 10 % above the 30-day maximum. */
export const HABITS = ['warmup', 'core', 'stretch', 'load'] as const;
export type Habit = (typeof HABITS)[number];

/** A session as the insights read it. */
export interface DiarySession {
  readonly id: string;
  readonly loggedAt: Date;
  readonly localDate: LocalDate;
  readonly type: SessionType;
  readonly metres: number | null;
  readonly warmup: Warmup | null;
  readonly core: boolean | null;
  readonly stretch: Stretch | null;
  /** When each habit was answered; null: with the session. */
  readonly warmupAt: Date | null;
  readonly coreAt: Date | null;
  readonly stretchAt: Date | null;
  /** When "No pain" was said; null: not said, which is never "no pain". */
  readonly painFreeAt: Date | null;
  readonly modality: string | null;
}

/** A pain report as the insights read it. */
export interface DiaryReport {
  readonly sessionId: string | null;
  readonly episodeId: string;
  readonly reportedAt: Date;
  readonly localDate: LocalDate;
  readonly phase: Phase;
  /** 0 to 10; null: not answered. */
  readonly now: number | null;
  /** 0 to 10; null: not answered. */
  readonly start: number | null;
  /** Said instead of a number: gone | better | same | worse. */
  readonly trend: string | null;
}

/** Core work or stretching that was noted apart from a session. */
export interface DiaryMark {
  readonly habit: 'core' | 'stretch';
  readonly localDate: LocalDate;
  readonly at: Date;
}

/** All that the insights read of one athlete; sessions, reports and marks oldest first. */
export interface Diary {
  readonly sessions: readonly DiarySession[];
  readonly reports: readonly DiaryReport[];
  readonly marks: readonly DiaryMark[];
}

/** One session in a comparison: was the habit missed, did pain rise. */
export interface Row {
  readonly exposed: boolean;
  readonly event: boolean;
}
