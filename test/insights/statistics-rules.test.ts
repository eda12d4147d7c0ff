import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Arm,
  armsOf,
  compareArms,
  lookAt,
  matchingShifts,
  probabilityHigher,
  type Tier,
  tierOf,
} from '../../src/insights/statistics-rules.ts';
import type { Row } from '../../src/insights/types.ts';
import { integratedProbability } from './integrate.ts';

/** Rows from two strings of ones and zeros, oldest first. */
function rowsOf(exposed: string, events: string): Row[] {
  return [...exposed].map((each, index) => ({ exposed: each === '1', event: events[index] === '1' }));
}

function read(rows: readonly Row[]) {
  const { missed, done } = armsOf(rows);
  const comparison = compareArms(missed, done);
  const shifts = matchingShifts(rows);
  return { ...comparison, shifts, tier: tierOf(comparison, shifts / rows.length) };
}

describe('the vectors of handbook §8', () => {
  const counts = {
    missed: { events: 6, total: 10 },
    done: { events: 3, total: 20 },
  };
  test('V1: 6 of 10 against 3 of 20, and no other rotation does as well: a pattern', () => {
    const v1 = read(rowsOf('001001000100110010010010010010', '001001010000101010010000010100'));
    expect(v1).toMatchObject({ ...counts, shifts: 1, tier: 'pattern' });
    expect(v1.probability).toBeCloseTo(16009381 / 16128060, 12);
    expect(v1.difference).toBeCloseTo(0.401515, 6);
    expect(v1.difference).toBeCloseTo(7 / 12 - 4 / 22, 12);
    expect(v1.sd).toBeCloseTo(0.158633, 6);
    expect(v1.interval[0]).toBeCloseTo(0.140587, 6);
    expect(v1.interval[1]).toBeCloseTo(0.662443, 6);
  });

  test('V2: the same counts in two blocks, which 8 of 30 rotations match: no clear difference', () => {
    const v2 = read(rowsOf('0'.repeat(20) + '1'.repeat(10), `${'0'.repeat(17)}${'1'.repeat(9)}0000`));
    expect(v2).toMatchObject({ ...counts, shifts: 8, tier: 'no-clear-difference' });
    expect(v2.probability).toBeCloseTo(16009381 / 16128060, 12);
  });

  test('V3: 4 of 8 against 4 of 12: no clear difference', () => {
    const v3 = read(rowsOf('01001010010100101001', '01100011000110001100'));
    expect(v3).toMatchObject({
      missed: { events: 4, total: 8 },
      done: { events: 4, total: 12 },
      shifts: 16,
      tier: 'no-clear-difference',
    });
    expect(v3.probability).toBeCloseTo(13 / 17, 12);
    expect(v3.difference).toBeCloseTo(1 / 7, 12);
    expect(v3.interval[0]).toBeCloseTo(-0.177925, 6);
    expect(v3.interval[1]).toBeCloseTo(0.463639, 6);
  });

  test('V4: 2 of 4 against 3 of 20: an arm below 5 is too few', () => {
    const v4 = compareArms({ events: 2, total: 4 }, { events: 3, total: 20 });
    expect(v4.probability).toBeCloseTo(30837 / 32890, 12);
    expect(tierOf(v4, 0)).toBe('insufficient');
  });
});

const anyArm = (most: number) =>
  fc
    .tuple(fc.nat(most), fc.nat(most))
    .map(([a, b]): Arm => ({ events: Math.min(a, b), total: Math.max(a, b) }));

