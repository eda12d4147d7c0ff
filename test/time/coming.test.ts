import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FURTHEST_DAYS, parseComingDay } from '../../src/time/coming.ts';
import { addDays } from '../../src/time/local.ts';

/** A Wednesday. */
const TODAY = '2026-11-25';

test.each([
  ['today', TODAY],
  ['2026-11-25', TODAY],
  ['tomorrow', '2026-11-26'],
  ['day after tomorrow', '2026-11-27'],
  ['Monday', '2026-11-30'],
  ['until mon', '2026-11-30'],
  ['wed', '2026-12-02'],
  ['next thu', '2026-11-26'],
  ['next week', '2026-11-30'],
  ['in 2 weeks', '2026-12-09'],
  ['two weeks', '2026-12-09'],
  ['10 days', '2026-12-05'],
  ['in a month', '2026-12-25'],
  ['next month', undefined],
  ['1 Dec', '2026-12-01'],
  ['1st of December', '2026-12-01'],
  ['December 1, 2026', '2026-12-01'],
  ['1.12.', '2026-12-01'],
  ['2026-12-01', '2026-12-01'],
  ['12/24', '2026-12-24'],
  ['24 Nov', '2027-11-24'],
  ['3 Jan', '2027-01-03'],
])('“%s” is %s', (typed, date) => {
  const reading = parseComingDay(typed, TODAY);
  expect(reading).toEqual(date === undefined ? { ok: false, error: 'unreadable' } : { ok: true, date });
});

test.each([
  ['soon', { error: 'unreadable' }],
  ['', { error: 'unreadable' }],
  ['30 Feb', { error: 'unreadable' }],
  ['yesterday', { error: 'past', date: '2026-11-24' }],
  ['1 Dec 2025', { error: 'past', date: '2025-12-01' }],
  ['2 Dec 2027', { error: 'too-far', date: '2027-12-02' }],
  ['in 400 days', { error: 'too-far', date: '2027-12-30' }],
  ['12/1', { error: 'ambiguous', dates: ['2026-12-01', '2027-01-12'] }],
])('“%s” is refused', (typed, refusal) => {
  expect(parseComingDay(typed, TODAY)).toEqual({ ok: false, ...refusal });
});

test('every coming day of a year is read as it is written, and whatever is typed gets an answer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: FURTHEST_DAYS }), (days) => {
      const date = addDays(TODAY, days);
      expect(parseComingDay(date, TODAY)).toEqual({ ok: true, date });
      expect(parseComingDay(`in ${days} days`, TODAY)).toEqual({ ok: true, date });
    }),
  );
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const reading = parseComingDay(typed, TODAY);
      if (reading.ok) expect(reading.date >= TODAY).toBe(true);
    }),
  );
});
