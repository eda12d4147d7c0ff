import { describe, expect, test } from 'vitest';
import type { CountedRow } from '../../src/insights/exposure-rules.ts';
import { isBarred, isRunning, shownTrial, type Trial, trialCourse } from '../../src/insights/trial-rules.ts';
import { at, day, session } from './diary.ts';

const TRIAL: Trial = {
  id: 't',
  habit: 'warmup',
  sessionType: 'tempo',
  localDate: day(30),
  startedAt: at(30, '18:30'),
  endedAt: null,
};

/** Rows on consecutive days: "m" missed, "M" missed with a rise, "k" kept, "K" kept with a rise. */
function rows(from: number, pattern: string): CountedRow[] {
  return [...pattern].map((each, index) => ({
    session: session(from + index),
    exposed: each.toLowerCase() === 'm',
    event: each === each.toUpperCase(),
  }));
}

/** 30 days before the trial: 6 of 10 rises without the habit, 3 of 20 with it. */
const BEFORE = rows(0, 'MMMMMMmmmmKKKkkkkkkkkkkkkkkkkk');

describe('a trial', () => {
  test('counts sessions that were logged after it began, with the habit kept', () => {
    const course = trialCourse(TRIAL, [...BEFORE, ...rows(30, 'k'), ...rows(31, 'kkmKM')]);
    expect(course).toMatchObject({
      kept: { events: 1, total: 3 },
      missed: 2,
      before: { missed: { events: 6, total: 10 }, done: { events: 3, total: 21 } },
      verdict: null,
    });
    expect(isRunning(course)).toBe(true);
  });

  test.each([
    ['1 of 10 after 6 of 10', BEFORE, 'Kkkkkkkkkk', 'fewer'],
    ['3 of 10 after 6 of 10: may be chance', BEFORE, 'KKKkkkkkkk', 'no-clear-difference'],
    ['8 of 10 after 6 of 10', BEFORE, 'KKKKKKKKkk', 'no-clear-difference'],
    ['0 of 10 after 4 of 4: too few before', BEFORE.slice(0, 4), 'kkkkkkkkkk', 'no-clear-difference'],
  ])('%s', (_, before, since, verdict) => {
    const course = trialCourse(TRIAL, [...before, ...rows(31, since)]);
    expect(course.kept.total).toBe(10);
    expect(course.verdict).toBe(verdict);
  });

  test('a session logged in the very moment of the start, or for a day before it, is of before', () => {
    const late = (loggedAt: Date, number: number): CountedRow[] => {
      return rows(number, 'k').map((row) => ({ ...row, session: { ...row.session, loggedAt } }));
    };
    const course = trialCourse(TRIAL, [
      ...late(at(31, '12:00'), 29),
      ...late(TRIAL.startedAt, 30),
      ...late(at(30, '18:31'), 30),
    ]);
    expect(course).toMatchObject({ kept: { total: 1 }, before: { done: { total: 2 } } });
  });

  test('ends with its tenth session: what comes after changes nothing', () => {
    const over = trialCourse(TRIAL, [...BEFORE, ...rows(31, 'Kkkkkkkkkk')]);
    expect(trialCourse(TRIAL, [...BEFORE, ...rows(31, 'KkkkkkkkkkKKKK')])).toEqual(over);
  });
});

describe('which trial is shown', () => {
  const days = { first: day(0), last: day(90) };
  test.each<[given: string, trials: Trial[], then: string | null]>([
    ['none', [], null],
    ['the last of the class', [TRIAL, { ...TRIAL, id: 'u' }], 'u'],
    ['not one of another class', [TRIAL, { ...TRIAL, id: 'u', sessionType: 'speed' }], 't'],
    ['not one that was called off', [{ ...TRIAL, endedAt: at(40, '12:00') }], null],
    ['one of the first of them', [{ ...TRIAL, localDate: day(0) }], 't'],
    ['not one before the days that count', [{ ...TRIAL, localDate: day(-1) }], null],
  ])('%s', (_, trials, then) => {
    expect(shownTrial(trials, 'tempo', days)?.id ?? null).toBe(then);
  });
});

test('with an uncleared fracture no core work and no stretching is offered', () => {
  const barred = (fracture: 'none' | 'cleared' | 'uncleared') =>
    (['warmup', 'core', 'stretch', 'load'] as const).filter((habit) => isBarred(habit, fracture));
  expect(barred('none')).toEqual([]);
  expect(barred('cleared')).toEqual([]);
  expect(barred('uncleared')).toEqual(['core', 'stretch']);
});
