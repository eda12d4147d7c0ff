// How the level of a menu goes up and down (handbook §7).
import { type Level, levelWithin } from './dose-rules.ts';

/** How a done set was. */
export const ANSWERS = ['easy', 'right', 'hard'] as const;
export type Answer = (typeof ANSWERS)[number];

/** "Easy" answers that raise the level. */
export const EASY_TO_RISE = 3;

/** A level with the "easy" answers since it last changed. */
export interface Standing {
  readonly level: Level;
  readonly easyAnswers: number;
}

/** A set as far as the next one depends on it. */
export interface PastSet extends Standing {
  /** -1 when it was made easier for the day: then "easy" says nothing about the level [D]. */
  readonly shift: number;
  readonly answer: Answer | null;
}

/** Where everybody begins, in each menu for itself [D]. */
const FIRST: Standing = { level: 1, easyAnswers: 0 };

/** Whether an "easy" raises the count of easy answers. */
export function isEasy({ answer, shift }: Pick<PastSet, 'answer' | 'shift'>): boolean {
  return answer === 'easy' && shift >= 0;
}

/**
 * "Easy" answers at the level of a set, its own included. `latest`: the last set of the menu, when another was handed
 * out before this one was answered; the answer still counts there, unless the level changed or a RED day came between
 * [D]. Null: it does not count any more.
 */
export function easyCount(set: PastSet, latest: PastSet | null, redDays: number): number | null {
  if (latest === null) return set.easyAnswers + (isEasy(set) ? 1 : 0);
  if (latest.level !== set.level || latest.easyAnswers < set.easyAnswers || redDays > 0) return null;
  return latest.easyAnswers + (isEasy(set) ? 1 : 0);
}

/**
 * Where the next set of a menu stands: after three "easy" answers one level up, after each RED day since the last set
 * one down, never under 1 or over 3; a change starts the count anew (handbook §7, fixed club rule [D]).
 * `redDays`: RED local days from the day of the last set to the day before the next.
 */
export function nextStanding(last: PastSet | null, redDays: number): Standing {
  if (last === null) return FIRST;
  const easyAnswers = last.easyAnswers + (isEasy(last) ? 1 : 0);
  const risen: Standing =
    easyAnswers >= EASY_TO_RISE
      ? { level: levelWithin(last.level + 1), easyAnswers: 0 }
      : { level: last.level, easyAnswers };
  return redDays === 0 ? risen : { level: levelWithin(risen.level - redDays), easyAnswers: 0 };
}
