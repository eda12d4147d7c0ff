/** A week around every change of clocks: each thing comes once, at its time on the wall of whom it is for. */
import { beforeAll, expect, test } from 'vitest';
import { families } from '../../time/zone-clocks.ts';
import { useStage } from '../club.ts';
import { ADULT, joinClub, setReminder } from '../people.ts';
import { CORE_DAYS, liveWeek, type Place } from './week.ts';

// A Monday in winter. Everything is set once, and lives through the year.
const stage = useStage('2026-03-02T12:00:00Z');
const places: Place[] = [];

beforeAll(async () => {
  const { ann, ben, carl } = await stage.setUpClub('summary-time:7:30');
  await joinClub(ann);
  await ben.submit(await ben.run('/join time-zone:New York'), ADULT);
  const sydney = await stage.setUpClub('summary-time:7:30');
  await sydney.dana.run('/setup time-zone:Sydney');
  await joinClub(sydney.ann);
  const twice = ['02:30', '18:00'];
  places.push(
    { ...clockOf('Berlin', 'Europe/Berlin'), athlete: ann, coach: carl, core: twice },
    { ...clockOf('New York', 'America/New_York'), athlete: ben, coach: null, core: ['01:30', ...twice] },
    { ...clockOf('Sydney', 'Australia/Sydney'), athlete: sydney.ann, coach: sydney.carl, core: twice },
  );
  for (const { athlete, core } of places) {
    for (const time of core) await setReminder(athlete, 'core', { days: CORE_DAYS.join(' '), time });
    await athlete.run('/remind add what:stretch');
  }
});

function clockOf(name: string, zone: string): Pick<Place, 'name' | 'zone' | 'stretches'> {
  return { name, zone, stretches: families([zone])[0]?.stretches ?? [] };
}

/** The week's table, after holding it against the clocks as Intl knows them and against what the list had promised. */
async function weekAround(place: string, at: string): Promise<string> {
  const { table, came, expected, listed, firstAfterListed } = await liveWeek(stage, places, { place, at });
  expect(came).toEqual(expected);
  expect(firstAfterListed.length).toBeGreaterThanOrEqual(2);
  for (const next of firstAfterListed) expect(listed).toContain(next);
  return table;
}

test('New York goes to summer time: 02:30 is left out, and comes at 03:30', async () => {
  expect(await weekAround('New York', '2026-03-08T07:00:00Z')).toMatchInlineSnapshot(`
    "day         set to                  Berlin                 New York               Sydney
    Fri 6 Mar   07:30 summary           07:30 = Fri 06:30 UTC                         07:30 = Thu 20:30 UTC
    Sat 7 Mar   01:30 core                                     01:30 = Sat 06:30 UTC
    Sat 7 Mar   02:30 core              02:30 = Sat 01:30 UTC  02:30 = Sat 07:30 UTC  02:30 = Fri 15:30 UTC
    Sat 7 Mar   07:30 summary           07:30 = Sat 06:30 UTC                         07:30 = Fri 20:30 UTC
    Sat 7 Mar   18:00 core              18:00 = Sat 17:00 UTC  18:00 = Sat 23:00 UTC  18:00 = Sat 07:00 UTC
    Sun 8 Mar   01:30 core                                     01:30 = Sun 06:30 UTC
    Sun 8 Mar   01:40 + 30 min stretch                         03:10 = Sun 07:10 UTC
    Sun 8 Mar   02:30 core              02:30 = Sun 01:30 UTC  03:30 = Sun 07:30 UTC  02:30 = Sat 15:30 UTC
    Sun 8 Mar   07:30 summary           07:30 = Sun 06:30 UTC                         07:30 = Sat 20:30 UTC
    Sun 8 Mar   18:00 core              18:00 = Sun 17:00 UTC  18:00 = Sun 22:00 UTC  18:00 = Sun 07:00 UTC
    Mon 9 Mar   01:30 core                                     01:30 = Mon 05:30 UTC
    Mon 9 Mar   02:30 core              02:30 = Mon 01:30 UTC  02:30 = Mon 06:30 UTC  02:30 = Sun 15:30 UTC
    Mon 9 Mar   07:30 summary           07:30 = Mon 06:30 UTC                         07:30 = Sun 20:30 UTC
    Mon 9 Mar   07:31 week              07:31 = Mon 06:31 UTC                         07:31 = Sun 20:31 UTC
    Mon 9 Mar   18:00 core              18:00 = Mon 17:00 UTC  18:00 = Mon 22:00 UTC  18:00 = Mon 07:00 UTC
    Tue 10 Mar  07:30 summary           07:30 = Tue 06:30 UTC                         07:30 = Mon 20:30 UTC
    Wed 11 Mar  07:30 summary           07:30 = Wed 06:30 UTC                         07:30 = Tue 20:30 UTC"
  `);
});

