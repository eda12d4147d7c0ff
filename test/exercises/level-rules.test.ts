import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANSWERS, easyCount, nextStanding, type PastSet } from '../../src/exercises/level-rules.ts';

describe('the level of the next set (handbook §7)', () => {
  test.each([
    // level, easy before, shift, answer, RED days → level, easy before
    [1, 0, 0, 'easy', 0, 1, 1],
    [1, 1, 0, 'easy', 0, 1, 2],
    [1, 2, 0, 'easy', 0, 2, 0],
    [3, 2, 0, 'easy', 0, 3, 0],
    [2, 2, 0, 'right', 0, 2, 2],
    [2, 2, 0, 'hard', 0, 2, 2],
    [2, 2, 0, null, 0, 2, 2],
    [2, 2, 1, 'easy', 0, 3, 0],
    [2, 2, -1, 'easy', 0, 2, 2],
    [2, 1, 0, null, 1, 1, 0],
    [3, 0, 0, 'right', 1, 2, 0],
    [3, 0, 0, 'right', 2, 1, 0],
    [3, 0, 0, 'right', 5, 1, 0],
    [1, 2, 0, null, 1, 1, 0],
    [2, 2, 0, 'easy', 1, 2, 0],
  ] as const)(
    'from level %i with %i easy, shift %i, answer %s, %i RED days: level %i with %i easy',
    (level, easyAnswers, shift, answer, redDays, next, left) => {
      const last: PastSet = { level, easyAnswers, shift, answer };
      expect(nextStanding(last, redDays)).toEqual({ level: next, easyAnswers: left });
    },
  );

  test('everybody begins at level 1', () => {
    expect(nextStanding(null, 0)).toEqual({ level: 1, easyAnswers: 0 });
  });
});

describe('an “easy” that comes after the next set was handed out', () => {
  const set = (changes: Partial<PastSet> = {}): PastSet => {
    return { level: 1, easyAnswers: 1, shift: 0, answer: 'easy', ...changes };
  };
  test.each<[string, PastSet, Partial<PastSet> | null, number, number | null]>([
    ['in time, it counts', set(), null, 0, 2],
    ['in time, with easier doses, it does not', set({ shift: -1 }), null, 0, 1],
    ['late, it counts at the later set', set(), { easyAnswers: 1, answer: null }, 0, 2],
    ['late, it may be the third', set({ easyAnswers: 2 }), { easyAnswers: 2, answer: null }, 0, 3],
    ['late, after two more sets', set(), { easyAnswers: 2, answer: null }, 0, 3],
    ['late, “right” adds nothing', set({ answer: 'right' }), { easyAnswers: 1, answer: null }, 0, 1],
    ['the level has changed since', set(), { level: 2, easyAnswers: 0 }, 0, null],
    ['the count began anew since', set({ level: 3 }), { level: 3, easyAnswers: 0 }, 0, null],
    ['a RED day came between', set({ easyAnswers: 0 }), { easyAnswers: 0 }, 1, null],
  ])('%s', (_, pressed, latest, redDays, count) => {
    expect(easyCount(pressed, latest && set(latest), redDays)).toBe(count);
  });
});

const pastSet = fc.record<PastSet>({
  level: fc.constantFrom(1, 2, 3),
  easyAnswers: fc.integer({ min: 0, max: 3 }),
  shift: fc.constantFrom(-1, 0, 1),
  answer: fc.constantFrom(null, ...ANSWERS),
});

test('the level stays from 1 to 3, moves up by one at most, and a RED day more never raises it', () => {
  fc.assert(
    fc.property(pastSet, fc.nat({ max: 6 }), (last, redDays) => {
      const next = nextStanding(last, redDays);
      expect(next.level).toBeLessThanOrEqual(Math.min(3, last.level + 1));
      expect(next.level).toBeGreaterThanOrEqual(1);
      expect(next.easyAnswers).toBeLessThan(3);
      expect(nextStanding(last, redDays + 1).level).toBeLessThanOrEqual(next.level);
    }),
  );
});
