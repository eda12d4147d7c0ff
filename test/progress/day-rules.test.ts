/** What one day's marks say: pain, habits, pace. */
import { expect, test } from 'vitest';
import { habitDays } from '../../src/progress/habit-rules.ts';
import { pacePoints } from '../../src/progress/pace-rules.ts';
import { painByDay } from '../../src/progress/pain-rules.ts';
import { lastMondays } from '../../src/progress/period-rules.ts';
import { report, session } from './diary.ts';

test.each([
  { said: 'two numbers', reports: [{ now: 2 }, { now: 5, light: 'amber' }], is: { pain: 5, light: 'amber' } },
  { said: 'better later', reports: [{ now: 6, light: 'red' }, { now: 1 }], is: { pain: 6, light: 'red' } },
  { said: 'more at the start', reports: [{ now: 1, start: 3 }], is: { pain: 3, light: 'green' } },
  {
    said: 'the next morning',
    reports: [{ phase: 'next-morning', now: 1, start: 4 }],
    is: { pain: 1, light: 'green' },
  },
  { said: 'a warning sign', reports: [{ now: 1, light: 'urgent' }], is: { pain: 1, light: 'red' } },
  { said: 'no light yet', reports: [{ now: 4, light: 'ask' }], is: { pain: 4, light: 'none' } },
  { said: 'no number', reports: [{ now: null, start: null, light: 'ask' }], is: null },
] as const)('$said: the highest number and the worst light of the day', ({ reports, is }) => {
  const days = painByDay(
    [],
    reports.map((each) => report('2026-11-18', each)),
  );
  expect(days).toEqual(is === null ? [] : [{ localDate: '2026-11-18', ...is }]);
});

test('a day without a number is a gap; “nothing hurt” is a 0 without a light', () => {
  const days = painByDay(
    [session('2026-11-17'), session('2026-11-18', { saidPainFree: true })],
    [report('2026-11-20', { now: 2 })],
  );
  expect(days).toEqual([
    { localDate: '2026-11-18', pain: 0, light: 'none' },
    { localDate: '2026-11-20', pain: 2, light: 'green' },
  ]);
});

test('habits: done once is done, not answered is not in it, and a mark or a set counts', () => {
  const sessions = [
    session('2026-11-16', { warmup: 'full', core: false, stretch: 'later' }),
    session('2026-11-17', { warmup: 'none', core: null, stretch: 'no' }),
    session('2026-11-17', { warmup: 'short', type: 'core' }),
    session('2026-11-18'),
  ];
  const habits = [{ habit: 'stretch', localDate: '2026-11-17' } as const];
  const days = (habit: 'warmup' | 'core' | 'stretch') =>
    Object.fromEntries(habitDays({ sessions, habits }, habit));
  expect(days('warmup')).toEqual({ '2026-11-16': 'done', '2026-11-17': 'done' });
  expect(days('core')).toEqual({ '2026-11-16': 'not-done', '2026-11-17': 'done' });
  expect(days('stretch')).toEqual({ '2026-11-17': 'done' });
});

const BESTS = [
  { metres: 100, seconds: 12 },
  { metres: 200, seconds: 24 },
];

test.each([
  { work: '2x10x100 @17.5', point: { metres: 100, seconds: 17.5, fit: 'tempo' } },
  { work: '10x100 @15.5', point: { metres: 100, seconds: 15.5, fit: 'too-fast' } },
  { work: '8x200 @40', point: { metres: 200, seconds: 40, fit: 'slower' } },
  { work: '4x100 @17, 4x200 @33', point: { metres: 200, seconds: 33, fit: 'tempo' } },
  { work: '6x150 @27', point: null },
  { work: '10x100 @75%', point: null },
  { work: '100+200+100 @30', point: null },
  { work: '10x100', point: null },
  { work: null, point: null },
] as const)('$work against 12.0 and 24.0 s', ({ work, point }) => {
  const [found] = pacePoints([session('2026-11-18', { work })], BESTS);
  if (point === null) expect(found).toBeUndefined();
  else expect(found).toMatchObject(point);
});

test('sprints are no tempo, and without a best there is no percentage', () => {
  expect(pacePoints([session('2026-11-18', { type: 'speed', work: '4x100 @12.5' })], BESTS)).toEqual([]);
  expect(pacePoints([session('2026-11-18', { work: '10x100 @17.5' })], [])).toEqual([]);
});

test('twelve weeks from a Monday, over the end of daylight saving and of the year', () => {
  expect(lastMondays('2026-11-22')).toHaveLength(12);
  expect(lastMondays('2026-11-22')[0]).toBe('2026-08-31');
  expect(lastMondays('2026-11-23').at(-1)).toBe('2026-11-23');
  expect(lastMondays('2027-01-01').slice(-2)).toEqual(['2026-12-21', '2026-12-28']);
});
