import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isNonceStale,
  isTooLate,
  MAX_CATCH_UP,
  nonceFor,
  planCatchUp,
  planDue,
  retryDelayMs,
  searchFrom,
  weeklyRule,
} from '../../src/deliveries/rules.ts';
import type { WeeklyRule } from '../../src/time/next-occurrence.ts';

const at = (text: string) => new Date(text);
const NOON = at('2026-03-07T12:00:00Z');
const BERLIN: WeeklyRule = { days: ['mon', 'wed', 'fri'], time: '18:00', zone: 'Europe/Berlin' };
const DAILY: WeeklyRule = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  time: '02:30',
  zone: 'Europe/Berlin',
};

function read(rule: WeeklyRule, nextDueAt: string, now: string, grace: number) {
  const plan = planCatchUp(rule, at(nextDueAt), at(now), grace);
  return {
    occurrences: plan.occurrences.map(({ key, state }) => `${key} ${state}`),
    next: plan.nextDueAt.toISOString(),
  };
}

describe('planning what is due', () => {
  test('on time: the one occurrence, and the next by the rule', () => {
    expect(read(BERLIN, '2026-03-02T17:00:00Z', '2026-03-02T17:00:00Z', 60)).toEqual({
      occurrences: ['2026-03-02T18:00 pending'],
      next: '2026-03-04T17:00:00.000Z',
    });
  });

  test('a week asleep: only the latest inside its grace is sent, the older ones are skipped', () => {
    expect(read(BERLIN, '2026-03-02T17:00:00Z', '2026-03-09T17:20:00Z', 60)).toEqual({
      occurrences: [
        '2026-03-02T18:00 skipped',
        '2026-03-04T18:00 skipped',
        '2026-03-06T18:00 skipped',
        '2026-03-09T18:00 pending',
      ],
      next: '2026-03-11T17:00:00.000Z',
    });
  });

  test('a week asleep and past the grace: nothing is sent', () => {
    const { occurrences } = read(BERLIN, '2026-03-02T17:00:00Z', '2026-03-09T18:00:01Z', 60);
    expect(occurrences.at(-1)).toBe('2026-03-09T18:00 skipped');
  });

  test('years asleep: the catch-up is capped', () => {
    const { occurrences, next } = read(DAILY, '2020-01-01T01:30:00Z', '2026-06-10T00:30:00Z', 60);
    expect(occurrences).toHaveLength(MAX_CATCH_UP);
    expect(occurrences.at(-1)).toBe('2026-06-10T02:30 pending');
    expect(next).toBe('2026-06-11T00:30:00.000Z');
  });

  test('a spring gap is shifted forward and keeps its own key', () => {
    expect(read(DAILY, '2026-03-29T01:30:00Z', '2026-03-29T01:30:00Z', 60)).toEqual({
      occurrences: ['2026-03-29T02:30 pending'],
      next: '2026-03-30T00:30:00.000Z',
    });
  });

  test('an autumn overlap comes once', () => {
    expect(read(DAILY, '2026-10-25T00:30:00Z', '2026-10-25T00:30:00Z', 60)).toEqual({
      occurrences: ['2026-10-25T02:30 pending'],
      next: '2026-10-26T01:30:00.000Z',
    });
  });

  test('a zone whose rules changed since: the shifted occurrence still comes, under its own key', () => {
    expect(read(BERLIN, '2026-03-02T18:00:00Z', '2026-03-02T18:00:00Z', 120).occurrences).toEqual([
      '2026-03-02T18:00 pending',
    ]);
    expect(read(BERLIN, '2026-03-02T16:00:00Z', '2026-03-02T16:00:00Z', 120)).toEqual({
      occurrences: [],
      next: '2026-03-02T17:00:00.000Z',
    });
  });

  test('a time left over from a clock that went wrong is put right', () => {
    expect(read(BERLIN, '2031-03-03T17:00:00Z', '2026-03-02T12:00:00Z', 60)).toEqual({
      occurrences: [],
      next: '2026-03-02T17:00:00.000Z',
    });
  });

  test('always: at most one pending, it is the last, keys differ, and what comes next is later than now', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 400 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 3000 }), (due, ahead, grace) => {
        const nextDueAt = new Date(at('2026-01-01T00:00:00Z').getTime() + due * 60_000);
        const now = new Date(nextDueAt.getTime() + ahead * 60_000);
        const plan = planCatchUp(DAILY, nextDueAt, now, grace);
        const pending = plan.occurrences.filter(({ state }) => state === 'pending');
        expect(pending.length).toBeLessThanOrEqual(1);
        if (pending.length === 1) expect(plan.occurrences.at(-1)).toBe(pending[0]);
        expect(new Set(plan.occurrences.map(({ key }) => key)).size).toBe(plan.occurrences.length);
        expect(plan.nextDueAt.getTime()).toBeGreaterThan(now.getTime());
        for (const { dueAt } of plan.occurrences) expect(dueAt.getTime()).toBeLessThanOrEqual(now.getTime());
      }),
    );
  });
});

