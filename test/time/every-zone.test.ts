import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, isZone, localDate, localTime, readZone, WEEKDAYS } from '../../src/time/local.ts';
import {
  nextOccurrence,
  type Occurrence,
  previousOccurrence,
  type WeeklyRule,
} from '../../src/time/next-occurrence.ts';
import {
  allOccurrences,
  type Change,
  changesOf,
  DAY,
  dayOf,
  families,
  firstShowing,
  HOUR,
  MINUTE,
  type Stretch,
  shownAt,
  written,
} from './zone-clocks.ts';

const LISTED = Intl.supportedValuesOf('timeZone');
const ZONES = [...new Set(['UTC', ...LISTED, ...LISTED.map((zone) => readZone(zone) ?? zone)])];
const FAMILIES = families(ZONES);
const CLOCKS = new Map(FAMILIES.flatMap(({ zones, stretches }) => zones.map((zone) => [zone, stretches])));
const ALL = [...WEEKDAYS];
const [FIRST, LAST] = [Date.UTC(2020, 0, 1), Date.UTC(2041, 0, 1) - MINUTE];
const SEED = { seed: 20_202_040 };

/** Of zones that change their clocks at the same moment by the same hours, one. */
const CHANGES = [
  ...new Map(
    FAMILIES.flatMap(({ zones, stretches }) => changesOf(zones[0] ?? 'UTC', stretches))
      .filter(({ at }) => at >= FIRST && at <= LAST)
      .map((change) => [`${change.at} ${change.before} ${change.after}`, change]),
  ).values(),
];

describe(`all ${ZONES.length} zones, 2020 to 2040`, () => {
  it('are accepted, and an old spelling stands for a zone with the same clocks', () => {
    expect(ZONES.filter((zone) => !isZone(zone))).toEqual([]);
    expect(LISTED.filter((zone) => clock(zone) !== clock(readZone(zone) ?? 'nowhere'))).toEqual([]);
  });

  it('show the day and the time that Intl shows, from the last minute before each change to the first after', () => {
    const wrong = ZONES.flatMap((zone) => {
      const moments = changesOf(zone, clock(zone)).flatMap(({ at }) => [
        at - MINUTE,
        at - 1,
        at,
        at + MINUTE,
      ]);
      return [FIRST, ...moments, LAST]
        .filter((at) => shown(at, zone) !== shownAt(clock(zone), at))
        .map((at) => `${zone} ${new Date(at).toISOString()}: ${shown(at, zone)}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe(`each of the ${CHANGES.length} different clock changes`, () => {
  it('shifts what is jumped over forward and takes what is shown twice the first time, at every edge', () => {
    expect(CHANGES.flatMap((change) => misread(change, edges(change)))).toEqual([]);
  });

  it('does so to the minute, once for each pair of wall times that clocks jump between', () => {
    const kinds = new Map(CHANGES.map((change) => [kindOf(change), change]));
    const wrong = [...kinds.values()].flatMap((change) => {
      const [from, to] = windowOf(change);
      const count = (to - from) / MINUTE + 180;
      return misread(
        change,
        Array.from({ length: count }, (_, minute) => from + (minute - 90) * MINUTE),
      );
    });
    expect(wrong).toEqual([]);
    expect(kinds.size).toBeGreaterThan(10);
  });

  it('rings a rule once around it: next and previous lead from neighbour to neighbour and back', () => {
    const wrong = CHANGES.flatMap((change, index) => {
      const [from] = windowOf(change);
      const others = ALL.filter((day) => day !== dayOf(from));
      const days = [ALL, [dayOf(from)], others][index % 3] ?? ALL;
      const wall = edges(change)[index % 7] ?? from;
      const rule = { days, time: timeOf(wall), zone: change.zone };
      const around = allOccurrences(rule, clock(change.zone), wall - 8 * DAY, wall + 16 * DAY);
      const here = around.findIndex(({ key }) => Date.parse(`${key}Z`) >= wall);
      const [a, b, c] = around.slice(here - 1);
      const found = spoken(neighbours(rule, around.slice(here - 1)));
      return found === spoken([b, b, a, b, c, b]) ? [] : [`${change.zone} ${written(wall)}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });
});

const zones = fc.constantFrom(...ZONES);
const days = fc.subarray(ALL, { minLength: 1 });
const times = fc.integer({ min: 0, max: 1439 }).map((minute) => timeOf(minute * MINUTE));
const anywhen = fc.integer({ min: FIRST, max: LAST }).map((ms) => new Date(ms));
const nearChange = fc
  .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -2 * DAY, max: 2 * DAY }))
  .map(([{ zone, at }, ms]) => ({ zone, after: new Date(at + ms) }));
