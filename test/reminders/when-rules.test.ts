import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { scheduleText } from '../../src/reminders/label-messages.ts';
import { nextTimes } from '../../src/reminders/schedule.ts';
import type { Schedule } from '../../src/reminders/store.ts';
import { minutesIn, readWhen, type Usual } from '../../src/reminders/when-rules.ts';
import { addDays, WEEKDAYS } from '../../src/time/local.ts';

// A Sunday evening in Berlin, 18:36:20.
const NOW = new Date('2026-11-22T17:36:20Z');
const ZONE = 'Europe/Berlin';
const OWN: Usual = { days: null, time: null, afterMinutes: 30 };
const CORE: Usual = { days: 'mon,wed,fri', time: '18:00', afterMinutes: 30 };

const read = (typed: string, usual = OWN, now = NOW) => readWhen(typed, { now, zone: ZONE, usual });
const week = (days: string, time: string) => ({ every: 'week', days, time });
const once = (date: string, time: string) => ({ every: 'once', date, time });
const DAILY = WEEKDAYS.join();
const WORKDAYS = 'mon,tue,wed,thu,fri';

describe('what people type for when', () => {
  it.each<[string, object]>([
    ['weekdays 18:30', week(WORKDAYS, '18:30')],
    ['mon wed fri 6pm', week('mon,wed,fri', '18:00')],
    ['Mon, Wed and Fri at 6 p.m.', week('mon,wed,fri', '18:00')],
    ['every day at 7', week(DAILY, '07:00')],
    ['7am every day', week(DAILY, '07:00')],
    ['every morning at 7', week(DAILY, '07:00')],
    ['every evening at 8', week(DAILY, '20:00')],
    ['tue,thu 19.00', week('tue,thu', '19:00')],
    ['fridays 18:00', week('fri', '18:00')],
    ['every friday 6 pm', week('fri', '18:00')],
    ['weekends at 10', week('sat,sun', '10:00')],
    ['mon-fri 6', week(WORKDAYS, '06:00')],
    ['friday 18:00', once('2026-11-27', '18:00')],
    ['next friday 6pm', once('2026-11-27', '18:00')],
    ['sunday 20:00', once('2026-11-22', '20:00')],
    ['sunday 9:00', once('2026-11-29', '09:00')],
    ['18:30', once('2026-11-23', '18:30')],
    ['19:30', once('2026-11-22', '19:30')],
    ['at 7', once('2026-11-23', '07:00')],
    ['tomorrow 7', once('2026-11-23', '07:00')],
    ['tomorrow, 7', once('2026-11-23', '07:00')],
    ['tomorrow evening 7', once('2026-11-23', '19:00')],
    ['day after tomorrow 8', once('2026-11-24', '08:00')],
    ['today 21:00', once('2026-11-22', '21:00')],
    ['tonight at 8', once('2026-11-22', '20:00')],
    ['1 Dec 9:00', once('2026-12-01', '09:00')],
    ['Dec 1 2026 9:00', once('2026-12-01', '09:00')],
    ['Tue 1 Dec 9', once('2026-12-01', '09:00')],
    ['1.12. 9:00', once('2026-12-01', '09:00')],
    ['2026-12-01 09:00', once('2026-12-01', '09:00')],
    ['3 Jan noon', once('2027-01-03', '12:00')],
    ['in 3 days', once('2026-11-25', '18:36')],
    ['in 3 days at 7', once('2026-11-25', '07:00')],
    ['in a week', once('2026-11-29', '18:36')],
    ['in 2 h', once('2026-11-22', '20:36')],
    ['in 90 min', once('2026-11-22', '20:06')],
    ['in 1h30', once('2026-11-22', '20:06')],
    ['in half an hour', once('2026-11-22', '19:06')],
    ['30 min after a session', { every: 'session', afterMinutes: 30 }],
    ['1 h after training', { every: 'session', afterMinutes: 60 }],
    ['after training', { every: 'session', afterMinutes: 30 }],
  ])('“%s”', (typed, schedule) => expect(read(typed)).toMatchObject({ ok: true, schedule }));

  it.each<[string, object]>([
    ['18:30', week('mon,wed,fri', '18:30')],
    ['every friday', week('fri', '18:00')],
    ['tomorrow', once('2026-11-23', '18:00')],
  ])('“%s” takes the rest from the usual', (typed, schedule) =>
    expect(read(typed, CORE)).toMatchObject({ ok: true, schedule }),
  );

  it.each([
    ['today 6:00', 'past'],
    ['yesterday 18:00', 'past'],
    ['1 Dec 2025 9:00', 'past'],
    ['Sat 21 Nov 09:00', 'past'],
    ['in 0 min', 'past'],
    ['in 400 days', 'too-far'],
    ['2027-11-30 9:00', 'too-far'],
    ['every friday', 'no-time'],
    ['tomorrow', 'no-time'],
    ['12/3 18:00', 'ambiguous'],
    ['', 'unreadable'],
    ['soon', 'unreadable'],
    ['every 2 days', 'unreadable'],
    ['Mon 1 Dec 9:00', 'unreadable'],
    ['weekdays 25:00', 'unreadable'],
    ['tomorrow 7 8', 'unreadable'],
  ])('“%s” is %s', (typed, error) => expect(read(typed)).toEqual({ ok: false, error }));

  it.each([
    ['tomorrow 7', true],
    ['tomorrow 11', true],
    ['tomorrow 7:00', false],
    ['tomorrow 7am', false],
    ['tomorrow 12', false],
    ['tomorrow 19', false],
  ])('“%s” leaves the half of the day open: %s', (typed, isHalfOpen) =>
    expect(read(typed)).toMatchObject({ isHalfOpen }),
  );
});

