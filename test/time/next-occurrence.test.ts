import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEEKDAYS, type Weekday } from '../../src/time/local.ts';
import { nextOccurrence, previousOccurrence, type WeeklyRule } from '../../src/time/next-occurrence.ts';

const QUARTER = 15 * 60_000;
const ALL = [...WEEKDAYS];

describe('the next occurrence', () => {
  it.each([
    [
      'later today',
      ALL,
      '18:00',
      'Europe/Berlin',
      '2026-01-15T12:00:00Z',
      '2026-01-15T17:00:00Z',
      '2026-01-15T18:00',
    ],
    [
      'strictly after',
      ALL,
      '18:00',
      'Europe/Berlin',
      '2026-01-15T17:00:00Z',
      '2026-01-16T17:00:00Z',
      '2026-01-16T18:00',
    ],
    [
      'a week on',
      ['thu'],
      '18:00',
      'Europe/Berlin',
      '2026-01-15T17:00:00Z',
      '2026-01-22T17:00:00Z',
      '2026-01-22T18:00',
    ],
    [
      'gap',
      ALL,
      '02:30',
      'Europe/Berlin',
      '2026-03-28T12:00:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-29T02:30',
    ],
    [
      'overlap',
      ALL,
      '02:30',
      'Europe/Berlin',
      '2026-10-24T12:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T02:30',
    ],
    [
      'overlap, once',
      ALL,
      '02:30',
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
      '2026-10-26T02:30',
    ],
    [
      'New York',
      ALL,
      '02:30',
      'America/New_York',
      '2026-03-08T00:00:00Z',
      '2026-03-08T07:30:00Z',
      '2026-03-08T02:30',
    ],
    [
      'Sydney',
      ALL,
      '02:30',
      'Australia/Sydney',
      '2026-10-03T12:00:00Z',
      '2026-10-03T16:30:00Z',
      '2026-10-04T02:30',
    ],
    [
      'Lord Howe',
      ALL,
      '02:15',
      'Australia/Lord_Howe',
      '2026-10-03T12:00:00Z',
      '2026-10-03T15:45:00Z',
      '2026-10-04T02:15',
    ],
    [
      'Casablanca',
      ALL,
      '02:30',
      'Africa/Casablanca',
      '2026-02-15T01:30:00Z',
      '2026-02-16T02:30:00Z',
      '2026-02-16T02:30',
    ],
    [
      'Samoa, Fridays',
      ['fri'],
      '12:00',
      'Pacific/Apia',
      '2011-12-29T00:00:00Z',
      '2011-12-30T22:00:00Z',
      '2011-12-30T12:00',
    ],
    [
      'Samoa, daily',
      ALL,
      '12:00',
      'Pacific/Apia',
      '2011-12-29T22:00:00Z',
      '2011-12-30T22:00:00Z',
      '2011-12-31T12:00',
    ],
    ['leap day', ['tue'], '09:00', 'UTC', '2028-02-28T00:00:00Z', '2028-02-29T09:00:00Z', '2028-02-29T09:00'],
  ] as const)('%s', (_, days, time, zone, after, at, key) => {
    const rule: WeeklyRule = { days, time, zone };
    const expected = { at: new Date(at), key };
    expect(nextOccurrence(rule, new Date(after))).toEqual(expected);
    expect(previousOccurrence(rule, new Date(at))).toEqual(expected);
  });

  it('refuses a rule without days, without a time or without a zone', () => {
    const now = new Date('2026-01-15T12:00:00Z');
    expect(() => nextOccurrence({ days: [], time: '18:00', zone: 'UTC' }, now)).toThrow(RangeError);
    expect(() => nextOccurrence({ days: ALL, time: '25:00', zone: 'UTC' }, now)).toThrow(RangeError);
    expect(() => nextOccurrence({ days: ALL, time: '18:00', zone: 'Mars/Base' }, now)).toThrow(RangeError);
  });
});

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const quarters = fc.integer({ min: 0, max: 95 });
const nightly = fc.integer({ min: 0, max: 15 });
const times = fc.oneof(quarters, nightly).map(wallTime);
const days = fc.subarray(ALL, { minLength: 1 });
const rules = fc.record({ days, time: times, zone: zones });
const instants = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
  .map((minute) => new Date(minute * 60_000));

describe('over random zones and years', () => {
  it('agrees with a watcher who looks at the clock on the wall every quarter of an hour', () => {
    fc.assert(
      fc.property(rules, instants, (rule, after) => {
        expect(nextOccurrence(rule, after)).toEqual(watch(rule, after));
      }),
      { numRuns: 300, seed: 20_260_329 },
    );
  });
});

/** Walks along the wall clock: takes the first showing of a rule's time, and what was jumped over as much later as the jump. */
function watch(rule: WeeklyRule, after: Date): { at: Date; key: string } {
  const seen = new Set<number>();
  const from = Math.floor(after.getTime() / QUARTER) * QUARTER - 4 * 60 * 60_000;
  let before = wallClock(rule.zone, from - QUARTER);
  for (let at = from; ; at += QUARTER) {
    const shown = wallClock(rule.zone, at);
    const jump = Math.max(0, shown - before - QUARTER);
    for (let missing = before + QUARTER; missing < shown; missing += QUARTER) {
      const later = new Date(at + missing + jump - shown);
      if (isMeant(rule, missing) && later > after) return { at: later, key: keyOf(missing) };
    }
    if (isMeant(rule, shown) && !seen.has(shown) && at > after.getTime())
      return { at: new Date(at), key: keyOf(shown) };
    seen.add(shown);
    before = shown;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock shows, as if it were UTC. */
function wallClock(zone: string, at: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
}

function isMeant(rule: WeeklyRule, shown: number): boolean {
  const day: Weekday | undefined = ALL[(new Date(shown).getUTCDay() + 6) % 7];
  return keyOf(shown).endsWith(`T${rule.time}`) && day !== undefined && rule.days.includes(day);
}

function keyOf(shown: number): string {
  return new Date(shown).toISOString().slice(0, 16);
}

function wallTime(quarter: number): string {
  return new Date(quarter * QUARTER).toISOString().slice(11, 16);
}