test('Berlin goes to summer time: 02:30 is left out, and comes at 03:30', async () => {
  expect(await weekAround('Berlin', '2026-03-29T01:00:00Z')).toMatchInlineSnapshot(`
    "day         set to                  Berlin                 New York               Sydney
    Thu 26 Mar  07:30 summary           07:30 = Thu 06:30 UTC
    Fri 27 Mar  07:30 summary           07:30 = Fri 06:30 UTC                         07:30 = Thu 20:30 UTC
    Sat 28 Mar  01:30 core                                     01:30 = Sat 05:30 UTC
    Sat 28 Mar  02:30 core              02:30 = Sat 01:30 UTC  02:30 = Sat 06:30 UTC  02:30 = Fri 15:30 UTC
    Sat 28 Mar  07:30 summary           07:30 = Sat 06:30 UTC                         07:30 = Fri 20:30 UTC
    Sat 28 Mar  18:00 core              18:00 = Sat 17:00 UTC  18:00 = Sat 22:00 UTC  18:00 = Sat 07:00 UTC
    Sun 29 Mar  01:30 core                                     01:30 = Sun 05:30 UTC
    Sun 29 Mar  01:40 + 30 min stretch  03:10 = Sun 01:10 UTC
    Sun 29 Mar  02:30 core              03:30 = Sun 01:30 UTC  02:30 = Sun 06:30 UTC  02:30 = Sat 15:30 UTC
    Sun 29 Mar  07:30 summary           07:30 = Sun 05:30 UTC                         07:30 = Sat 20:30 UTC
    Sun 29 Mar  18:00 core              18:00 = Sun 16:00 UTC  18:00 = Sun 22:00 UTC  18:00 = Sun 07:00 UTC
    Mon 30 Mar  01:30 core                                     01:30 = Mon 05:30 UTC
    Mon 30 Mar  02:30 core              02:30 = Mon 00:30 UTC  02:30 = Mon 06:30 UTC  02:30 = Sun 15:30 UTC
    Mon 30 Mar  07:30 summary           07:30 = Mon 05:30 UTC                         07:30 = Sun 20:30 UTC
    Mon 30 Mar  07:31 week              07:31 = Mon 05:31 UTC                         07:31 = Sun 20:31 UTC
    Mon 30 Mar  18:00 core              18:00 = Mon 16:00 UTC  18:00 = Mon 22:00 UTC  18:00 = Mon 07:00 UTC
    Tue 31 Mar  07:30 summary           07:30 = Tue 05:30 UTC                         07:30 = Mon 20:30 UTC
    Wed 1 Apr   07:30 summary           07:30 = Wed 05:30 UTC                         07:30 = Tue 20:30 UTC"
  `);
});

test('Sydney goes to winter time: 02:30 is shown twice, and comes the first time', async () => {
  expect(await weekAround('Sydney', '2026-04-04T16:00:00Z')).toMatchInlineSnapshot(`
    "day         set to                  Berlin                 New York               Sydney
    Thu 2 Apr   07:30 summary           07:30 = Thu 05:30 UTC                         07:30 = Wed 20:30 UTC
    Fri 3 Apr   07:30 summary           07:30 = Fri 05:30 UTC                         07:30 = Thu 20:30 UTC
    Sat 4 Apr   01:30 core                                     01:30 = Sat 05:30 UTC
    Sat 4 Apr   02:30 core              02:30 = Sat 00:30 UTC  02:30 = Sat 06:30 UTC  02:30 = Fri 15:30 UTC
    Sat 4 Apr   07:30 summary           07:30 = Sat 05:30 UTC                         07:30 = Fri 20:30 UTC
    Sat 4 Apr   18:00 core              18:00 = Sat 16:00 UTC  18:00 = Sat 22:00 UTC  18:00 = Sat 07:00 UTC
    Sun 5 Apr   01:30 core                                     01:30 = Sun 05:30 UTC
    Sun 5 Apr   02:30 core              02:30 = Sun 00:30 UTC  02:30 = Sun 06:30 UTC  02:30 = Sat 15:30 UTC
    Sun 5 Apr   02:40 + 30 min stretch                                                02:10 = Sat 16:10 UTC
    Sun 5 Apr   07:30 summary           07:30 = Sun 05:30 UTC                         07:30 = Sat 21:30 UTC
    Sun 5 Apr   18:00 core              18:00 = Sun 16:00 UTC  18:00 = Sun 22:00 UTC  18:00 = Sun 08:00 UTC
    Mon 6 Apr   01:30 core                                     01:30 = Mon 05:30 UTC
    Mon 6 Apr   02:30 core              02:30 = Mon 00:30 UTC  02:30 = Mon 06:30 UTC  02:30 = Sun 16:30 UTC
    Mon 6 Apr   07:30 summary           07:30 = Mon 05:30 UTC                         07:30 = Sun 21:30 UTC
    Mon 6 Apr   07:31 week              07:31 = Mon 05:31 UTC                         07:31 = Sun 21:31 UTC
    Mon 6 Apr   18:00 core              18:00 = Mon 16:00 UTC  18:00 = Mon 22:00 UTC  18:00 = Mon 08:00 UTC
    Tue 7 Apr   07:30 summary           07:30 = Tue 05:30 UTC                         07:30 = Mon 21:30 UTC
    Wed 8 Apr   07:30 summary                                                         07:30 = Tue 21:30 UTC"
  `);
});

