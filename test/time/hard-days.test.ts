import { describe, expect, it } from 'vitest';
import { addDays, instantOf, isZone, localDate, localTime, WEEKDAYS, weekday } from '../../src/time/local.ts';
import { nextOccurrence, previousOccurrence } from '../../src/time/next-occurrence.ts';

const ALL = [...WEEKDAYS];

/** What happened; whose clocks; the day and time that the reminder is set to; when it rings; how long until the next day's. */
type HardDay = readonly [story: string, zone: string, set: string, rings: string, untilNextDay: string];

const JUMPED_OVER: readonly HardDay[] = [
  ['Berlin', 'Europe/Berlin', '2024-03-31 02:30', '2024-03-31 03:30+02:00', '23 h'],
  ['Berlin, the first minute', 'Europe/Berlin', '2024-03-31 02:00', '2024-03-31 03:00+02:00', '23 h'],
  ['Berlin, the last minute', 'Europe/Berlin', '2024-03-31 02:59', '2024-03-31 03:59+02:00', '23 h'],
  ['New York', 'America/New_York', '2024-03-10 02:30', '2024-03-10 03:30-04:00', '23 h'],
  ['St John’s, half an hour off', 'America/St_Johns', '2024-03-10 02:30', '2024-03-10 03:30-02:30', '23 h'],
  ['Sydney', 'Australia/Sydney', '2024-10-06 02:30', '2024-10-06 03:30+11:00', '23 h'],
  ['Lord Howe, half an hour', 'Australia/Lord_Howe', '2024-10-06 02:15', '2024-10-06 02:45+11:00', '23.5 h'],
  ['Chatham, from a quarter to', 'Pacific/Chatham', '2024-09-29 03:00', '2024-09-29 04:00+13:45', '23 h'],
  ['Troll, two hours', 'Antarctica/Troll', '2024-03-31 01:30', '2024-03-31 03:30+02:00', '22 h'],
  ['Cairo, midnight', 'Africa/Cairo', '2024-04-26 00:00', '2024-04-26 01:00+03:00', '23 h'],
  ['Beirut, midnight', 'Asia/Beirut', '2024-03-31 00:30', '2024-03-31 01:30+03:00', '23 h'],
  ['Santiago, midnight', 'America/Santiago', '2024-09-08 00:30', '2024-09-08 01:30-03:00', '23 h'],
  ['Pyongyang, into midnight', 'Asia/Pyongyang', '2018-05-04 23:45', '2018-05-05 00:15+09:00', '23.5 h'],
  ['Nuuk, into the next day', 'America/Nuuk', '2024-03-30 23:30', '2024-03-31 00:30-01:00', '23 h'],
  ['Casablanca, after Ramadan', 'Africa/Casablanca', '2024-04-14 02:30', '2024-04-14 03:30+01:00', '23 h'],
  ['El Aaiún, after Ramadan', 'Africa/El_Aaiun', '2024-04-14 02:30', '2024-04-14 03:30+01:00', '23 h'],
];

const SHOWN_TWICE: readonly HardDay[] = [
  ['Berlin', 'Europe/Berlin', '2024-10-27 02:30', '2024-10-27 02:30+02:00', '25 h'],
  ['Berlin, the first minute', 'Europe/Berlin', '2024-10-27 02:00', '2024-10-27 02:00+02:00', '25 h'],
  ['Berlin, the last minute', 'Europe/Berlin', '2024-10-27 02:59', '2024-10-27 02:59+02:00', '25 h'],
  ['New York', 'America/New_York', '2024-11-03 01:30', '2024-11-03 01:30-04:00', '25 h'],
  ['Sydney', 'Australia/Sydney', '2024-04-07 02:30', '2024-04-07 02:30+11:00', '25 h'],
  ['Lord Howe, half an hour', 'Australia/Lord_Howe', '2024-04-07 01:45', '2024-04-07 01:45+11:00', '24.5 h'],
  ['Chatham, from a quarter to', 'Pacific/Chatham', '2024-04-07 03:00', '2024-04-07 03:00+13:45', '25 h'],
  ['Troll, two hours', 'Antarctica/Troll', '2024-10-27 01:30', '2024-10-27 01:30+02:00', '26 h'],
  ['Cairo, before midnight', 'Africa/Cairo', '2024-10-31 23:30', '2024-10-31 23:30+03:00', '25 h'],
  ['Beirut, before midnight', 'Asia/Beirut', '2024-10-26 23:30', '2024-10-26 23:30+03:00', '25 h'],
  ['Santiago, before midnight', 'America/Santiago', '2024-04-06 23:30', '2024-04-06 23:30-03:00', '25 h'],
  ['Nuuk, before midnight', 'America/Nuuk', '2024-10-26 23:30', '2024-10-26 23:30-01:00', '25 h'],
  ['Casablanca, Ramadan', 'Africa/Casablanca', '2024-03-10 02:30', '2024-03-10 02:30+01:00', '25 h'],
  ['El Aaiún, Ramadan', 'Africa/El_Aaiun', '2024-03-10 02:30', '2024-03-10 02:30+01:00', '25 h'],
];

