import { describe, expect, it } from 'vitest';
import {
  answeredAt,
  asksWarmup,
  daysAround,
  earlierTempoMetres,
  load,
  sameJustLogged,
  spike,
  takesModality,
} from '../../src/sessions/rules.ts';
import {
  EFFORT_LABELS,
  MODALITIES,
  SESSION_TYPES,
  type SessionType,
  STRETCHES,
  WARMUPS,
} from '../../src/sessions/types.ts';

describe('what a session can be', () => {
  it('fourteen types, three warm-ups and three answers about stretching', () => {
    expect(SESSION_TYPES.map(({ id }) => id).join()).toBe(
      'tempo,speed,speed-endurance,special-endurance,hills,weights,jumps,technique,core,mobility,regen,cross-training,race,other',
    );
    expect(WARMUPS).toEqual(['full', 'short', 'none']);
    expect(STRETCHES).toEqual(['yes', 'no', 'later']);
    expect(Object.keys(EFFORT_LABELS)).toEqual(['0', '1', '2', '3', '4', '5', '7', '10']);
    expect(MODALITIES.map(({ id }) => id).join()).toBe(
      'massage,ems,stretching,pilates,foam-roller,sauna,ice,heat,pool,bike,walk,other',
    );
  });

  const YES = true;
  const NO = false;
  it.each<[type: SessionType, warmupAsked: boolean, modalityAsked: boolean]>([
    ['tempo', YES, NO],
    ['speed', YES, NO],
    ['speed-endurance', YES, NO],
    ['special-endurance', YES, NO],
    ['hills', YES, NO],
    ['weights', YES, NO],
    ['jumps', YES, NO],
    ['technique', YES, NO],
    ['core', NO, NO],
    ['mobility', NO, YES],
    ['regen', NO, YES],
    ['cross-training', YES, NO],
    ['race', YES, NO],
    ['other', YES, NO],
  ])('%s: warm-up asked %s, “What was it?” asked %s', (type, warmupAsked, modalityAsked) => {
    expect([asksWarmup(type), takesModality(type)]).toEqual([warmupAsked, modalityAsked]);
  });
});

it('load is effort times minutes', () => expect(load(3, 45)).toBe(135));

describe('a tempo session above the most of 30 days (handbook §4)', () => {
  const earlier = [800, 1000, 900, 1000];

  it.each([
    [1000, null, null],
    [1001, '≤ 10 %', 0],
    [1100, '≤ 10 %', 10],
    [1101, '> 10–30 %', 10],
    [1300, '> 10–30 %', 30],
    [1301, '> 30–100 %', 30],
    [1400, '> 30–100 %', 40],
    [2000, '> 30–100 %', 100],
    [2001, '> 100 %', 100],
    [2500, '> 100 %', 150],
  ])('%s m against 1000 m is %s above', (metres, bin, percent) => {
    const names = {
      'up-to-10': '≤ 10 %',
      'up-to-30': '> 10–30 %',
      'up-to-100': '> 30–100 %',
      'over-100': '> 100 %',
    };
    const found = spike(metres, earlier);
    expect(found && names[found.bin]).toBe(bin);
    expect(found?.percent ?? null).toBe(percent);
  });

  it('is not remarked upon when fewer than 4 came before', () => {
    expect(spike(5000, earlier.slice(1))).toBeNull();
    expect(spike(5000, [0, 0, 0, 0])).toBeNull();
  });

  it('is compared with what came before it in 30 days: the same day earlier, never later, never without metres', () => {
    const at = (time: string) => new Date(`2026-05-31T${time}:00Z`);
    const one = (id: string, localDate: string, metres: number | null, type = 'tempo', time = '12:00') => ({
      ...{ id, localDate, loggedAt: at(time), type, metres },
    });
    const session = one('this', '2026-05-31', 2000);
    const others = [
      one('31 days before', '2026-04-30', 9000),
      one('30 days before', '2026-05-01', 1000),
      one('no metres', '2026-05-02', null),
      one('not tempo', '2026-05-03', 8000, 'speed'),
      one('this morning', '2026-05-31', 1200, 'tempo', '08:00'),
      session,
      one('this evening', '2026-05-31', 7000, 'tempo', '20:00'),
      one('tomorrow', '2026-06-01', 6000),
    ];
    expect(earlierTempoMetres(session, others)).toEqual([1000, 1200]);
  });
});

it.each([
  ['a Wednesday', '2026-05-06', '2026-04-06', '2026-05-04', '2026-05-10'],
  ['a Monday', '2026-05-04', '2026-04-04', '2026-05-04', '2026-05-10'],
  ['a Sunday of the spring clock change', '2026-03-29', '2026-02-27', '2026-03-23', '2026-03-29'],
  ['a Sunday of the autumn clock change', '2026-10-25', '2026-09-25', '2026-10-19', '2026-10-25'],
  ['a leap day', '2028-02-29', '2028-01-30', '2028-02-28', '2028-03-05'],
  ['New Year’s Day', '2027-01-01', '2026-12-02', '2026-12-28', '2027-01-03'],
])('on %s the answer looks back 30 days, and on to the Sunday of its week', (_, day, first, monday, last) => {
  expect(daysAround(day)).toEqual({ first, monday, last });
});

describe('the same logged just before', () => {
  const minutes = (count: number) => new Date(Date.UTC(2026, 4, 4, 18, 40 + count));
  const first = { id: 'a', localDate: '2026-05-04', loggedAt: minutes(0), type: 'tempo', work: '10x100' };
  const other = { ...first, minutes: 40 };

  it.each<[string, object, boolean]>([
    ['at once', { loggedAt: minutes(0) }, true],
    ['10 minutes later', { loggedAt: minutes(10) }, true],
    ['11 minutes later', { loggedAt: minutes(11) }, false],
    ['earlier', { loggedAt: minutes(-1) }, false],
    ['of another day', { localDate: '2026-05-03' }, false],
    ['of another type', { type: 'speed' }, false],
    ['with other work', { work: '8x100' }, false],
    ['with other minutes', { minutes: 20 }, false],
    ['and it is the same one', { id: 'a' }, false],
  ])('%s', (_, changes, isSame) => {
    const session = { ...other, id: 'b', loggedAt: minutes(5), ...changes };
    expect(sameJustLogged(session, [other])).toEqual(isSame ? minutes(0) : null);
  });
});

describe('when a habit was answered (handbook §8)', () => {
  const now = new Date('2026-05-04T18:40:00Z');
  const none = { warmup: null, core: null, stretch: null };
  const given = { warmup: 'full', core: false, stretch: 'later' } as const;

  it.each<[string, Parameters<typeof answeredAt>[0], Parameters<typeof answeredAt>[1], object]>([
    ['logged with none', null, none, {}],
    ['logged with all', null, given, { warmupAt: now, coreAt: now, stretchAt: now }],
    ['given later', none, { core: false }, { coreAt: now }],
    ['said again', given, given, {}],
    ['changed', given, { ...given, stretch: 'yes' }, { stretchAt: now }],
    ['emptied', given, { ...given, warmup: null }, { warmupAt: null }],
    ['not touched', given, {}, {}],
  ])('%s', (_, before, changes, times) => {
    expect(answeredAt(before, changes, now)).toEqual(times);
  });
});
