import { expect, it } from 'vitest';
import { isLate } from '../../src/reminders/rules.ts';

it.each([
  ['20:59', false],
  ['21:00', true],
  ['23:59', true],
  ['00:00', true],
  ['04:59', true],
  ['05:00', false],
  ['12:00', false],
])('at %s it is late: %s (the 9 p.m. rule)', (time, late) => expect(isLate(time)).toBe(late));
