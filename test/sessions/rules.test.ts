import { describe, expect, it } from 'vitest';
import { load, spike } from '../../src/sessions/rules.ts';
import { EFFORT_LABELS, SESSION_TYPES, STRETCHES, WARMUPS } from '../../src/sessions/types.ts';

describe('what a session can be', () => {
  it('fourteen types, three warm-ups and three answers about stretching', () => {
    expect(SESSION_TYPES.map(({ id }) => id).join()).toBe(
      'tempo,speed,speed-endurance,special-endurance,hills,weights,jumps,technique,core,mobility,regen,cross-training,race,other',
    );
    expect(WARMUPS).toEqual(['full', 'short', 'none']);
    expect(STRETCHES).toEqual(['yes', 'no', 'later']);
    expect(Object.keys(EFFORT_LABELS)).toEqual(['0', '1', '2', '3', '4', '5', '7', '10']);
  });
});

it('load is effort times minutes', () => expect(load(3, 45)).toBe(135));

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