describe('a reminder that comes once', () => {
  const once = { days: null, date: '2026-03-07', time: '07:00', zone: 'Europe/Berlin' };

  test.each([
    ['2026-03-07T06:00:00Z', 'pending'],
    ['2026-03-07T07:00:00Z', 'pending'],
    ['2026-03-07T07:00:01Z', 'skipped'],
  ])('at %s with an hour of grace it is %s, and comes no more', (now, state) => {
    const dueAt = at('2026-03-07T06:00:00Z');
    expect(planDue(once, dueAt, at(now), 60)).toEqual({
      occurrences: [{ key: '2026-03-07T07:00', dueAt, state }],
      nextDueAt: null,
    });
  });

  test('without a time it is refused', () => {
    expect(() => planDue({ ...once, time: null }, NOON, NOON, 60)).toThrow(RangeError);
  });
});

describe('reading a stored rule', () => {
  test.each([
    [{ days: null, time: '18:00', zone: 'UTC' }],
    [{ days: 'mon', time: null, zone: 'UTC' }],
    [{ days: 'mon,someday', time: '18:00', zone: 'UTC' }],
    [{ days: '', time: '18:00', zone: 'UTC' }],
  ])('%o is refused', (stored) => {
    expect(() => weeklyRule(stored)).toThrow(RangeError);
  });
});

describe('times', () => {
  test('a grace ends with its last second', () => {
    const due = at('2026-03-02T17:00:00Z');
    expect(isTooLate(due, 60, at('2026-03-02T18:00:00Z'))).toBe(false);
    expect(isTooLate(due, 60, at('2026-03-02T18:00:00.001Z'))).toBe(true);
  });

  test.each([
    [1, 5_000],
    [2, 10_000],
    [3, 20_000],
    [7, 320_000],
  ])('try %i is followed after %i ms, a quarter more or less', (attempt, ms) => {
    expect(retryDelayMs(attempt, 0.5)).toBe(ms);
    expect(retryDelayMs(attempt, 0)).toBe(ms * 0.75);
    expect(retryDelayMs(attempt, 1)).toBe(ms * 1.25);
  });

  test('a nonce is trusted while a request sent now still arrives within 90 seconds of the first', () => {
    const first = at('2026-03-02T17:00:00Z');
    expect(isNonceStale(first, at('2026-03-02T17:01:10Z'))).toBe(false);
    expect(isNonceStale(first, at('2026-03-02T17:01:11Z'))).toBe(true);
  });

  test('a first request in the future proves that the clock was set back: nothing is trusted', () => {
    const first = at('2026-03-02T17:00:00Z');
    expect(isNonceStale(first, at('2026-03-02T16:00:00Z'))).toBe(true);
    expect(searchFrom(first, at('2026-03-02T16:00:00Z'))).toEqual(at('2026-03-01T16:00:00Z'));
  });

  test('the history is searched from a minute before the first request', () => {
    expect(searchFrom(at('2026-03-02T17:00:00Z'), at('2026-03-02T19:00:00Z'))).toEqual(
      at('2026-03-02T16:59:00Z'),
    );
  });
});

test('nonces are 24 characters, the same for one message, different for its fallback', () => {
  const id = '3d2c1f1e-0f4e-4b1e-9d6e-0a2b3c4d5e6f';
  expect(nonceFor(id)).toMatch(/^[\w-]{24}$/);
  expect(nonceFor(id)).toBe(nonceFor(id));
  expect(nonceFor(id, 'fallback')).toMatch(/^[\w-]{24}$/);
  expect(nonceFor(id, 'fallback')).not.toBe(nonceFor(id));
});
