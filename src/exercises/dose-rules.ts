// How much of an exercise a level does (handbook §7), and how long that takes.
import type { Exercise } from './menu.ts';

/** 1 the easiest, 3 the handbook's whole dose. */
export type Level = 1 | 2 | 3;

/** A dose in words, like "2×6/side", and about how long it takes, getting ready included. */
export interface Dose {
  readonly text: string;
  readonly seconds: number;
}

const READY_SECONDS = 15;
const REST_SECONDS = 20;
/** A hold of 10 s and getting into it again. */
const HOLD_SECONDS = 12;
/** Of one repetition, pulse, slow cycle, metre walked, second held. */
const UNIT_SECONDS: Readonly<Record<string, number>> = {
  '': 4,
  ' s': 1,
  ' m': 1,
  ' pulses': 1,
  ' slow cycles': 8,
};

/** Done on each side although the handbook's dose does not say so: the side bridge, the bird dog, one leg at a time. */
const ONE_SIDE_AT_A_TIME: readonly number[] = [2, 3, 23, 24, 25, 26, 27, 32];

/** The handbook's level within which a shifted level stays. */
export function levelWithin(level: number): Level {
  return level <= 1 ? 1 : level >= 3 ? 3 : 2;
}

/**
 * The dose of a level, never above the handbook's [D]: level 3 does all of it; each level below does one set less, or
 * of a single set one repetition less, but never under one; of a range ("2–4×30 s") level 1 does its least, level 2
 * its middle. Times are estimates: 4 s a repetition, 20 s between sets, 15 s to get ready [D].
 */
export function doseAt(exercise: Pick<Exercise, 'number' | 'dose' | 'category'>, level: Level): Dose {
  const { dose, category, number } = exercise;
  const less = 3 - level;
  const sides = ONE_SIDE_AT_A_TIME.includes(number) ? 2 : 1;
  const eachSide = sides === 2 ? '/side' : '';
  const pyramid = /^(\d)-(\d)-(\d) × 10 s$/.exec(dose);
  if (pyramid) {
    const steps = pyramid.slice(1).map((holds) => Math.max(1, Number(holds) - less));
    const holds = steps.reduce((sum, each) => sum + each, 0);
    return {
      text: `${steps.join('-')} × 10 s${eachSide}`,
      seconds: READY_SECONDS + 2 * REST_SECONDS + sides * holds * HOLD_SECONDS,
    };
  }
  const [, least = '', most = '', unit = ''] = /^(?:(?:(\d+)–)?(\d+)×)?(.+)$/.exec(dose) ?? [];
  if (most === '') {
    const [, count = '', rest = ''] = /^(\d+)(.*)$/.exec(unit) ?? [];
    const repetitions = `${Math.max(1, Number(count) - less)}${rest}`;
    return { text: repetitions, seconds: READY_SECONDS + sides * secondsOf(repetitions) };
  }
  const lowest = least === '' ? 1 : Number(least);
  const sets = Math.max(lowest, Number(most) - less);
  const rest = category === 'stretch' ? 0 : (sets - 1) * REST_SECONDS;
  return {
    text: `${sets}×${unit}${eachSide}`,
    seconds: READY_SECONDS + rest + sides * sets * secondsOf(unit),
  };
}

/** Seconds of one set, like "6/side", "30 s", "5 each way". */
function secondsOf(unit: string): number {
  const [, count = '', what = '', twice = ''] = /^(\d+)(.*?)(\/side| each way)?$/.exec(unit) ?? [];
  return Number(count) * (UNIT_SECONDS[what] ?? 4) * (twice === '' ? 1 : 2);
}
