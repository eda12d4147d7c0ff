import { describe, expect, test } from 'vitest';
import {
  blockOf,
  hurtingAreas,
  mostPain,
  type PainFact,
  type PainOfDay,
} from '../../src/exercises/block-rules.ts';
import { addDays } from '../../src/time/local.ts';

const TODAY = '2026-05-11';

/** A report of so many days ago. */
function fact(now: number | null, changes: Partial<PainFact> = {}, ago = 0): PainFact {
  const localDate = addDays(TODAY, -ago);
  return { area: 'left-calf', localDate, now, kinds: [], light: 'green', ...changes };
}

/** A day with one episode that is open, its reports the oldest first. */
function dayOf(reports: readonly PainFact[], changes: Partial<PainOfDay> = {}): PainOfDay {
  return {
    day: TODAY,
    flags: [],
    reports: reports.filter(({ localDate }) => localDate === TODAY),
    episodes: reports.length === 0 ? [] : [{ area: 'left-calf', reports }],
    ...changes,
  };
}

const FLAG = { level: 'soon', reportId: 'p1' } as const;
const EMERGENCY = { level: 'emergency', reportId: 'p2' } as const;

describe('what stands against exercises (handbook §7: all at pain 2 or less, stop on leg symptoms)', () => {
  const table: readonly [string, PainOfDay, string | undefined][] = [
    ['nothing was ever reported', dayOf([]), undefined],
    ['pain 2, green', dayOf([fact(2)]), undefined],
    ['pain 3, green in no club, but above 2', dayOf([fact(3)]), 'pain'],
    ['pain 2, amber because it grows', dayOf([fact(2, { light: 'amber' })]), 'amber'],
    ['pain 3, amber', dayOf([fact(3, { light: 'amber' })]), 'pain'],
    ['pain 1 now, amber earlier today', dayOf([fact(3, { light: 'amber' }), fact(1)]), 'amber'],
    ['pain 0 now, red earlier today', dayOf([fact(6, { light: 'red' }), fact(0)]), 'red'],
    ['red yesterday, 1 now', dayOf([fact(6, { light: 'red' }, 1), fact(1)]), undefined],
    ['red, and an urgent sign reviewed since', dayOf([fact(2, { light: 'urgent' })]), 'red'],
    ['red, and an emergency reviewed since', dayOf([fact(2, { light: 'emergency' })]), 'red'],
    [
      'red, and a sign for a clinician reviewed since',
      dayOf([fact(2, { light: 'red-see-clinician' })]),
      'red',
    ],
    ['shooting pain yesterday, nothing said today', dayOf([fact(1, { kinds: ['shooting'] }, 1)]), 'leg'],
    ['4 yesterday, nothing said today', dayOf([fact(4, {}, 1)]), 'pain'],
    ['4 six days ago, nothing said since', dayOf([fact(4, {}, 6)]), 'pain'],
    ['4 a week ago: too old to know', dayOf([fact(4, {}, 7)]), undefined],
    ['tingling today', dayOf([fact(1, { kinds: ['pins-and-needles'] })]), 'leg'],
    ['numbness yesterday, nothing said today', dayOf([fact(1, { kinds: ['numbness'] }, 1)]), 'leg'],
    [
      'shooting pain yesterday, an ache today',
      dayOf([fact(1, { kinds: ['shooting'] }, 1), fact(1)]),
      undefined,
    ],
    ['a question left open', dayOf([fact(1, { light: 'ask' })]), 'question'],
    ['no number given', dayOf([fact(null, { light: 'ask' })]), 'question'],
    ['a question answered by a later report', dayOf([fact(1, { light: 'ask' }), fact(1)]), undefined],
    [
      'a question left open in an episode resolved since: no way around it',
      dayOf([], { reports: [fact(8, { light: 'ask' })] }),
      'question',
    ],
    [
      'the same, answered by a later report of the area',
      dayOf([], { reports: [fact(1, { light: 'ask' }), fact(1)] }),
      undefined,
    ],
    [
      'the same beside a later report of another area',
      dayOf([], { reports: [fact(1, { light: 'ask' }), fact(1, { area: 'left-knee' })] }),
      'question',
    ],
    ['an open sign', dayOf([], { flags: [FLAG] }), 'flag'],
    ['an open urgent sign', dayOf([], { flags: [{ level: 'urgent', reportId: 'p3' }] }), 'flag'],
    ['an open sign on a red day', dayOf([fact(7, { light: 'red' })], { flags: [FLAG] }), 'flag'],
    ['an episode resolved today after amber', dayOf([], { reports: [fact(3, { light: 'amber' })] }), 'amber'],
    ['an episode resolved today after 2', dayOf([], { reports: [fact(2)] }), undefined],
  ];
  test.each(table)('%s', (_, pain, why) => expect(blockOf(pain)?.why).toBe(why));

  test('the worst open sign is named, with the report to review it at', () => {
    expect(blockOf(dayOf([], { flags: [FLAG, EMERGENCY] }))).toEqual({ why: 'flag', ...EMERGENCY });
  });

  test('the worst pain is named, with its area and day', () => {
    const back = { area: 'low-back', reports: [fact(5, { area: 'low-back' }, 2)] };
    const calf = { area: 'left-calf', reports: [fact(4)] };
    expect(blockOf(dayOf([], { episodes: [calf, back] }))).toMatchObject({
      ...{ why: 'pain', area: 'low-back', now: 5, localDate: addDays(TODAY, -2) },
    });
  });
});

test('an episode hurts until it has been at 0 for seven days; silence does not end it', () => {
  expect(hurtingAreas(dayOf([fact(4, {}, 40)]))).toEqual(['left-calf']);
  expect(hurtingAreas(dayOf([fact(4, {}, 9), fact(0, {}, 6)]))).toEqual(['left-calf']);
  expect(hurtingAreas(dayOf([fact(4, {}, 9), fact(0, {}, 7)]))).toEqual([]);
  expect(hurtingAreas(dayOf([fact(4, {}, 9), fact(0, {}, 7), fact(null)]))).toEqual([]);
  expect(hurtingAreas(dayOf([fact(null)]))).toEqual(['left-calf']);
});

test('the most pain is that of the last reports; without one it is not known, which is not 0', () => {
  expect(mostPain(dayOf([fact(5, {}, 1), fact(2)]))).toBe(2);
  expect(mostPain(dayOf([]))).toBeNull();
  expect(mostPain(dayOf([fact(null)]))).toBeNull();
  const episodes = [1, 4, 2].map((now) => ({ area: `${now}`, reports: [fact(now)] }));
  expect(mostPain(dayOf([], { episodes }))).toBe(4);
  expect(mostPain(dayOf([fact(5, {}, 7)]))).toBeNull();
});
