// A set as people see it: its exercises with today's doses, and how long they take.
import { doseAt, levelWithin } from './dose-rules.ts';
import { exerciseOf } from './menu.ts';
import { secondsOfSet, withinMinutes } from './rules.ts';
import type { ExerciseSet } from './store.ts';

type Dosed = Pick<ExerciseSet, 'exercises' | 'level' | 'shift' | 'minutes'>;

/** One exercise of a set as it is shown, in order. */
export interface SetItem {
  /** 1 to 33, the handbook's. */
  readonly number: number;
  readonly name: string;
  /** The dose of the set's level, like "2×6/side". */
  readonly dose: string;
  readonly cue: string;
}

/** The exercises that are done today: all of the set, but harder doses leave out what the minutes have no room for. */
export function doneOf({ exercises, level, shift, minutes }: Dosed): readonly number[] {
  return shift > 0 ? withinMinutes(exercises, levelWithin(level + shift), minutes) : exercises;
}

/** The exercises of a set with today's doses. */
export function itemsOf(set: Dosed): SetItem[] {
  const level = levelWithin(set.level + set.shift);
  return doneOf(set).flatMap((number) => {
    const exercise = exerciseOf(number);
    if (exercise === undefined) return [];
    return [{ number, name: exercise.name, dose: doseAt(exercise, level).text, cue: exercise.cue }];
  });
}

/** Whole minutes that a set takes at today's doses, rounded up. */
export function minutesOfSet(set: Dosed): number {
  return Math.ceil(secondsOfSet(doneOf(set), levelWithin(set.level + set.shift)) / 60);
}