test('Sydney goes to summer time: 02:30 is left out, and comes at 03:30', async () => {
  expect(await weekAround('Sydney', '2026-10-03T16:00:00Z')).toMatchInlineSnapshot(`
    "day         set to                  Berlin                 New York               Sydney
    Thu 1 Oct   07:30 summary           07:30 = Thu 05:30 UTC                         07:30 = Wed 21:30 UTC
    Fri 2 Oct   07:30 summary           07:30 = Fri 05:30 UTC                         07:30 = Thu 21:30 UTC
    Sat 3 Oct   01:30 core                                     01:30 = Sat 05:30 UTC
    Sat 3 Oct   02:30 core              02:30 = Sat 00:30 UTC  02:30 = Sat 06:30 UTC  02:30 = Fri 16:30 UTC
    Sat 3 Oct   07:30 summary           07:30 = Sat 05:30 UTC                         07:30 = Fri 21:30 UTC
    Sat 3 Oct   18:00 core              18:00 = Sat 16:00 UTC  18:00 = Sat 22:00 UTC  18:00 = Sat 08:00 UTC
    Sun 4 Oct   01:30 core                                     01:30 = Sun 05:30 UTC
    Sun 4 Oct   01:40 + 30 min stretch                                                03:10 = Sat 16:10 UTC
    Sun 4 Oct   02:30 core              02:30 = Sun 00:30 UTC  02:30 = Sun 06:30 UTC  03:30 = Sat 16:30 UTC
    Sun 4 Oct   07:30 summary           07:30 = Sun 05:30 UTC                         07:30 = Sat 20:30 UTC
    Sun 4 Oct   18:00 core              18:00 = Sun 16:00 UTC  18:00 = Sun 22:00 UTC  18:00 = Sun 07:00 UTC
    Mon 5 Oct   01:30 core                                     01:30 = Mon 05:30 UTC
    Mon 5 Oct   02:30 core              02:30 = Mon 00:30 UTC  02:30 = Mon 06:30 UTC  02:30 = Sun 15:30 UTC
    Mon 5 Oct   07:30 summary           07:30 = Mon 05:30 UTC                         07:30 = Sun 20:30 UTC
    Mon 5 Oct   07:31 week              07:31 = Mon 05:31 UTC                         07:31 = Sun 20:31 UTC
    Mon 5 Oct   18:00 core              18:00 = Mon 16:00 UTC  18:00 = Mon 22:00 UTC  18:00 = Mon 07:00 UTC
    Tue 6 Oct   07:30 summary           07:30 = Tue 05:30 UTC                         07:30 = Mon 20:30 UTC
    Wed 7 Oct   07:30 summary                                                         07:30 = Tue 20:30 UTC"
  `);
});