const moments = fc.oneof(fc.record({ zone: zones, after: anywhen }), nearChange);

describe('any weekly rule in any zone', () => {
  it('comes next and came last when the clocks that Intl shows say so', () => {
    fc.assert(
      fc.property(moments, days, times, ({ zone, after }, chosen, time) => {
        const rule = { days: chosen, time, zone };
        const around = allOccurrences(
          rule,
          clock(zone),
          after.getTime() - 9 * DAY,
          after.getTime() + 10 * DAY,
        );
        expect(nextOccurrence(rule, after)).toEqual(around.find(({ at }) => at > after));
        expect(previousOccurrence(rule, after)).toEqual(around.findLast(({ at }) => at <= after));
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('comes at least an hour apart, as many days apart as its keys, give or take what the clocks were moved', () => {
    fc.assert(
      fc.property(moments, days, times, ({ zone, after }, chosen, time) => {
        const rule = { days: chosen, time, zone };
        let last = nextOccurrence(rule, after);
        for (let round = 0; round < 4; round += 1) {
          const next = nextOccurrence(rule, last.at);
          const apart = next.at.getTime() - last.at.getTime();
          const keysApart = Date.parse(`${next.key}Z`) - Date.parse(`${last.key}Z`);
          expect(apart).toBeGreaterThanOrEqual(HOUR);
          expect(keysApart % DAY).toBe(0);
          expect(Math.abs(apart - keysApart)).toBeLessThanOrEqual(largestChange(clock(zone)));
          last = next;
        }
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  it('has every key of a year once and in order, in one zone of each kind', () => {
    FAMILIES.forEach(({ zones: [zone = 'UTC'], stretches }, index) => {
      const year = 2020 + (index % 21);
      const rule = { days: ['sun' as const], time: timeOf((index % 4) * HOUR + 30 * MINUTE), zone };
      const expected = allOccurrences(rule, stretches, Date.UTC(year, 0, 1), Date.UTC(year, 11, 31));
      const found = [nextOccurrence(rule, new Date(Number(expected[0]?.at) - 1))];
      while (found.length < expected.length)
        found.push(nextOccurrence(rule, found.at(-1)?.at ?? new Date(0)));
      expect(found).toEqual(expected);
    });
  });
});

function clock(zone: string): readonly Stretch[] {
  return CLOCKS.get(zone) ?? [];
}

function shown(at: number, zone: string): string {
  return `${localDate(new Date(at), zone)}T${localTime(new Date(at), zone)}`;
}

function timeOf(wall: number): string {
  return written(wall).slice(11);
}

/** The wall times that a change jumps over or shows twice: the first, and the first that is none of them any more. */
function windowOf({ at, before, after }: Change): [from: number, to: number] {
  return [at + Math.min(before, after), at + Math.max(before, after)];
}

function edges(change: Change): number[] {
  const [from, to] = windowOf(change);
  return [from - MINUTE, from, to - MINUTE, to, from + MINUTE, (from + to) / 2, to + MINUTE];
}

function kindOf({ at, before, after }: Change): string {
  return `${timeOf(at + before)} ${timeOf(at + after)}`;
}

/** The wall times of which instantOf says another instant than the clocks do. */
function misread({ zone }: Change, walls: readonly number[]): string[] {
  return walls.flatMap((wall) => {
    const [date = '', time = ''] = written(wall).split('T');
    const at = instantOf(date, time, zone).getTime();
    return at === firstShowing(clock(zone), wall) ? [] : [`${zone} ${written(wall)}: ${written(at)}Z`];
  });
}

/** Asks for every neighbour of three occurrences in a row, from both ends of the time between them; what comes out, in order. */
function neighbours(rule: WeeklyRule, [a, b, c]: readonly Occurrence[]): Occurrence[] {
  if (!a || !b || !c) throw new Error('three occurrences in a row');
  return [
    nextOccurrence(rule, a.at),
    nextOccurrence(rule, justBefore(b)),
    previousOccurrence(rule, justBefore(b)),
    previousOccurrence(rule, b.at),
    nextOccurrence(rule, b.at),
    previousOccurrence(rule, justBefore(c)),
  ];
}

function justBefore({ at }: Occurrence): Date {
  return new Date(at.getTime() - 1);
}

function spoken(occurrences: readonly (Occurrence | undefined)[]): string {
  return occurrences.map((each) => (each ? `${each.key} at ${each.at.toISOString()}` : 'none')).join(', ');
}

function largestChange(stretches: readonly Stretch[]): number {
  return Math.max(0, ...changesOf('', stretches).map(({ before, after }) => Math.abs(after - before)));
}
