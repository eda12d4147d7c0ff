import { describe, expect, test } from 'vitest';
import { doseAt, type Level, levelWithin } from '../../src/exercises/dose-rules.ts';
import { MENU } from '../../src/exercises/menu.ts';

const LEVELS: readonly Level[] = [1, 2, 3];

const byNumber = (number: number) => {
  const exercise = MENU.find((each) => each.number === number);
  if (exercise === undefined) throw new Error(`no exercise ${number}`);
  return exercise;
};

describe('the dose by level, the handbook’s whole dose at level 3', () => {
  test.each([
    //  level 1                 level 2                 level 3
    [2, '3-1-1 × 10 s/side', '4-2-1 × 10 s/side', '5-3-1 × 10 s/side'],
    [1, '3-1-1 × 10 s', '4-2-1 × 10 s', '5-3-1 × 10 s'],
    [4, '1×6/side', '2×6/side', '3×6/side'],
    [5, '3×10 s', '4×10 s', '5×10 s'],
    [9, '1×20 m/side', '2×20 m/side', '3×20 m/side'],
    [11, '1×8/side', '1×8/side', '2×8/side'],
    [12, '3×10 pulses', '4×10 pulses', '5×10 pulses'],
    [18, '1×5 each way', '2×5 each way', '3×5 each way'],
    [23, '2×30 s/side', '3×30 s/side', '4×30 s/side'],
    [28, '4/side', '5/side', '6/side'],
    [29, '8/side', '9/side', '10/side'],
    [31, '4 slow cycles', '5 slow cycles', '6 slow cycles'],
  ])('exercise %i: %s, %s, %s', (number, ...texts) => {
    expect(LEVELS.map((level) => doseAt(byNumber(number), level).text)).toEqual(texts);
  });
});

test('at level 3 every dose is the handbook’s, the upper end of a range', () => {
  for (const exercise of MENU) {
    const whole = exercise.dose.replace('2–4×', '4×');
    expect(doseAt(exercise, 3).text.replace(/\/side$/, '')).toBe(whole.replace(/\/side$/, ''));
  }
});

test('a higher level is never shorter, and each exercise alone fits into five minutes', () => {
  for (const exercise of MENU) {
    const seconds = LEVELS.map((level) => doseAt(exercise, level).seconds);
    expect(seconds, exercise.name).toEqual(seconds.toSorted((a, b) => a - b));
    expect(Math.min(...seconds)).toBeGreaterThan(20);
    expect(Math.max(...seconds), exercise.name).toBeLessThanOrEqual(300);
  }
});

test.each([
  [-1, 1],
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 3],
])('a level of %i stays within 1 to 3: %i', (level, within) => expect(levelWithin(level)).toBe(within));