test('Berlin goes to winter time: 02:30 is shown twice, and comes the first time', async () => {
  expect(await weekAround('Berlin', '2026-10-25T01:00:00Z')).toMatchInlineSnapshot(`
    "day         set to                  Berlin                 New York               Sydney
    Thu 22 Oct  07:30 summary           07:30 = Thu 05:30 UTC
    Fri 23 Oct  07:30 summary           07:30 = Fri 05:30 UTC                         07:30 = Thu 20:30 UTC
    Sat 24 Oct  01:30 core                                     01:30 = Sat 05:30 UTC
    Sat 24 Oct  02:30 core              02:30 = Sat 00:30 UTC  02:30 = Sat 06:30 UTC  02:30 = Fri 15:30 UTC
    Sat 24 Oct  07:30 summary           07:30 = Sat 05:30 UTC                         07:30 = Fri 20:30 UTC
    Sat 24 Oct  18:00 core              18:00 = Sat 16:00 UTC  18:00 = Sat 22:00 UTC  18:00 = Sat 07:00 UTC
    Sun 25 Oct  01:30 core                                     01:30 = Sun 05:30 UTC
    Sun 25 Oct  02:30 core              02:30 = Sun 00:30 UTC  02:30 = Sun 06:30 UTC  02:30 = Sat 15:30 UTC
    Sun 25 Oct  02:40 + 30 min stretch  02:10 = Sun 01:10 UTC
    Sun 25 Oct  07:30 summary           07:30 = Sun 06:30 UTC                         07:30 = Sat 20:30 UTC
    Sun 25 Oct  18:00 core              18:00 = Sun 17:00 UTC  18:00 = Sun 22:00 UTC  18:00 = Sun 07:00 UTC
    Mon 26 Oct  01:30 core                                     01:30 = Mon 05:30 UTC
    Mon 26 Oct  02:30 core              02:30 = Mon 01:30 UTC  02:30 = Mon 06:30 UTC  02:30 = Sun 15:30 UTC
    Mon 26 Oct  07:30 summary           07:30 = Mon 06:30 UTC                         07:30 = Sun 20:30 UTC
    Mon 26 Oct  07:31 week              07:31 = Mon 06:31 UTC                         07:31 = Sun 20:31 UTC
    Mon 26 Oct  18:00 core              18:00 = Mon 17:00 UTC  18:00 = Mon 22:00 UTC  18:00 = Mon 07:00 UTC
    Tue 27 Oct  07:30 summary           07:30 = Tue 06:30 UTC                         07:30 = Mon 20:30 UTC
    Wed 28 Oct  07:30 summary           07:30 = Wed 06:30 UTC                         07:30 = Tue 20:30 UTC"
  `);
});

test('New York goes to winter time: 01:30 is shown twice, and comes the first time', async () => {
  expect(await weekAround('New York', '2026-11-01T06:00:00Z')).toMatchInlineSnapshot(`
    "day         set to                  Berlin                 New York               Sydney
    Thu 29 Oct  07:30 summary           07:30 = Thu 06:30 UTC
    Fri 30 Oct  07:30 summary           07:30 = Fri 06:30 UTC                         07:30 = Thu 20:30 UTC
    Sat 31 Oct  01:30 core                                     01:30 = Sat 05:30 UTC
    Sat 31 Oct  02:30 core              02:30 = Sat 01:30 UTC  02:30 = Sat 06:30 UTC  02:30 = Fri 15:30 UTC
    Sat 31 Oct  07:30 summary           07:30 = Sat 06:30 UTC                         07:30 = Fri 20:30 UTC
    Sat 31 Oct  18:00 core              18:00 = Sat 17:00 UTC  18:00 = Sat 22:00 UTC  18:00 = Sat 07:00 UTC
    Sun 1 Nov   01:30 core                                     01:30 = Sun 05:30 UTC
    Sun 1 Nov   01:40 + 30 min stretch                         01:10 = Sun 06:10 UTC
    Sun 1 Nov   02:30 core              02:30 = Sun 01:30 UTC  02:30 = Sun 07:30 UTC  02:30 = Sat 15:30 UTC
    Sun 1 Nov   07:30 summary           07:30 = Sun 06:30 UTC                         07:30 = Sat 20:30 UTC
    Sun 1 Nov   18:00 core              18:00 = Sun 17:00 UTC  18:00 = Sun 23:00 UTC  18:00 = Sun 07:00 UTC
    Mon 2 Nov   01:30 core                                     01:30 = Mon 06:30 UTC
    Mon 2 Nov   02:30 core              02:30 = Mon 01:30 UTC  02:30 = Mon 07:30 UTC  02:30 = Sun 15:30 UTC
    Mon 2 Nov   07:30 summary           07:30 = Mon 06:30 UTC                         07:30 = Sun 20:30 UTC
    Mon 2 Nov   07:31 week              07:31 = Mon 06:31 UTC                         07:31 = Sun 20:31 UTC
    Mon 2 Nov   18:00 core              18:00 = Mon 17:00 UTC  18:00 = Mon 23:00 UTC  18:00 = Mon 07:00 UTC
    Tue 3 Nov   07:30 summary           07:30 = Tue 06:30 UTC                         07:30 = Mon 20:30 UTC
    Wed 4 Nov   07:30 summary           07:30 = Wed 06:30 UTC                         07:30 = Tue 20:30 UTC"
  `);
});
