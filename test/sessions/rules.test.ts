import { describe, expect, it } from 'vitest';
import { load, speedPercent, spike, tempoFit, tempoTimes, weekShape } from '../../src/sessions/rules.ts';
import {
  EFFORT_LABELS,
  isSessionType,
  isStretch,
  isWarmup,
  SESSION_TYPES,
} from '../../src/sessions/types.ts';

describe('what a session can be', () => {
  it('fourteen types, three warm-ups and three answers about stretching', () => {
    expect(SESSION_TYPES.map(({ id }) => id).join()).toBe(
      'tempo,speed,speed-endurance,special-endurance,hills,weights,jumps,technique,core,mobility,regen,cross-training,race,other',
    );
    expect(['tempo', 'Tempo', 'constructor'].map(isSessionType)).toEqual([true, false, false]);
    expect(['full', 'short', 'none', 'yes'].map(isWarmup)).toEqual([true, true, true, false]);
    expect(['yes', 'no', 'later', 'none'].map(isStretch)).toEqual([true, true, true, false]);
    expect(Object.keys(EFFORT_LABELS)).toEqual(['0', '1', '2', '3', '4', '5', '7', '10']);
  });
});

describe('load', () => {
  it('is effort times minutes', () => expect(load(3, 45)).toBe(135));

  it('has the shape of the handbook in its example week', () => {
    const week = weekShape([300, 0, 450, 0, 360, 120, 0]);
    expect(week?.sum).toBe(1230);
    expect(week?.monotony).toBeCloseTo(0.916864, 6);
    expect(week?.strain).toBeCloseTo(1127.743, 3);
  });

  it.each([
    ['seven equal days', [100, 100, 100, 100, 100, 100, 100], { sum: 700, monotony: null, strain: null }],
    [
      'a day that nobody knows of',
      [300, null, 450, 0, 360, 120, 0],
      { sum: 1230, monotony: null, strain: null },
    ],
    ['a short week', [300, 0], null],
  ])('has no shape for %s', (_, loads, shape) => expect(weekShape(loads)).toEqual(shape));
});

describe('a big tempo session', () => {
  const earlier = [800, 1000, 900, 1000];

  it.each([
    [1001, 'up-to-10', 0],
    [1100, 'up-to-10', 10],
    [1101, 'up-to-30', 10],
    [1300, 'up-to-30', 30],
    [1400, 'up-to-100', 40],
    [2000, 'up-to-100', 100],
    [2001, 'over-100', 100],
  ])('of %s m against 1000 m is %s', (metres, bin, percent) => {
    expect(spike(metres, earlier)).toEqual({ bin, percent, metres, earlierMax: 1000 });
  });

  it('is not remarked upon when it is not the biggest, or when fewer than 4 came before', () => {
    expect(spike(1000, earlier)).toBeNull();
    expect(spike(5000, earlier.slice(1))).toBeNull();
    expect(spike(5000, [0, 0, 0, 0])).toBeNull();
  });
});

describe('tempo pace', () => {
  it('is best ÷ time: a best of 12.0 over 100 m means 16.0 to 18.5 s', () => {
    expect(speedPercent(12, 16)).toBe(75);
    expect(tempoTimes(12).fastest).toBe(16);
    expect(tempoTimes(12).slowest).toBeCloseTo(18.46, 2);
  });

  it.each([
    [12, 15.9, 'too-fast'],
    [12, 16, 'in-range'],
    [12, 18.4, 'in-range'],
    [12, 18.5, 'slower'],
    [11.1, 14.8, 'in-range'],
  ])('a best of %s and a repetition in %s is %s', (best, rep, fit) => expect(tempoFit(best, rep)).toBe(fit));
});
