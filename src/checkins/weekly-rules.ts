// The weekly problem questions of handbook §3: OSTRC-style, not the validated questionnaire.
import { daysBetween, type LocalDate } from '../time/local.ts';

/** What the four steps of each question are worth. */
export const STEPS = [0, 8, 17, 25] as const;
export type Step = (typeof STEPS)[number];

/** The four questions, in the order in which they are asked. */
export const QUESTIONS = ['participation', 'modified', 'performance', 'pain'] as const;
export type Question = (typeof QUESTIONS)[number];

/** The answers of one week; null: skipped by the rule. */
export interface WeeklyAnswers {
  readonly participation: Step;
  readonly modified: Step | null;
  readonly performance: Step | null;
  readonly pain: Step | null;
}

/** What a week's answers come to. */
export interface WeeklyOutcome {
  /** 0 to 100. */
  readonly severity: number;
  /** A problem that cost training or results; pain alone never is (handbook §3). */
  readonly substantial: boolean;
}

/** Days after an answer before the questions are offered again. */
const OFFER_AFTER_DAYS = 7;

/** The question after these answers; null: they are enough. Full participation and none at all end it (handbook §3). */
export function nextQuestion(given: readonly Step[]): Question | null {
  const [participation] = given;
  return participation === 0 || participation === 25 ? null : (QUESTIONS[given.length] ?? null);
}

/** Answers in the order of the questions as a week's answers; what the rule skips is null, whatever was given. */
export function answersOf(given: readonly Step[]): WeeklyAnswers {
  const [participation = 0, modified = null, performance = null, pain = null] = given;
  const isOver = participation === 0 || participation === 25;
  return isOver
    ? { participation, modified: null, performance: null, pain: null }
    : { participation, modified, performance, pain };
}

/**
 * Severity and weight of a week (handbook §3): 0 when participation is 0, 100 when it is 25, else the sum of the four.
 * Substantial: participation 25, or modified training or performance 17 and above.
 */
export function outcomeOf({ participation, modified, performance, pain }: WeeklyAnswers): WeeklyOutcome {
  if (participation === 0) return { severity: 0, substantial: false };
  if (participation === 25) return { severity: 100, substantial: true };
  return {
    severity: participation + (modified ?? 0) + (performance ?? 0) + (pain ?? 0),
    substantial: (modified ?? 0) >= 17 || (performance ?? 0) >= 17,
  };
}

/** Whether to offer the questions: asked for, and not answered in the last 7 days [D]. */
export function isWeeklyDue(wanted: boolean, answeredOn: LocalDate | null, today: LocalDate): boolean {
  return wanted && (answeredOn === null || daysBetween(answeredOn, today) >= OFFER_AFTER_DAYS);
}