const RULES_CHANGED: readonly HardDay[] = [
  ['Fiji’s last summer begins', 'Pacific/Fiji', '2020-12-20 02:30', '2020-12-20 03:30+13:00', '23 h'],
  ['Fiji’s last summer ends', 'Pacific/Fiji', '2021-01-17 02:30', '2021-01-17 02:30+13:00', '25 h'],
  ['Volgograd goes to Moscow time', 'Europe/Volgograd', '2020-12-27 01:30', '2020-12-27 01:30+04:00', '25 h'],
  ['South Sudan goes an hour back', 'Africa/Juba', '2021-01-31 23:30', '2021-01-31 23:30+03:00', '25 h'],
  ['Samoa’s last summer ends', 'Pacific/Apia', '2021-04-04 03:30', '2021-04-04 03:30+14:00', '25 h'],
  ['… and no other begins', 'Pacific/Apia', '2021-09-26 03:30', '2021-09-26 03:30+13:00', '24 h'],
  ['Jordan’s last spring', 'Asia/Amman', '2022-02-25 00:30', '2022-02-25 01:30+03:00', '23 h'],
  ['… has no autumn', 'Asia/Amman', '2022-10-28 00:30', '2022-10-28 00:30+03:00', '24 h'],
  ['Syria’s last spring', 'Asia/Damascus', '2022-03-25 00:30', '2022-03-25 01:30+03:00', '23 h'],
  ['… has no autumn', 'Asia/Damascus', '2022-10-28 00:30', '2022-10-28 00:30+03:00', '24 h'],
  ['Iran’s last summer ends', 'Asia/Tehran', '2022-09-21 23:30', '2022-09-21 23:30+04:30', '25 h'],
  ['Mexico’s last summer ends', 'America/Mexico_City', '2022-10-30 01:30', '2022-10-30 01:30-05:00', '25 h'],
  ['… and no other begins', 'America/Mexico_City', '2023-04-02 02:30', '2023-04-02 02:30-06:00', '24 h'],
  [
    'Juárez, back to Texas’ side',
    'America/Ciudad_Juarez',
    '2022-11-29 23:30',
    '2022-11-29 23:30-06:00',
    '25 h',
  ],
  ['Greenland’s spring of 2023', 'America/Nuuk', '2023-03-25 22:30', '2023-03-25 23:30-02:00', '23 h'],
  ['… has no autumn', 'America/Nuuk', '2023-10-28 22:30', '2023-10-28 22:30-02:00', '24 h'],
  ['Kazakhstan on leap day', 'Asia/Almaty', '2024-02-29 23:30', '2024-02-29 23:30+06:00', '25 h'],
];

const FAR_CLOCKS: readonly HardDay[] = [
  ['Kiritimati, a day ahead', 'Pacific/Kiritimati', '2024-01-01 00:00', '2024-01-01 00:00+14:00', '24 h'],
  ['Pago Pago, a day behind', 'Pacific/Pago_Pago', '2024-01-01 00:00', '2024-01-01 00:00-11:00', '24 h'],
  ['Kolkata, half an hour', 'Asia/Kolkata', '2024-02-29 06:30', '2024-02-29 06:30+05:30', '24 h'],
  ['Kathmandu, three quarters', 'Asia/Kathmandu', '2024-02-28 23:59', '2024-02-28 23:59+05:45', '24 h'],
  ['Marquesas, half an hour', 'Pacific/Marquesas', '2024-12-31 23:59', '2024-12-31 23:59-09:30', '24 h'],
  ['Darwin, never moved', 'Australia/Darwin', '2024-10-06 02:30', '2024-10-06 02:30+09:30', '24 h'],
];

