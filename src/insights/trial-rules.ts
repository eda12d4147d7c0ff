// A habit kept for the next 10 sessions of a class, and what can honestly be said then (handbook §8).
import type { Fracture } from '../athletes/rules.ts';
import type { LocalDate } from '../time/calendar.ts';
import type { CountedRow, Days } from './exposure-rules.ts';
import { type Arm, armsOf, compareArms, MIN_DIFFERENCE, MINIMUM, TIERS } from './statistics-rules.ts';
import type { Habit, SessionType } from './types.ts';

/** Sessions with the habit kept that a trial takes (handbook §8). */
export const TRIAL_SESSIONS = 10;

/** A trial as it was begun. */
export interface Trial {
  readonly id: string;
  readonly habit: Habit;
  readonly sessionType: SessionType;
  /** The athlete's local date of the start. */
  readonly localDate: LocalDate;
  readonly startedAt: Date;
  /** When it was called off; null: it was not. */
  readonly endedAt: Date | null;
}

/** Where a trial stands. */
export interface TrialCourse {
  readonly trial: Trial;
  /** Its first 10 sessions with the habit kept; fewer while it runs. */
  readonly kept: Arm;
  /** Sessions since the start on which the habit was missed: not counted, and no fault. */
  readonly missed: number;
  /** Sessions before it without the habit, and with it. */
  readonly before: { readonly missed: Arm; readonly done: Arm };
  /** fewer: clearly fewer rises than without the habit before; null while it runs. */
  readonly verdict: 'fewer' | 'no-clear-difference' | null;
}

/** The trial of a class that is shown: the last one, unless it was called off or began before the days that count. */
export function shownTrial(trials: readonly Trial[], type: SessionType, days: Days): Trial | null {
  const last = trials.findLast(({ sessionType }) => sessionType === type);
  return last && last.endedAt === null && last.localDate >= days.first ? last : null;
}

/**
 * Reads a trial from the rows of its habit. Sessions that were logged after its start count. It is fewer where the
 * bounds of "Worth trying" hold between the sessions without the habit before and those of the trial [D].
 */
export function trialCourse(trial: Trial, rows: readonly CountedRow[]): TrialCourse {
  const isSince = ({ session }: CountedRow) =>
    session.localDate >= trial.localDate && session.loggedAt > trial.startedAt;
  const since = rows.filter(isSince);
  const ofTrial = since.filter(({ exposed }) => !exposed).slice(0, TRIAL_SESSIONS);
  const kept = armsOf(ofTrial).done;
  const before = armsOf(rows.filter((row) => !isSince(row)));
  const missed = since.filter(({ exposed }) => exposed).length;
  return {
    trial,
    kept,
    missed,
    before,
    verdict: isRunning({ kept }) ? null : verdictOf(before.missed, kept),
  };
}

/** With an uncleared fracture history no core work and no stretching is offered [D] (handbook, Never 9). */
export function isBarred(habit: Habit, fracture: Fracture): boolean {
  return fracture === 'uncleared' && (habit === 'core' || habit === 'stretch');
}

/** Whether sessions are still to come. */
export function isRunning({ kept }: Pick<TrialCourse, 'kept'>): boolean {
  return kept.total < TRIAL_SESSIONS;
}

function verdictOf(missedBefore: Arm, kept: Arm): 'fewer' | 'no-clear-difference' {
  const { probability, difference } = compareArms(missedBefore, kept);
  const isClear = probability >= TIERS.worthTrying.probability && difference >= MIN_DIFFERENCE;
  return missedBefore.total >= MINIMUM.arm && isClear ? 'fewer' : 'no-clear-difference';
}