it.each([
  ['90 min', 90],
  ['2 h', 120],
  ['1h30', 90],
  ['1 hour and 15 minutes', 75],
  ['1.5 h', 90],
  ['an hour', 60],
  ['two hours', 120],
  ['soon', null],
  ['', null],
])('“%s” is %s minutes', (typed, minutes) => expect(minutesIn(typed)).toBe(minutes));

test.each([
  ['clocks go back: the second 02:30', '2026-10-24T23:30:00Z', 'in 2 h', '2026-10-25T01:30:00.000Z', '02:30'],
  ['clocks go back: the first 02:30', '2026-10-24T23:30:00Z', 'in 1 h', '2026-10-25T00:30:00.000Z', '02:30'],
  ['clocks go forward', '2026-03-29T00:30:00Z', 'in 1 h', '2026-03-29T01:30:00.000Z', '03:30'],
])('an exact span over the night that %s', (_, now, typed, at, time) => {
  const reading = read(typed, OWN, new Date(now));
  expect(reading).toMatchObject({ ok: true, exactly: new Date(at), schedule: { time } });
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const schedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({
    every: fc.constant('week' as const),
    days: fc.subarray([...WEEKDAYS], { minLength: 1 }).map((days) => days.join()),
    time,
  }),
  fc.record({
    every: fc.constant('once' as const),
    date: fc.integer({ min: 1, max: 364 }).map((days) => addDays('2026-11-22', days)),
    time,
  }),
  fc.record({ every: fc.constant('session' as const), afterMinutes: fc.integer({ min: 5, max: 240 }) }),
);

test('what is shown of a schedule, typed again, is the same schedule, whatever is usual', () => {
  fc.assert(
    fc.property(schedule, fc.constantFrom(OWN, CORE), (shown, usual) => {
      expect(read(scheduleText(shown), usual)).toMatchObject({ ok: true, schedule: shown });
    }),
  );
});

test('random text never throws, and what is read comes later than now', () => {
  const word = fc.constantFrom(
    ...['in', 'every', 'mon', 'fridays', '7', '18:30', 'pm', 'tomorrow', '1', 'dec', 'h', 'min', 'after'],
    ...['a', 'session', 'at', ',', '-', '31.2.', '12/3', 'next', 'evening', '0', '9999', 'weeks'],
  );
  const typed = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(typed, fc.constantFrom(OWN, CORE), (text, usual) => {
      const reading = read(text, usual);
      if (!reading.ok || reading.schedule.every === 'session') return;
      const timing = { schedule: reading.schedule, zone: ZONE, pausedUntil: null };
      const at = reading.exactly ?? nextTimes(timing, NOW, 1)[0];
      expect(at?.getTime()).toBeGreaterThan(NOW.getTime());
    }),
    { numRuns: 500 },
  );
});
