import { describe, expect, test } from 'vitest';
import { readClass } from '../../src/insights/exposure-rules.ts';
import {
  classesOf,
  countedDays,
  insightOf,
  insightsOf,
  isOffered,
} from '../../src/insights/insight-rules.ts';
import type { Row } from '../../src/insights/types.ts';
import { day, diaryOf, painFree, report, session } from './diary.ts';

const row = (exposed: boolean, event: boolean): Row => ({ exposed, event });

/** V1 of handbook §8. */
const V1: Row[] = [...'001001000100110010010010010010'].map((exposed, index) =>
  row(exposed === '1', '001001010000101010010000010100'[index] === '1'),
);

describe('looks', () => {
  test('before 20 sessions nothing is compared', () => {
    expect(insightOf('warmup', V1.slice(0, 19))).toEqual({
      habit: 'warmup',
      tier: 'insufficient',
      available: 19,
      looked: 0,
      comparison: null,
    });
  });

  test('between looks nothing changes, whatever is logged', () => {
    const at30 = insightOf('warmup', V1);
    expect(at30).toMatchObject({ tier: 'pattern', looked: 30 });
    const more = [...V1, ...Array.from({ length: 9 }, () => row(false, true))];
    for (let n = 31; n <= 39; n += 1) {
      expect(insightOf('warmup', more.slice(0, n))).toEqual({ ...at30, available: n });
    }
    expect(insightOf('warmup', [...more, row(false, true)])).toMatchObject({
      tier: 'no-clear-difference',
      looked: 40,
    });
  });
});

/** 30 tempo sessions, warmed up and painful as in V1, with core work every day and nothing known of the rest. */
const season = diaryOf(
  V1.map(({ exposed }, index) => session(index, { warmup: exposed ? 'none' : 'full', core: true })),
  V1.map(({ event }, index) => report(index, { now: event ? 4 : 1, start: 1 })),
);

test('patterns come first, then what was compared, then what is too early', () => {
  const days = { first: day(0), last: day(29) };
  const insights = insightsOf(readClass(season, 'tempo', days));
  expect(insights.map(({ habit, tier, available }) => [habit, tier, available])).toEqual([
    ['warmup', 'pattern', 30],
    ['core', 'insufficient', 29],
    ['stretch', 'insufficient', 0],
    ['load', 'insufficient', 0],
  ]);
  expect(insights.map(isOffered)).toEqual([true, false, false, false]);
});

test('a session counts once its next morning is over', () => {
  expect(countedDays('2026-05-04', 12).last).toBe('2026-05-02');
});

test.each([
  ['2026-05-04', 12, '2025-07-01'],
  ['2026-05-31', 12, '2025-07-01'],
  ['2026-06-01', 12, '2025-08-01'],
  ['2026-05-04', 3, '2026-04-01'],
  ['2026-05-04', 1, '2026-05-01'],
])(
  'on %s, entries kept %i months: they count from %s, and that day moves once a month',
  (today, months, first) => {
    expect(countedDays(today, months).first).toBe(first);
  },
);

test('classes: the one with most sessions first, regeneration last; today’s and yesterday’s do not count yet', () => {
  const diary = diaryOf([
    ...[0, 1, 2].map((number) => painFree(number, { type: 'regen' })),
    painFree(0, { type: 'speed' }),
    painFree(1),
    painFree(2),
    painFree(3, { type: 'weights' }),
  ]);
  expect(classesOf(diary, { first: day(0), last: day(2) })).toEqual([
    { type: 'tempo', sessions: 2 },
    { type: 'speed', sessions: 1 },
    { type: 'regen', sessions: 3 },
  ]);
});
