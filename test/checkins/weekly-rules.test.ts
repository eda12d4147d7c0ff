import { describe, expect, it } from 'vitest';
import {
  answersOf,
  isWeeklyDue,
  nextQuestion,
  outcomeOf,
  STEPS,
  type Step,
} from '../../src/checkins/weekly-rules.ts';

describe('handbook §3: the weekly problem questions', () => {
  it.each<{ given: Step[]; severity: number; substantial: boolean; because: string }>([
    { given: [8, 8, 8, 17], severity: 41, substantial: false, because: 'pain alone never' },
    { given: [8, 17, 8, 8], severity: 41, substantial: true, because: 'Q2 is 17' },
    { given: [8, 8, 17, 8], severity: 41, substantial: true, because: 'Q3 is 17' },
    { given: [17, 8, 8, 25], severity: 58, substantial: false, because: 'pain alone never' },
    { given: [8, 25, 0, 0], severity: 33, substantial: true, because: 'Q2 is 25' },
    { given: [0], severity: 0, substantial: false, because: 'participation 0 stops' },
    { given: [25], severity: 100, substantial: true, because: 'participation 25 skips the rest' },
    { given: [17, 25, 25, 25], severity: 92, substantial: true, because: 'the sum' },
  ])('$given: $severity, substantial $substantial, because $because', ({ given, because: _, ...outcome }) => {
    expect(outcomeOf(answersOf(given))).toEqual(outcome);
  });

  it.each<{ given: Step[]; next: string | null }>([
    { given: [0], next: null },
    { given: [25], next: null },
    { given: [8], next: 'modified' },
    { given: [17], next: 'modified' },
    { given: [8, 0], next: 'performance' },
    { given: [8, 25], next: 'performance' },
    { given: [17, 0, 25], next: 'pain' },
    { given: [8, 0, 0, 0], next: null },
  ])('after $given comes $next', ({ given, next }) => expect(nextQuestion(given)).toBe(next));

  it('keeps nothing of questions that the rule skips', () => {
    const skipped = { modified: null, performance: null, pain: null };
    expect(answersOf([0, 25, 25, 25])).toEqual({ participation: 0, ...skipped });
    expect(answersOf([25, 8, 8, 8])).toEqual({ participation: 25, ...skipped });
  });

  /** The handbook's sentences over four digits, 0 to 3 for the four steps. */
  const bySpelling = (digits: string) => {
    const worth = (digit: string, value: number) => value * (digits.split(digit).length - 1);
    if (digits.startsWith('0')) return { severity: 0, substantial: false };
    if (digits.startsWith('3')) return { severity: 100, substantial: true };
    return {
      severity: worth('1', 8) + worth('2', 17) + worth('3', 25),
      substantial: /^.[23]|^..[23]/.test(digits),
    };
  };

  it('agrees in all 256 combinations with a second formulation', () => {
    for (let number = 0; number < 4 ** 4; number += 1) {
      const digits = number.toString(4).padStart(4, '0');
      const given = [...digits].map((digit) => STEPS[Number(digit)] ?? 0);
      expect(outcomeOf(answersOf(given)), digits).toEqual(bySpelling(digits));
    }
  });
});

describe('offered once a week', () => {
  it.each([
    { wanted: false, answeredOn: null, due: false },
    { wanted: true, answeredOn: null, due: true },
    { wanted: true, answeredOn: '2026-05-04', due: false },
    { wanted: true, answeredOn: '2026-04-28', due: false },
    { wanted: true, answeredOn: '2026-04-27', due: true },
    { wanted: false, answeredOn: '2026-04-01', due: false },
  ])('on 4 May, wanted $wanted, answered on $answeredOn: offered is $due', ({ wanted, answeredOn, due }) => {
    expect(isWeeklyDue(wanted, answeredOn, '2026-05-04')).toBe(due);
  });
});
