import { describe, expect, it } from 'vitest';
import { isBetween, parseDays, WEEKDAYS } from '../../src/time/local.ts';

const WEEKDAYS_ONLY = ['mon', 'tue', 'wed', 'thu', 'fri'];

describe('typed days', () => {
  it.each([
    ['mon wed fri', ['mon', 'wed', 'fri']],
    ['fri,mon', ['mon', 'fri']],
    ['Mon, Mon', ['mon']],
    ['Tuesdays and Thursdays', ['tue', 'thu']],
    ['tues/thurs', ['tue', 'thu']],
    ['every monday', ['mon']],
    ['Sat & Sun', ['sat', 'sun']],
    ['mon-wed', ['mon', 'tue', 'wed']],
    ['Sat – Mon', ['mon', 'sat', 'sun']],
    ['monday to friday', WEEKDAYS_ONLY],
    ['weekdays', WEEKDAYS_ONLY],
    ['weekdays + sat', [...WEEKDAYS_ONLY, 'sat']],
    ['weekend', ['sat', 'sun']],
    ['daily', WEEKDAYS],
    ['every day', WEEKDAYS],
    ['Each  Day', WEEKDAYS],
    ['mon,wed,fri', ['mon', 'wed', 'fri']],
  ])('reads %j as %j, from Monday and each once', (typed, days) => expect(parseDays(typed)).toEqual(days));

  it.each([
    '',
    ' , ',
    'and',
    'm',
    'someday',
    'mon funday',
    'mon-',
    '-mon',
    'mon-tue-wed',
    'mon-x',
    'constructor',
    's',
  ])('cannot read %j', (typed) => expect(parseDays(typed)).toBeUndefined());
});

describe('a stretch of the day', () => {
  it.each([
    ['over midnight, before', '20:59', '21:00', '07:00', false],
    ['over midnight, begins', '21:00', '21:00', '07:00', true],
    ['over midnight, inside', '03:00', '21:00', '07:00', true],
    ['over midnight, ends', '07:00', '21:00', '07:00', false],
    ['within a day, inside', '13:00', '12:00', '14:00', true],
    ['within a day, outside', '15:00', '12:00', '14:00', false],
    ['equal ends', '22:00', '22:00', '22:00', false],
  ])('%s', (_, time, from, to, quiet) => expect(isBetween(time, from, to)).toBe(quiet));
});
