import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isPainful,
  MOST_AREAS,
  type MorningReport,
  morningNumber,
  morningQuestionsOf,
  numbersFor,
} from '../../src/pain/morning-rules.ts';
import { TRENDS } from '../../src/pain/rules.ts';

const YESTERDAY = '2026-10-24';
const TODAY = '2026-10-25';
const CALM: MorningReport = {
  ...{ id: 'r1', episodeId: 'e1', area: 'low-back', localDate: YESTERDAY },
  ...{ phase: 'during', now: 1, start: 1, light: 'green', trend: null },
};

const asked = (...reports: Partial<MorningReport>[]) =>
  morningQuestionsOf(
    reports.map((report, index) => ({ ...CALM, id: `r${index + 1}`, ...report })),
    YESTERDAY,
    TODAY,
  );

describe('what makes yesterday’s session a painful one', () => {
  it.each<[string, Partial<MorningReport>, boolean]>([
    ['1 and no worse, green', {}, false],
    ['3, green in nobody’s club', { now: 3, start: 3 }, true],
    ['2 above the start', { now: 2, start: 0 }, true],
    ['1 above the start, green', { now: 2, start: 1 }, false],
    ['growing at 1: amber', { light: 'amber' }, true],
    ['limping at 0: red', { now: 0, start: 0, light: 'red' }, true],
    ['2 above no start that was said, green', { now: 2, start: null }, false],
    ['a number that was never said: not a light, and not “no pain”', { now: null, light: 'ask' }, true],
    ['before a session, where start means now', { phase: 'before', now: 2, start: 0 }, false],
    [
      'a morning, which is about the session before it',
      { phase: 'next-morning', now: 6, light: 'red' },
      false,
    ],
  ])('%s', (_, changes, expected) => expect(isPainful({ ...CALM, ...changes })).toBe(expected));
});

describe('what is asked in the morning', () => {
  it('is nothing after a green day, after a painful day before yesterday, or after none', () => {
    expect(asked()).toEqual([]);
    expect(asked({})).toEqual([]);
    expect(asked({ localDate: '2026-10-23', now: 6, light: 'red' })).toEqual([]);
  });

  it('measures against the last report of yesterday, and names the worst', () => {
    expect(asked({ now: 5, light: 'amber' }, { now: 2 })).toEqual([
      { reportId: 'r2', area: 'low-back', worst: 5, last: 2, answer: null },
    ]);
    expect(asked({ now: null, light: 'ask' })).toEqual([
      { reportId: 'r1', area: 'low-back', worst: null, last: null, answer: null },
    ]);
  });

  it('a hard morning before, or pain of today, asks nothing and takes no place', () => {
    expect(asked({ localDate: TODAY, now: 6, light: 'red' })).toEqual([]);
    expect(asked({}, { localDate: TODAY, now: 6, light: 'red' })).toEqual([]);
    expect(asked({ now: 4 }, { phase: 'next-morning', now: 7 })).toMatchObject([{ worst: 4, last: 4 }]);
  });

  it('is answered by any report of today, the first one', () => {
    const report = { now: null, phase: 'next-morning', trend: 'better', localDate: TODAY } as const;
    expect(asked({ now: 4 }, report, { localDate: TODAY })).toMatchObject([
      { reportId: 'r1', answer: { reportId: 'r2', trend: 'better' } },
    ]);
  });

  it('is at most five areas, the worst first', () => {
    const hurting = [3, 9, 4, 5, 8, 6, 7].map((now) => ({ now, episodeId: `e${now}`, area: `a${now}` }));
    expect(asked(...hurting).map(({ area }) => area)).toEqual(['a9', 'a8', 'a7', 'a6', 'a5']);
    expect(MOST_AREAS).toBe(5);
  });
});

describe('an answer as a number', () => {
  it.each([
    ['gone', 4, 0],
    ['same', 4, 4],
    ['same', null, null],
    ['better', 4, null],
    ['worse', 4, null],
  ] as const)('%s after %s: %s', (trend, last, now) => expect(morningNumber(trend, last)).toBe(now));

  it.each([
    ['better', 4, 0, 3],
    ['better', 1, 0, 0],
    ['worse', 4, 5, 10],
    ['worse', 9, 10, 10],
    ['worse', null, 0, 10],
  ] as const)('%s after %s is one of %i to %i', (trend, last, from, to) =>
    expect(numbersFor(trend, last)).toEqual({ from, to }),
  );

  it('always leaves a number to choose, and only “gone” and a 0 that was said are no pain', () => {
    const last = fc.option(fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(fc.constantFrom(...TRENDS), last, (trend, number) => {
        const { from, to } = numbersFor(trend, number);
        expect(0 <= from && from <= to && to <= 10).toBe(true);
        if (morningNumber(trend, number) === 0) expect(trend === 'gone' || number === 0).toBe(true);
      }),
    );
  });
});
