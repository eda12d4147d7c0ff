import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  instantOf,
  isLocalDate,
  isWallTime,
  isZone,
  localDate,
  localTime,
  minutesOf,
  mondayOf,
  parseLocalDate,
  parseWallTime,
  readZone,
  suggestZones,
  weekday,
} from '../../src/time/local.ts';

describe('local days', () => {
  it.each([
    ['2026-03-28T23:30:00Z', 'Europe/Berlin', '2026-03-29', '00:30'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29', '03:00'],
    ['2026-01-01T04:59:00Z', 'America/New_York', '2025-12-31', '23:59'],
    ['2026-06-01T13:15:00Z', 'Asia/Kathmandu', '2026-06-01', '19:00'],
  ])('at %s a calendar in %s shows %s and its clock %s', (at, zone, date, time) => {
    expect(localDate(new Date(at), zone)).toBe(date);
    expect(localTime(new Date(at), zone)).toBe(time);
  });

  it('counts over leap days, years and clock changes', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
    expect(['2026-03-02', '2026-03-08', '2028-02-29'].map(weekday)).toEqual(['mon', 'sun', 'tue']);
  });

  it.each([
    ['2026-05-03', '2026-04-27'],
    ['2026-05-04', '2026-05-04'],
    ['2026-05-10', '2026-05-04'],
    ['2026-05-11', '2026-05-11'],
    ['2028-02-29', '2028-02-28'],
    ['2027-01-01', '2026-12-28'],
  ])('%s is in the week of Monday %s', (day, monday) => expect(mondayOf(day)).toBe(monday));

  it('knows which days and times exist', () => {
    expect(['2028-02-29', '2026-02-29', '2026-2-1', '2026-13-01', 'x'].map(isLocalDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(['00:00', '23:59', '24:00', '7:30', '12:60'].map(isWallTime)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(minutesOf('07:30')).toBe(450);
    expect(() => minutesOf('7:30')).toThrow(RangeError);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => localDate(new Date(Number.NaN), 'Europe/Berlin')).toThrow(RangeError);
    expect(() => instantOf('2026-01-01', '10:00', 'Mars/Base')).toThrow(RangeError);
  });
});

describe('the instant of a wall time', () => {
  it.each([
    ['an ordinary day', '2026-01-15', '18:00', 'Europe/Berlin', '2026-01-15T17:00:00Z'],
    ['Berlin jumps over it', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['Berlin shows it twice', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['New York jumps over it', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['New York shows it twice', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['Sydney jumps over it', '2026-10-04', '02:30', 'Australia/Sydney', '2026-10-03T16:30:00Z'],
    ['Sydney shows it twice', '2026-04-05', '02:30', 'Australia/Sydney', '2026-04-04T15:30:00Z'],
    ['Lord Howe jumps half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
    [
      'Lord Howe shows half an hour twice',
      '2026-04-05',
      '01:45',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00Z',
    ],
    ['Casablanca, Ramadan begins', '2026-02-15', '02:30', 'Africa/Casablanca', '2026-02-15T01:30:00Z'],
    ['Casablanca, Ramadan is over', '2026-03-22', '02:30', 'Africa/Casablanca', '2026-03-22T02:30:00Z'],
    ['Nuuk jumps over midnight', '2026-03-28', '23:30', 'America/Nuuk', '2026-03-29T01:30:00Z'],
    ['Samoa leaves a day out', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'],
  ])('%s', (_, date, time, zone, at) => {
    expect(instantOf(date, time, zone)).toEqual(new Date(at));
  });
});

describe('time zones', () => {
  it.each([
    'Europe/Berlin',
    'UTC',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Europe/Kyiv',
    'America/Argentina/Buenos_Aires',
  ])('takes %s', (zone) => {
    expect(isZone(zone)).toBe(true);
    expect(localDate(new Date('2026-06-01T12:00:00Z'), zone)).toBe('2026-06-01');
  });

  it.each([
    'EST',
    'CET',
    'GMT',
    'Etc/GMT+5',
    '+01:00',
    'UTC+1',
    'Z',
    'US/Eastern',
    'europe/berlin',
    'Mars/Base',
    '',
  ])('refuses %s, which hides when clocks change or is no place', (zone) => expect(isZone(zone)).toBe(false));

  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    [' New  York ', 'America/New_York'],
    ['munich', 'Europe/Berlin'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['US/Eastern', 'America/New_York'],
    ['utc', 'UTC'],
    ['est', undefined],
    ['etc/gmt+5', undefined],
    ['nowhere', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('reads %j as %s', (typed, zone) => expect(readZone(typed)).toBe(zone));

  it.each([
    ['berl', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['New_Y', 'America/New_York'],
    ['san fran', 'America/Los_Angeles'],
    ['são paulo', 'America/Sao_Paulo'],
    ['kolk', 'Asia/Kolkata'],
    ['uk', 'Europe/London'],
  ])('suggests for %j first %s', (query, zone) => expect(suggestZones(query)[0]).toBe(zone));

  it('suggests at most 25, all of them zones, and nothing for nonsense', () => {
    for (const query of ['', 'a', 'america', 'e', 'port']) {
      expect(suggestZones(query).length).toBeLessThanOrEqual(25);
      expect(suggestZones(query).every(isZone)).toBe(true);
    }
    expect(suggestZones('qqq')).toEqual([]);
  });
});

describe('a typed day, on Wednesday 11 March 2026', () => {
  const today = '2026-03-11';

  it.each([
    ['today', '2026-03-11'],
    [' Yesterday ', '2026-03-10'],
    ['3 days ago', '2026-03-08'],
    ['three days ago', '2026-03-08'],
    ['a week ago', '2026-03-04'],
    ['2d ago', '2026-03-09'],
    ['mon', '2026-03-09'],
    ['Tues', '2026-03-10'],
    ['last sunday', '2026-03-08'],
    ['wednesday', '2026-03-04'],
    ['2026-02-08', '2026-02-08'],
    ['9.3.', '2026-03-09'],
    ['09.03', '2026-03-09'],
    ['9.3.2026', '2026-03-09'],
    ['9 March', '2026-03-09'],
    ['Mar 9', '2026-03-09'],
    ['28th of Feb', '2026-02-28'],
    ['9/3', '2026-03-09'],
    ['3/9', '2026-03-09'],
    ['2/28', '2026-02-28'],
  ])('reads %j as %s', (typed, date) => expect(parseLocalDate(typed, today)).toEqual({ ok: true, date }));

  it.each([
    ['tomorrow', 'future', '2026-03-12'],
    ['2026-03-12', 'future', '2026-03-12'],
    ['12.3.', 'future', '2026-03-12'],
    ['2026-02-07', 'too-old', '2026-02-07'],
    ['32 days ago', 'too-old', '2026-02-07'],
    ['9.3.2025', 'too-old', '2025-03-09'],
  ])('refuses %j as %s', (typed, error, date) => {
    expect(parseLocalDate(typed, today)).toEqual({ ok: false, error, date });
  });

  it('does not guess where both orders of day and month are recent days', () => {
    expect(parseLocalDate('2/3', '2026-03-03')).toEqual({
      ok: false,
      error: 'ambiguous',
      dates: ['2026-03-02', '2026-02-03'],
    });
    expect(parseLocalDate('3/3', '2026-03-03')).toEqual({ ok: true, date: '2026-03-03' });
  });

  it('takes the nearest year at the turn of one', () => {
    expect(parseLocalDate('31.12.', '2026-01-02')).toEqual({ ok: true, date: '2025-12-31' });
    expect(parseLocalDate('1.1.', '2025-12-31')).toEqual({ ok: false, error: 'future', date: '2026-01-01' });
  });

  it.each([
    '',
    'soon',
    '30.2.',
    '2026-02-30',
    '45/45',
    'x days ago',
    '9.3.26.1',
    'mo nday',
    '__proto__',
    'constructor',
  ])('cannot read %j', (typed) =>
    expect(parseLocalDate(typed, today)).toEqual({ ok: false, error: 'unreadable' }),
  );
});

describe('a typed time of day', () => {
  it.each([
    ['7', '07:00'],
    ['7:30', '07:30'],
    ['18.30', '18:30'],
    ['18h30', '18:30'],
    ['18h', '18:00'],
    ['0730', '07:30'],
    ['730', '07:30'],
    ['1830', '18:30'],
    ['6pm', '18:00'],
    ['6:15 PM', '18:15'],
    ['6 p.m.', '18:00'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['00:00', '00:00'],
  ])('reads %j as %s', (typed, time) => expect(parseWallTime(typed)).toBe(time));

  it.each(['', '24:00', '25', '7:60', '13pm', '0am', 'late', '7:3', '12345', '-1', '7:30:15'])(
    'cannot read %j',
    (typed) => expect(parseWallTime(typed)).toBeUndefined(),
  );
});
