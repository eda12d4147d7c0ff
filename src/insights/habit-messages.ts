/** What the four habits are called, wherever the insights speak of them. */
import type { Habit } from './types.ts';

interface Words {
  /** Stands before the tier. */
  readonly title: string;
  /** "6 of 10 tempo sessions …" with the habit missed. */
  readonly missed: string;
  /** "… and 3 of 20 …" with it kept. */
  readonly kept: string;
  /** What a session that is left out lacks. */
  readonly answer: string;
  /** Asks for the trial; ends the words of a pattern. */
  readonly question: string;
  /** The button of the offer; at most 80 characters. */
  readonly offer: string;
  /** What a running trial is called. */
  readonly trial: string;
}

export const HABIT_WORDS: Readonly<Record<Habit, Words>> = {
  warmup: {
    title: 'No warm-up',
    missed: 'without a warm-up',
    kept: 'with one',
    answer: 'warm-up',
    question: 'Want to warm up for the next 10 and compare?',
    offer: 'Warm up for the next 10 and compare',
    trial: 'warm up',
  },
  core: {
    title: '3+ days since core work',
    missed: '3 or more days after core work',
    kept: 'sooner after it',
    answer: 'core work',
    question: 'Want core work in the 2 days before each of the next 10, and compare?',
    offer: 'Core work before the next 10 and compare',
    trial: 'core work in the 2 days before',
  },
  stretch: {
    title: 'No stretch the session before',
    missed: 'with no stretch the session before',
    kept: 'with one',
    answer: 'stretch',
    question: 'Want to stretch after each session for the next 10 and compare?',
    offer: 'Stretch for the next 10 and compare',
    trial: 'stretch after the session before',
  },
  load: {
    title: '10 % over your 30-day biggest',
    missed: 'over 10 % above the 30-day biggest',
    kept: 'below that',
    answer: 'size',
    question: 'Want to keep the next 10 within 10 % of your 30-day biggest and compare?',
    offer: 'Keep the next 10 within 10 % and compare',
    trial: 'stay within 10 % of your 30-day biggest',
  },
};
