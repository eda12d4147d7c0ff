import { expect, test } from 'vitest';
import { FOR_GOOD, firstDue, nextTimes, type Timing } from '../../src/reminders/schedule.ts';

const NOW = new Date('2026-03-26T12:00:00Z');
const daily: Timing = {
  schedule: { every: 'week', days: 'mon,tue,wed,thu,fri,sat,sun', time: '18:00' },
  zone: 'Europe/Berlin',
  pausedUntil: null,
};
const once: Timing = { ...daily, schedule: { every: 'once', date: '2026-03-29', time: '02:30' } };

const times = (timing: Timing, count = 3) => nextTimes(timing, NOW, count).map((at) => at.toISOString());

test.each<[string, Timing, string[]]>([
  ['every day', daily, ['2026-03-26T17:00:00.000Z', '2026-03-27T17:00:00.000Z', '2026-03-28T17:00:00.000Z']],
  [
    'paused until Sunday, when clocks change',
    { ...daily, pausedUntil: '2026-03-29' },
    ['2026-03-29T16:00:00.000Z', '2026-03-30T16:00:00.000Z', '2026-03-31T16:00:00.000Z'],
  ],
  [
    'paused until a day that is over',
    { ...daily, pausedUntil: '2026-03-20' },
    ['2026-03-26T17:00:00.000Z', '2026-03-27T17:00:00.000Z', '2026-03-28T17:00:00.000Z'],
  ],
  [
    'paused until today, which counts again',
    { ...daily, pausedUntil: '2026-03-26' },
    ['2026-03-26T17:00:00.000Z', '2026-03-27T17:00:00.000Z', '2026-03-28T17:00:00.000Z'],
  ],
  ['paused for good', { ...daily, pausedUntil: FOR_GOOD }, []],
  ['once, in the hour that clocks jump over', once, ['2026-03-29T01:30:00.000Z']],
  ['once, and it has come', { ...once, schedule: { every: 'once', date: '2026-03-26', time: '13:00' } }, []],
  ['once, in a pause', { ...once, pausedUntil: '2026-03-30' }, []],
  ['after a session', { ...daily, schedule: { every: 'session', afterMinutes: 30 } }, []],
])('%s', (_, timing, expected) => {
  expect(times(timing)).toEqual(expected);
  expect(firstDue(timing, NOW)?.toISOString() ?? null).toBe(expected[0] ?? null);
});

test('paused until midnight of a day: what is due at midnight comes', () => {
  const midnight: Timing = {
    ...daily,
    schedule: { every: 'week', days: 'sun', time: '00:00' },
    pausedUntil: '2026-03-29',
  };
  expect(times(midnight, 1)).toEqual(['2026-03-28T23:00:00.000Z']);
});