describe.each([
  ['a time that clocks jump over comes as much later as they jump', JUMPED_OVER],
  ['a time that clocks show twice comes the first time only', SHOWN_TWICE],
  ['a zone that changes its rules keeps its reminders to its new clocks', RULES_CHANGED],
  ['clocks far from Greenwich, or off by part of an hour, are clocks like others', FAR_CLOCKS],
])('%s', (_, table) => {
  it.each(table)('%s (%s): set to %s, rings %s, next day’s after %s', (_story, zone, set, rings, next) => {
    const [date = '', time = ''] = set.split(' ');
    const [rung = '', offset = ''] = rings.split(/(?=[+-]\d\d:\d\d$)/);
    const at = new Date(`${rung.replace(' ', 'T')}${offset}`);
    const occurrence = { at, key: `${date}T${time}` };
    const later = new Date(at.getTime() + Number.parseFloat(next) * 3_600_000);
    const following = { at: later, key: `${addDays(date, 1)}T${time}` };

    expect(isZone(zone)).toBe(true);
    expect(`${localDate(at, zone)} ${localTime(at, zone)}`).toBe(rung);
    expect(instantOf(date, time, zone)).toEqual(at);

    const daily = { days: ALL, time, zone };
    const justBefore = (moment: Date): Date => new Date(moment.getTime() - 1);
    expect(nextOccurrence(daily, justBefore(at))).toEqual(occurrence);
    expect(nextOccurrence(daily, at)).toEqual(following);
    expect(previousOccurrence(daily, at)).toEqual(occurrence);
    expect(previousOccurrence(daily, justBefore(later))).toEqual(occurrence);

    const weekly = { days: [weekday(date)], time, zone };
    expect(nextOccurrence(weekly, justBefore(at))).toEqual(occurrence);
    expect(nextOccurrence(weekly, at).key).toBe(`${addDays(date, 7)}T${time}`);
    expect(previousOccurrence(weekly, at)).toEqual(occurrence);
  });
});

describe('the day that Samoa left out, Friday 30 December 2011', () => {
  const zone = 'Pacific/Apia';
  const thursday = { at: new Date('2011-12-29T18:00-10:00'), key: '2011-12-29T18:00' };
  const saturday = { at: new Date('2011-12-31T18:00+14:00'), key: '2011-12-31T18:00' };

  it('goes from Thursday’s last minute to Saturday’s first', () => {
    const midnight = new Date('2011-12-31T00:00+14:00');
    const minuteBefore = new Date(midnight.getTime() - 60_000);
    expect([localDate(minuteBefore, zone), localTime(minuteBefore, zone)]).toEqual(['2011-12-29', '23:59']);
    expect([localDate(midnight, zone), localTime(midnight, zone)]).toEqual(['2011-12-31', '00:00']);
  });

  it('gives a daily reminder one round on Saturday, not Friday’s as well, 24 hours after Thursday’s', () => {
    const daily = { days: ALL, time: '18:00', zone };
    expect(nextOccurrence(daily, thursday.at)).toEqual(saturday);
    expect(previousOccurrence(daily, new Date(saturday.at.getTime() - 1))).toEqual(thursday);
    expect(previousOccurrence(daily, saturday.at)).toEqual(saturday);
    expect(nextOccurrence(daily, saturday.at).key).toBe('2012-01-01T18:00');
  });

  it('moves a Friday reminder to Saturday, under Friday’s name', () => {
    const fridays = { days: ['fri' as const], time: '18:00', zone };
    const friday = { at: saturday.at, key: '2011-12-30T18:00' };
    expect(nextOccurrence(fridays, thursday.at)).toEqual(friday);
    expect(previousOccurrence(fridays, saturday.at)).toEqual(friday);
    expect(nextOccurrence(fridays, saturday.at).key).toBe('2012-01-06T18:00');
  });
});

describe('the night in which St John’s went from Sunday 00:01 back to Saturday 23:01, 7 November 2010', () => {
  const zone = 'America/St_Johns';
  const sunday = { at: new Date('2010-11-07T00:00-02:30'), key: '2010-11-07T00:00' };
  const monday = { at: new Date('2010-11-08T00:00-03:30'), key: '2010-11-08T00:00' };
  const saturdayAgain = new Date('2010-11-06T23:30-03:30');

  it('has rung Sunday’s midnight while the clock shows Saturday again, and does not ring it a second time', () => {
    const midnights = { days: ALL, time: '00:00', zone };
    expect([localDate(saturdayAgain, zone), localTime(saturdayAgain, zone)]).toEqual(['2010-11-06', '23:30']);
    expect(previousOccurrence(midnights, saturdayAgain)).toEqual(sunday);
    expect(nextOccurrence(midnights, saturdayAgain)).toEqual(monday);
    expect(nextOccurrence(midnights, sunday.at)).toEqual(monday);
  });
});
