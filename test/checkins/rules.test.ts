import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksMind,
  asksWhatIsUp,
  type Entry,
  isLow,
  itemsOf,
  totalOf,
  usualFor,
} from '../../src/checkins/rules.ts';
import { ago, morning, mornings, TODAY, times } from './mornings.ts';

describe('handbook §5: the total', () => {
  it.each([
    { answers: [1, 1, 1, 1, 1], total: 5, most: 25 },
    { answers: [5, 5, 5, 5, 5], total: 25, most: 25 },
    { answers: [3, 4, 3, 4, 3], total: 17, most: 25 },
    { answers: [1, 1, 1, null, null], total: 3, most: 15 },
    { answers: [5, 5, 5, null, null], total: 15, most: 15 },
  ])('of $answers is $total of $most', ({ answers, total, most }) => {
    const [fatigue = 0, sleep = 0, soreness = 0, stress = null, mood = null] = answers;
    const whole = { fatigue: fatigue ?? 0, sleep: sleep ?? 0, soreness: soreness ?? 0, stress, mood };
    expect(totalOf(whole)).toEqual({ total, most });
  });

  it.each([
    { ageGroup: 'adult', chosen: null, asked: true },
    { ageGroup: 'adult', chosen: false, asked: false },
    { ageGroup: '16-17', chosen: null, asked: false },
    { ageGroup: '13-15', chosen: null, asked: false },
    { ageGroup: '13-15', chosen: true, asked: true },
    { ageGroup: 'adult', chosen: true, asked: true },
  ] as const)('$ageGroup, chosen $chosen: stress and mood asked is $asked', ({ asked, ...athlete }) => {
    expect(asksMind(athlete)).toBe(asked);
  });
});

/** Mean 18, and a sum of squares of 52 over 14 mornings: a spread of exactly 2. */
const SPREAD_2 = [21, 21, 15, 15, 20, 20, 16, 16, ...times(6, 18)];

describe('handbook §5: z over the 28 days before', () => {
  it.each([
    { before: [...times(7, 16), ...times(7, 20)], today: 15, mean: 18, spread: 2.075498, z: -1.445436 },
    { before: [...times(7, 16), ...times(7, 20)], today: 14, mean: 18, spread: 2.075498, z: -1.927248 },
    { before: [...times(7, 16), ...times(7, 20)], today: 18, mean: 18, spread: 2.075498, z: 0 },
    { before: [...times(7, 16), ...times(7, 20)], today: 22, mean: 18, spread: 2.075498, z: 1.927248 },
    { before: SPREAD_2, today: 15, mean: 18, spread: 2, z: -1.5 },
    { before: SPREAD_2, today: 16, mean: 18, spread: 2, z: -1 },
    { before: [...times(6, 19), ...times(10, 18)], today: 18, mean: 18.375, spread: 0.5, z: -0.75 },
    { before: [...times(1, 19), ...times(15, 18)], today: 5, mean: 18.0625, spread: 0.25, z: null },
    { before: times(28, 20), today: 5, mean: 20, spread: 0, z: null },
  ])(
    '$today after $before.length mornings: mean $mean, spread $spread, z $z',
    ({ before, today, ...usual }) => {
      const found = usualFor(morning(TODAY, today), mornings(before));
      expect(found.entries).toBe(before.length);
      expect(found.mean).toBeCloseTo(usual.mean, 6);
      expect(found.spread).toBeCloseTo(usual.spread, 5);
      if (usual.z === null) expect(found.z).toBeNull();
      else expect(found.z).toBeCloseTo(usual.z, 6);
    },
  );

  it('is none of 13 mornings, and is there from 14', () => {
    const today = morning(TODAY, 5);
    const thirteen = usualFor(today, mornings(SPREAD_2.slice(0, 13)));
    expect(thirteen).toEqual({ entries: 13, mean: null, spread: null, z: null });
    expect(usualFor(today, mornings(SPREAD_2)).z).toBe(-6.5);
  });

  it('counts the 28th day before, and neither the 29th, nor the day itself, nor later ones', () => {
    const thirteen = mornings(SPREAD_2.slice(0, 13));
    const with14th = (day: string) => usualFor(morning(TODAY, 5), [...thirteen, morning(day, 18)]).entries;
    expect([ago(28), ago(29), TODAY, ago(-1)].map(with14th)).toEqual([14, 13, 13, 13]);
  });

  it('needs no entry every day, and no order', () => {
    const every2nd = SPREAD_2.map((total, index) => morning(ago(2 * index + 1), total)).reverse();
    expect(usualFor(morning(TODAY, 15), every2nd).z).toBe(-1.5);
  });

  it('is low from −1.5 down', () => {
    expect([-1.6, -1.5, -1.49, 0, 3, null].map((z) => isLow({ entries: 14, mean: 0, spread: 1, z }))).toEqual(
      [true, true, false, false, false, false],
    );
  });
});