describe('P(p_missed > p_done)', () => {
  test('agrees with numerical integration over a grid, to 1e-9', () => {
    const totals = [0, 1, 5, 10, 33, 120, 250, 495];
    const arms = totals.flatMap((total) =>
      [...new Set([0, 1, Math.floor(total / 3), total - 1, total])]
        .filter((events) => events >= 0 && events <= total)
        .map((events) => ({ events, total })),
    );
    let furthest = 0;
    for (const missed of arms) {
      for (const done of arms) {
        const off = Math.abs(probabilityHigher(missed, done) - integratedProbability(missed, done));
        furthest = Math.max(furthest, off);
      }
    }
    expect(furthest).toBeLessThan(1e-9);
  });

  test('agrees with numerical integration wherever it is asked, to 1e-9', () => {
    fc.assert(
      fc.property(anyArm(250), anyArm(250), (missed, done) => {
        expect(Math.abs(probabilityHigher(missed, done) - integratedProbability(missed, done))).toBeLessThan(
          1e-9,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('stays a probability at 500 sessions, whatever the counts', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (inMissed, a, b) => {
        const missed = { events: Math.min(a, inMissed), total: inMissed };
        const done = { events: Math.min(b, 500 - inMissed), total: 500 - inMissed };
        const { probability, difference, sd, interval } = compareArms(missed, done);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(sd).toBeGreaterThan(0);
        expect(interval[0]).toBeGreaterThanOrEqual(-1);
        expect(interval[1]).toBeLessThanOrEqual(1);
        expect(interval[0]).toBeLessThanOrEqual(difference);
        expect(interval[1]).toBeGreaterThanOrEqual(difference);
      }),
    );
  });

  test('the interval is clipped to −1 and 1', () => {
    expect(compareArms({ events: 0, total: 0 }, { events: 0, total: 0 }).interval).toEqual([
      expect.closeTo(-0.671508, 5),
      expect.closeTo(0.671508, 5),
    ]);
    expect(compareArms({ events: 1, total: 1 }, { events: 0, total: 6 }).interval[1]).toBeLessThan(1);
    expect(compareArms({ events: 2, total: 2 }, { events: 0, total: 500 }).interval[1]).toBe(1);
  });

  test('with the arms swapped P becomes 1 − P, and d becomes −d', () => {
    fc.assert(
      fc.property(anyArm(250), anyArm(250), (missed, done) => {
        const [there, back] = [compareArms(missed, done), compareArms(done, missed)];
        expect(there.probability + back.probability).toBeCloseTo(1, 11);
        expect(there.difference).toBeCloseTo(-back.difference, 14);
        expect(there.sd).toBeCloseTo(back.sd, 14);
      }),
    );
  });

  test('one more painful session without the habit never lowers it', () => {
    fc.assert(
      fc.property(anyArm(100), anyArm(100), (missed, done) => {
        if (missed.events === missed.total) return;
        const more = { ...missed, events: missed.events + 1 };
        expect(probabilityHigher(more, done)).toBeGreaterThan(probabilityHigher(missed, done) - 1e-12);
      }),
    );
  });
});

const someRows = fc.array(fc.record({ exposed: fc.boolean(), event: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});

describe('order and rotation', () => {
  test('P and d do not depend on the order of the sessions', () => {
    fc.assert(
      fc.property(someRows, fc.infiniteStream(fc.nat()), (rows, order) => {
        const shuffled = rows
          .map((row) => ({ row, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const { shifts: _, tier: __, ...counted } = read(rows);
        expect(read(shuffled)).toMatchObject(counted);
      }),
    );
  });

  test('p_shift does not depend on where the season begins: habit and pain turned together', () => {
    fc.assert(
      fc.property(someRows, fc.nat(), (rows, by) => {
        const turn = by % rows.length;
        expect(matchingShifts([...rows.slice(turn), ...rows.slice(0, turn)])).toBe(matchingShifts(rows));
      }),
    );
  });

  test('a rotation matches with as many painful sessions on the missed side, and with one fewer never', () => {
    const long = fc.array(fc.record({ exposed: fc.boolean(), event: fc.boolean() }), {
      minLength: 300,
      maxLength: 500,
    });
    fc.assert(
      fc.property(long, (rows) => {
        const hits = rows.map((_, shift) => {
          const turned = (index: number) => rows[(index + shift) % rows.length]?.event;
          return rows.filter(({ exposed }, index) => exposed && turned(index)).length;
        });
        expect(matchingShifts(rows)).toBe(hits.filter((each) => each >= (hits[0] ?? 0)).length);
      }),
      { numRuns: 5 },
    );
  });

  test('the unturned season always matches itself; with one arm alone all rotations do', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const shifts = matchingShifts(rows);
        expect(shifts).toBeGreaterThanOrEqual(1);
        expect(shifts).toBeLessThanOrEqual(rows.length);
        const alone = rows.map(({ event }) => ({ event, exposed: true }));
        expect(matchingShifts(alone)).toBe(rows.length);
      }),
    );
  });
});

describe('tiers of handbook §8', () => {
  /** n = 30, 6 of 10 against 3 of 20, P 0.99, d 0.4, no rotation but its own: everything a pattern needs. */
  const clear = {
    missed: { events: 6, total: 10 },
    done: { events: 3, total: 20 },
    probability: 0.99,
    difference: 0.2,
  };
  const CASES: readonly [given: string, facts: Partial<typeof clear>, pShift: number, then: Tier][] = [
    ['everything at its bound', {}, 0.05, 'pattern'],
    ['n = 19', { missed: { events: 6, total: 9 }, done: { events: 3, total: 10 } }, 0, 'insufficient'],
    ['n = 20', { missed: { events: 6, total: 10 }, done: { events: 3, total: 10 } }, 0, 'pattern'],
    ['4 missed', { missed: { events: 4, total: 4 }, done: { events: 0, total: 26 } }, 0, 'insufficient'],
    ['5 missed', { missed: { events: 5, total: 5 }, done: { events: 0, total: 25 } }, 0, 'pattern'],
    ['4 done', { missed: { events: 6, total: 26 }, done: { events: 0, total: 4 } }, 0, 'insufficient'],
    ['5 done', { missed: { events: 6, total: 25 }, done: { events: 0, total: 5 } }, 0, 'pattern'],
    ['2 events', { missed: { events: 2, total: 10 }, done: { events: 0, total: 20 } }, 0, 'insufficient'],
    ['3 events', { missed: { events: 3, total: 10 }, done: { events: 0, total: 20 } }, 0, 'pattern'],
    ['P just below 0.99', { probability: 0.98999 }, 0.05, 'worth-trying'],
    ['P = 0.95', { probability: 0.95 }, 0.05, 'worth-trying'],
    ['P just below 0.95', { probability: 0.94999 }, 0.05, 'no-clear-difference'],
    ['d just below 0.20', { difference: 0.19999 }, 0.05, 'no-clear-difference'],
    ['p_shift just above 0.05', {}, 0.05001, 'worth-trying'],
    ['p_shift = 0.10', {}, 0.1, 'worth-trying'],
    ['p_shift just above 0.10', {}, 0.10001, 'no-clear-difference'],
    [
      'pain rose more often with the habit',
      { probability: 0.01, difference: -0.4 },
      0,
      'no-clear-difference',
    ],
  ];
  test.each(CASES)('%s', (_, facts, pShift, then) => {
    expect(tierOf({ ...clear, ...facts }, pShift)).toBe(then);
  });
});

test.each([
  [0, 0],
  [19, 0],
  [20, 20],
  [29, 20],
  [30, 30],
  [39, 30],
  [40, 40],
  [59, 40],
  [60, 60],
  [79, 60],
  [100, 100],
  [511, 500],
])('with %i sessions the last look was at %i', (rows, look) => {
  expect(lookAt(rows)).toBe(look);
});
