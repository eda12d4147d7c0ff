import { describe, expect, test } from 'vitest';
import { absenceOf, mayTell } from '../../src/insights/absence-rules.ts';
import type { DiarySession } from '../../src/insights/types.ts';
import { day, diaryOf, mark, painFree, report, session } from './diary.ts';

/** The last day that is read is the day before yesterday: day 56. The four weeks begin on day 29, those before on day 1. */
const TODAY = day(58);

/** Sessions on consecutive days: "x" hurt (4), "." did not, "?" nobody said. */
function sessions(from: number, pattern: string, changes: Partial<DiarySession> = {}) {
  return [...pattern].map((each, index) =>
    each === '.' ? painFree(from + index, changes) : session(from + index, changes),
  );
}

function diary(before: string, since: string) {
  const all = [...sessions(1, before), ...sessions(29, since)];
  const hurting = [...before].map((each, index) => [each, 1 + index] as const);
  const later = [...since].map((each, index) => [each, 29 + index] as const);
  const reports = [...hurting, ...later]
    .filter(([each]) => each === 'x')
    .map(([, number]) => report(number, { now: 4, start: 4 }));
  return diaryOf(all, reports);
}

describe('fewer painful sessions in four weeks than in the four before', () => {
  test.each<[given: string, before: string, since: string, then: boolean]>([
    ['3 of 6, then 1 of 6', 'xxx...', 'x.....', true],
    ['3 of 6, then none of 6', 'xxx...', '......', true],
    ['as many as before', 'x.....', 'x.....', false],
    ['more than before', 'x.....', 'xx....', false],
    ['only 5 before', 'xxx..', '......', false],
    ['only 5 since', 'xxx...', '.....', false],
    ['6 since, but of one nobody said', 'xxx...', '.....?', false],
    ['fewer in number, not in share', 'xxx.........', 'xx....', false],
    ['fewer in share, not in number', 'xx....', 'xx..........', false],
    ['no pain before either', '......', '......', false],
  ])('%s', (_, before, since, then) => {
    expect(absenceOf(diary(before, since), TODAY) !== null).toBe(then);
  });

  test('yesterday does not count yet, nor what lies more than 8 weeks back', () => {
    const ending = diary('xxx...', '......');
    expect(absenceOf(ending, day(35))).toBeNull();
    expect(absenceOf(ending, day(36))).not.toBeNull();
    expect(absenceOf(ending, day(58))).not.toBeNull();
    expect(absenceOf(ending, day(59))).toBeNull();
  });

  test('with the habits of each: warm-up, days with core work, stretch', () => {
    const before = sessions(1, 'xxx...', { warmup: 'none', stretch: 'no' });
    const since = sessions(29, '......', { warmup: 'short', stretch: 'later', core: true });
    const reports = [1, 2, 3].map((number) => report(number, { now: 3, start: 1 }));
    const marks = [mark(5, 'core'), mark(29, 'stretch'), mark(40, 'core'), mark(40, 'stretch')];
    expect(absenceOf(diaryOf([...before, ...since], reports, marks), TODAY)).toEqual({
      before: {
        sessions: 6,
        painful: 3,
        warmup: { done: 0, answered: 6 },
        stretch: { done: 0, answered: 6 },
        coreDays: 1,
      },
      since: {
        sessions: 6,
        painful: 0,
        warmup: { done: 6, answered: 6 },
        stretch: { done: 1, answered: 1 },
        coreDays: 7,
      },
    });
  });
});

test.each([
  ['never', null, true],
  ['today', TODAY, false],
  ['55 days ago', day(3), false],
  ['8 weeks ago', day(2), true],
])('said %s: may be said is %s → %s', (_, toldOn, then) => {
  expect(mayTell(toldOn, TODAY)).toBe(then);
});