describe('like is held against like', () => {
  it('holds five items against mornings of five alone', () => {
    const mixed = [...mornings(SPREAD_2.slice(0, 13)), morning(ago(20), 9, 3)];
    expect(usualFor(morning(TODAY, 15), mixed)).toEqual({ entries: 13, mean: null, spread: null, z: null });
  });

  it('holds three items against the same three of every morning, so switching off loses nothing', () => {
    const five = mornings(times(14, 15)).map(
      (each, index): Entry => ({ ...each, fatigue: index < 7 ? 2 : 4 }),
    );
    const found = usualFor(morning(TODAY, 6, 3), five);
    expect(found).toMatchObject({ entries: 14, mean: 9 });
    expect(found.z).toBeCloseTo(-3 / Math.sqrt(14 / 13), 9);
  });

  it('takes no answer for none: what was not asked is never 0', () => {
    const bare = morning(TODAY, 9, 3);
    expect(itemsOf(bare)).toEqual(['fatigue', 'sleep', 'soreness']);
    expect(itemsOf({ ...bare, stress: 3 })).toEqual(itemsOf(bare));
    expect(totalOf({ ...bare, stress: 3 })).toEqual({ total: 9, most: 15 });
  });
});

describe('handbook §5: low on two entries running is a question', () => {
  const usual = (from: number) =>
    [...times(10, 16), ...times(10, 20)].map((total, index) => morning(ago(index + from), total));
  const asks = (today: number, before: number, daysBefore = 1) =>
    asksWhatIsUp(morning(TODAY, today), [...usual(daysBefore + 1), morning(ago(daysBefore), before)]);

  it.each([
    { today: 12, before: 12, asks: true },
    { today: 12, before: 18, asks: false },
    { today: 18, before: 12, asks: false },
    { today: 18, before: 18, asks: false },
  ])('$before, then $today against 18 ± 2: asks $asks', ({ today, before, asks: wanted }) => {
    expect(asks(today, before)).toBe(wanted);
  });

  it('running is one entry after the other, whatever days lie between', () => {
    expect(asks(12, 12, 3)).toBe(true);
    const between = [...usual(4), morning(ago(3), 12), morning(ago(2), 18)];
    expect(asksWhatIsUp(morning(TODAY, 12), between)).toBe(false);
  });

  it('a first entry asks nothing', () => expect(asksWhatIsUp(morning(TODAY, 5), [])).toBe(false));

  it('the one before is held against its own 28 days', () => {
    const short = [...usual(2).slice(0, 13), morning(ago(1), 5)];
    expect(usualFor(morning(TODAY, 5), short).z).not.toBeNull();
    expect(asksWhatIsUp(morning(TODAY, 5), short)).toBe(false);
  });
});

describe('whatever the answers', () => {
  const entry = fc
    .record({
      day: fc.integer({ min: 1, max: 60 }),
      items: fc.constantFrom<3 | 5>(3, 5),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ day, items, share }) => morning(ago(day), Math.round(items + share * items * 4), items));
  const entries = fc.uniqueArray(entry, { selector: ({ localDate }) => localDate, maxLength: 60 });

  it('a better morning never has a lower z, and the order of the others does not matter', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 5, max: 24 }), (others, total) => {
        const worse = usualFor(morning(TODAY, total), others);
        const better = usualFor(morning(TODAY, total + 1), others);
        expect(better.z === null).toBe(worse.z === null);
        expect(better.z ?? 1).toBeGreaterThan(worse.z ?? 0);
        expect(usualFor(morning(TODAY, total), [...others].reverse()).z ?? 0).toBeCloseTo(worse.z ?? 0, 9);
      }),
      { numRuns: 200 },
    );
  });
});
