import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANSWERS, nextStanding, type PastSet } from '../../src/exercises/level-rules.ts';

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

const pastSet = fc.record<PastSet>({
  level: fc.constantFrom(1, 2, 3),
  easyAnswers: fc.integer({ min: 0, max: 2 }),
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
