import { expect, test } from 'vitest';
import { type Later, laterTime } from '../../src/reminders/later-rules.ts';
import { showMoment } from '../../src/time/show.ts';

// Clocks: Berlin forward on 29 March at 02:00, back on 25 October at 03:00; New York forward on 8 March.
test.each<[string, Later, string, string, string, string]>([
  ['10 minutes', '10-min', '2026-05-04T16:00Z', 'Europe/Berlin', '18:00', 'Mon 4 May 18:10'],
  ['an hour', '1-h', '2026-05-04T16:00Z', 'Europe/Berlin', '18:00', 'Mon 4 May 19:00'],
  ['an hour over midnight', '1-h', '2026-05-04T21:30Z', 'Europe/Berlin', '18:00', 'Tue 5 May 00:30'],
  ['an hour over the gap', '1-h', '2026-03-29T00:30Z', 'Europe/Berlin', '18:00', 'Sun 29 Mar 03:30'],
  ['an hour over the overlap', '1-h', '2026-10-25T00:30Z', 'Europe/Berlin', '18:00', 'Sun 25 Oct 02:30'],
  ['after dinner', 'after-dinner', '2026-05-04T16:00Z', 'Europe/Berlin', '18:00', 'Mon 4 May 20:30'],
  ['30 min before its end', 'after-dinner', '2026-05-04T18:00Z', 'Europe/Berlin', '18:00', 'Mon 4 May 20:30'],
  ['with its end near', 'after-dinner', '2026-05-04T18:01Z', 'Europe/Berlin', '18:00', 'Mon 4 May 21:31'],
  ['with its end past', 'after-dinner', '2026-05-04T19:00Z', 'Europe/Berlin', '18:00', 'Mon 4 May 22:30'],
  [
    'by the athlete’s clock',
    'after-dinner',
    '2026-05-04T22:00Z',
    'America/New_York',
    '18:00',
    'Mon 4 May 20:30',
  ],
  ['tomorrow', 'tomorrow', '2026-05-04T16:05Z', 'Europe/Berlin', '18:00', 'Tue 5 May 18:00'],
  ['tomorrow, 23 h on', 'tomorrow', '2026-03-28T17:00Z', 'Europe/Berlin', '18:00', 'Sun 29 Mar 18:00'],
  ['tomorrow, 25 h on', 'tomorrow', '2026-10-24T16:00Z', 'Europe/Berlin', '18:00', 'Sun 25 Oct 18:00'],
  ['tomorrow, into the gap', 'tomorrow', '2026-03-07T08:00Z', 'America/New_York', '02:30', 'Sun 8 Mar 03:30'],
  ['tomorrow, of a late press', 'tomorrow', '2026-05-04T22:30Z', 'Europe/Berlin', '18:00', 'Wed 6 May 18:00'],
])('%s', (_, later, now, zone, time, expected) => {
  expect(showMoment(laterTime(later, new Date(now), { zone, time }), zone)).toBe(expected);
});

test('tomorrow at a time that clocks show twice is its first showing', () => {
  const at = laterTime('tomorrow', new Date('2026-10-24T10:00Z'), { zone: 'Europe/Berlin', time: '02:30' });
  expect(at).toEqual(new Date('2026-10-25T00:30Z'));
});
