import { describe, expect, it } from 'vitest';
import {
  episodeEndsQuiet,
  knownStart,
  median,
  morningAdvice,
  placeReport,
  type Rating,
  weeklyMedianRising,
  weeklyMedians,
} from '../../src/pain/course-rules.ts';
import type { Phase } from '../../src/pain/rules.ts';

const ratings = (...pairs: readonly (readonly [string, number])[]): Rating[] =>
  pairs.map(([localDate, now]) => ({ localDate, now }));

describe('the next morning', () => {
  it.each([
    [5, 5, []],
    [6, 6, [{ advice: 'no-running-next-session', now: 6, above: 5 }]],
    [3, 1, [{ advice: 'halve-next-tempo', now: 3, start: 1, by: 2 }]],
    [2, 1, []],
    [4, null, []],
  ])('at %s after a start of %s', (now, start, advice) => expect(morningAdvice(now, start)).toEqual(advice));

  it('gives both advices when both hold', () => {
    expect(morningAdvice(7, 2).map(({ advice }) => advice)).toEqual([
      'no-running-next-session',
      'halve-next-tempo',
    ]);
  });
});

describe('change over weeks', () => {
  it.each([
    [[], null],
    [[4], 4],
    [[1, 5, 2], 2],
    [[1, 2, 4, 5], 3],
    [[10, 9], 9.5],
  ])('the median of %j is %s', (values, middle) => expect(median(values)).toBe(middle));

  it('takes calendar weeks from Monday, and leaves a week without ratings open', () => {
    const list = ratings(
      ['2026-02-22', 1],
      ['2026-02-23', 2],
      ['2026-03-01', 4],
      ['2026-03-09', 5],
      ['2026-03-11', 6],
    );
    expect(weeklyMedians(list, '2026-03-11', 4)).toEqual([1, 3, null, 5.5]);
  });

  it.each([
    [[1, 2, 3], true],
    [[5, 1, 2, 3], true],
    [[1, 2, 2.5], false],
    [[1, 1, 3], false],
    [[3, 2, 4], false],
    [[1, null, 4], false],
    [[null, 1, 3], false],
    [[1, 3, null], false],
    [[2, 2, 4], false],
    [[0, 2, 2], false],
    [[3, 1, 5], false],
    [[1, 4], false],
    [[1, 2, 3, 3], false],
  ])('medians of %j: see a physio %s', (medians, rising) => expect(weeklyMedianRising(medians)).toBe(rising));
});

describe('an episode', () => {
  it.each([
    ['7 days after the first 0', ratings(['2026-03-01', 3], ['2026-03-04', 0]), true],
    ['6 days after the first 0', ratings(['2026-03-01', 3], ['2026-03-05', 0]), false],
    ['zeros in a row count from the first', ratings(['2026-03-04', 0], ['2026-03-10', 0]), true],
    [
      'pain in between starts the count anew',
      ratings(['2026-03-01', 0], ['2026-03-05', 1], ['2026-03-06', 0]),
      false,
    ],
    ['silence after pain never ends it', ratings(['2026-01-01', 2]), false],
    ['order does not matter', ratings(['2026-03-04', 0], ['2026-03-01', 3]), true],
    ['nothing rated yet', [], false],
  ])('%s', (_, list, ended) => {
    expect(episodeEndsQuiet(list, '2026-03-11')).toBe(ended);
    expect(placeReport({ ratings: list }, '2026-03-11')).toEqual(
      ended ? { episode: 'new', close: 'quiet' } : { episode: 'open', close: null },
    );
  });

  it('begins with the first report of its area', () => {
    expect(placeReport(null, '2026-03-11')).toEqual({ episode: 'new', close: null });
  });
});

describe('the start that was said already', () => {
  const TODAY = '2026-03-29';
  const said = (phase: Phase, start: number | null, now: number | null = 5, localDate = TODAY) => ({
    ...{ localDate, phase, start, now },
  });
  it.each<[string, Parameters<typeof knownStart>[0], Phase, number | null]>([
    ['nothing said', [], 'during', null],
    ['today, in the session', [said('during', 1)], 'during', 1],
    ['today, before the session: now is where it began', [said('before', null, 2)], 'during', 2],
    ['the last one counts', [said('during', 1), said('during', 3)], 'after', 3],
    [
      'one that was not said does not take back one that was',
      [said('during', 1), said('during', null)],
      'during',
      1,
    ],
    ['yesterday is not today', [said('during', 1, 5, '2026-03-28')], 'during', null],
    ['this morning is about yesterday’s session', [said('next-morning', 1)], 'during', null],
    [
      'the morning after: before yesterday’s session',
      [said('during', 1, 5, '2026-03-28')],
      'next-morning',
      1,
    ],
    [
      'the morning after a morning: nothing',
      [said('next-morning', 1, 5, '2026-03-28')],
      'next-morning',
      null,
    ],
    ['before a session nothing is before it', [said('during', 1)], 'before', null],
  ])('%s', (_, reports, phase, start) => expect(knownStart(reports, phase, TODAY)).toBe(start));
});
