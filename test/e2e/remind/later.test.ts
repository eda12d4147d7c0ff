/** Reminders at a bad moment: put off, paused, looked into, deleted. */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import {
  AGREE,
  clubWithAnn,
  deleteReminder,
  directs,
  joinClub,
  REMIND,
  setReminder,
  shown,
} from '../people.ts';

// A Monday in Berlin, 17:00; each test takes days of its own, and the clock moves forward only.
const stage = useStage('2026-05-04T15:00:00Z');

test('core work in the middle of dinner: later, once, and the recurrence stays', async () => {
  const { ann } = await clubWithAnn(stage);
  await setReminder(ann, 'core', { days: 'mon wed', time: '18:00' });
  await stage.at('2026-05-04T16:00:00Z');
  const reminder = await ann.next('direct');
  await ann.choose(reminder, 'Remind me later', '10 min');
  await ann.choose(reminder, 'Remind me later', 'After dinner');
  expect(ann.read(reminder)).toMatchInlineSnapshot(`
    "**Core work.** Later: today 20:30.
    [Done] [Show the set]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>"
  `);
  await stage.at('2026-05-04T18:29:00Z');
  expect(directs(ann)).toHaveLength(1);
  await stage.at('2026-05-04T18:30:00Z');
  expect(directs(ann)).toHaveLength(2);
  expect(directs(ann)[1]).toContain('**Core work today.**');
  expect((await ann.run('/remind list')).text).toContain('next Wed 6 May 18:00');
  // The old message puts off the one that came of it.
  await ann.choose(reminder, 'Remind me later', '1 h');
  expect(ann.read(reminder)).toContain('Later: today 21:30.');
  // In quiet hours, because she asked for it.
  await stage.at('2026-05-04T19:30:00Z');
  expect(directs(ann)).toHaveLength(3);
  await stage.at('2026-05-06T16:00:00Z');
  expect(directs(ann)).toHaveLength(4);
});

test('done after it was put off, by Done or by a log: it does not come again', async () => {
  const { ann, ben } = await stage.setUpClub();
  for (const person of [ann, ben]) {
    await joinClub(person);
    await setReminder(person, 'core', { days: 'thu', time: '18:00' });
  }
  await stage.at('2026-05-07T16:00:00Z');
  const [anns, bens] = [await ann.next('direct'), await ben.next('direct')];
  await ann.choose(anns, 'Remind me later', 'Tomorrow');
  await ann.press(anns, 'Done');
  expect(ann.read(anns)).toContain('Core work: done. Noted.');
  await ben.choose(bens, 'Remind me later', 'Tomorrow');
  expect(ben.read(bens)).toContain('Later: tomorrow 18:00.');
  // A core session is core work done: no button asks for it.
  expect((await ben.run('/log type:core minutes:10')).text).not.toContain('Core done');
  await stage.at('2026-05-08T17:00:00Z');
  expect([directs(ann), directs(ben)].map((texts) => texts.length)).toEqual([1, 1]);
  expect((await ben.run('/remind health')).text).toContain('Did not come today 18:00: done already.');
});

test('a stretch reminder that was put off keeps its session', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  await ann.run('/log type:tempo');
  await stage.pass(30);
  const reminder = await ann.next('direct');
  expect((await ann.run('/remind snooze for:1 h')).text).toMatchInlineSnapshot(
    `"**Stretching.** Later: today 20:30."`,
  );
  await stage.pass(60);
  const again = await ann.next('direct');
  await ann.press(again, 'Done');
  expect(ann.read(again)).toContain('Stretching: done. Noted.');
  await ann.choose(reminder, 'Remind me later', '10 min');
  expect(ann.read(reminder)).toBe('**Stretching.** Done already, so there is nothing to put off.');
});

test('tomorrow, when it comes tomorrow anyway, makes nothing; nothing came: says what comes next', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  expect((await ann.run('/remind snooze for:10 min')).text).toBe(
    'No reminder came in the last 12 hours that could wait.',
  );
  await setReminder(ann, 'core', { days: 'daily', time: '18:00' });
  expect((await ann.run('/remind snooze for:10 min')).text).toMatchInlineSnapshot(
    `"No reminder came in the last 12 hours that could wait. Next: Core work: every day 18:00, tomorrow 18:00 (Europe/Berlin)."`,
  );
  await stage.at('2026-05-09T16:00:00Z');
  const reminder = await ann.next('direct');
  const before = stage.kept(club);
  await ann.choose(reminder, 'Remind me later', 'Tomorrow');
  expect(ann.read(reminder)).toContain('It comes by itself: tomorrow 18:00.');
  expect(stage.kept(club)).toEqual(before);
});

test('in a channel only the one whose reminder it is puts it off, and only they are told', async () => {
  const club = await clubWithAnn(stage);
  const { ann, ben } = club;
  await joinClub(ben);
  await setReminder(ann, 'warm-up', { days: 'sun', time: '10:00' }, 'where:here');
  await stage.at('2026-05-10T08:00:00Z');
  const reminder = await ben.next('training', ({ message }) => message.content.includes('Warm up'));
  const before = ben.read(reminder);
  expect((await ben.choose(reminder, 'Remind me later', '1 h')).text).toContain(
    'This belongs to somebody else.',
  );
  const answer = await ann.choose(reminder, 'Remind me later', '1 h');
  expect([answer.text, answer.ephemeral]).toEqual(['**Warm-up before training.** Later: today 11:00.', true]);
  expect(ben.read(reminder)).toBe(before);
});

test('paused until a day, by command: what waits is called off, and it comes back by itself', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  await ann.run('/log type:tempo');
  expect((await ann.run('/remind pause reminder:all until:last week')).text).toMatchInlineSnapshot(`
    "**until**: I cannot read “last week” as a day. Try tomorrow, Monday, 1 Dec or in 2 weeks.
    Nothing was saved. You typed: \`/remind pause reminder:all until:last week\`"
  `);
  expect((await ann.run('/remind pause reminder:All of yours until:in 1 week')).text).toMatchInlineSnapshot(`
    "**Paused until Sun 17 May**
    - Core work: Mon, Wed, Fri 18:00
    - Morning question after pain: every day 07:30
    - Stretching: 30 min after a session"
  `);
  expect((await ann.run('/remind list')).text).toMatchInlineSnapshot(`
    "**Your reminders** (Europe/Berlin)
    - Core work: Mon, Wed, Fri 18:00, by direct message, paused until Sun 17 May
    - Morning question after pain: every day 07:30, by direct message, paused until Sun 17 May
    - Stretching: 30 min after a session, by direct message, paused until Sun 17 May
    <Open one: Core work: Mon, Wed, Fri 18:00 | Morning question after pain: every day 07:30 | Stretching: 30 min after a session>"
  `);
  await stage.at('2026-05-11T17:00:00Z');
  expect(directs(ann)).toEqual([]);
  await stage.at('2026-05-18T16:00:00Z');
  expect(directs(ann)).toHaveLength(1);
  expect((await ann.run('/remind list')).text).toContain(
    'Mon, Wed, Fri 18:00, by direct message, next Wed 20 May',
  );
});

test('the list opens one: its next three times, pause, resume, delete', async () => {
  const { ann } = await clubWithAnn(stage);
  await setReminder(ann, 'core', { days: 'tue thu', time: '18:00' });
  const panel = await ann.run('/remind list');
  await ann.choose(panel, 'Open one', 'Core work: Tue, Thu 18:00');
  expect(shown(ann, panel)).toMatchInlineSnapshot(`
    "**Core work: Tue, Thu 18:00**
    It comes by direct message.
    Next: Tue 19 May 18:00 · Thu 21 May 18:00 · Tue 26 May 18:00 (Europe/Berlin)
    <Pause until: Tomorrow: Tue 19 May | Next week: Mon 25 May | 2 weeks: Mon 1 Jun | 4 weeks: Mon 15 Jun | Until I resume it>
    [Edit] [Delete] [All reminders]"
  `);
  await ann.choose(panel, 'Pause until', 'Until I resume it');
  expect(shown(ann, panel)).toMatchInlineSnapshot(`
    "**Core work: Tue, Thu 18:00**
    It comes by direct message.
    **Paused.**
    [Edit] [Resume] [Delete] [All reminders]"
  `);
  expect((await ann.run('/remind list')).text).toContain(
    '- Core work: Tue, Thu 18:00, by direct message, paused',
  );
  await ann.press(panel, 'Resume');
  expect(shown(ann, panel)).toContain('Next: Tue 19 May 18:00');
  await ann.press(panel, 'All reminders');
  const old = await ann.run('/remind list');
  await ann.choose(old, 'Open one', 'Core work: Tue, Thu 18:00');
  await ann.choose(panel, 'Open one', 'Core work: Tue, Thu 18:00');
  await ann.press(panel, 'Delete');
  await ann.press(panel, 'All reminders');
  expect(shown(ann, panel)).toBe('No reminders. `/remind add` makes one.');
  expect((await ann.press(old, 'Delete')).text).toContain('That entry is gone');
});

test('a day that cannot be meant is refused with what was typed, and nothing is paused', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await setReminder(ann, 'core', { days: 'tue', time: '18:00' });
  await setReminder(ann, 'core', { days: 'thu', time: '18:00' });
  expect((await ann.run('/remind pause reminder:core')).text).toMatch(
    /\*\*reminder\*\* takes Core work: (Tuesdays|Thursdays) 18:00 or Core work: (Tuesdays|Thursdays) 18:00, not/,
  );
  expect((await ann.run('/remind pause reminder:tue until:soon')).text).toMatchInlineSnapshot(`
    "**until**: I cannot read “soon” as a day. Try tomorrow, Monday, 1 Dec or in 2 weeks.
    Nothing was saved. You typed: \`/remind pause reminder:tue until:soon\`"
  `);
  expect((await ann.run('/remind pause reminder:tue')).text).toBe('Paused: Core work: Tuesdays 18:00.');
  expect((await ann.run('/remind resume reminder:tue')).text).toBe(
    'Coming again: Core work: Tuesdays 18:00.',
  );
});

test('two presses at once are one; a press after the reminder was deleted gets a polite answer', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await setReminder(ann, 'core', { days: 'wed', time: '18:00' });
  await stage.at('2026-05-20T16:00:00Z');
  const reminder = await ann.next('direct');
  await Promise.all([
    ann.choose(reminder, 'Remind me later', '10 min'),
    ann.choose(reminder, 'Remind me later', '10 min'),
  ]);
  await stage.pass(10);
  expect(directs(ann)).toHaveLength(2);
  await ann.choose(reminder, 'Remind me later', '1 h');
  await deleteReminder(ann, 'Core work: Wednesdays 18:00');
  expect((await ann.choose(reminder, 'Remind me later', '10 min')).text).toContain('That entry is gone');
  await stage.pass(120);
  expect(directs(ann).filter((text) => text.includes('Core work'))).toHaveLength(2);
});

test('what comes once leaves the list when it has come, unless it was put off; Got it calls that off', async () => {
  const { ann } = await clubWithAnn(stage);
  await ann.press(await ann.run('/remind add what:own when:in 1 h text:Bus'), 'Save');
  await stage.pass(60);
  const bus = await ann.next('direct');
  expect((await ann.run('/remind list')).text).toBe('No reminders. `/remind add` makes one.');
  expect((await ann.run('/remind health')).text).toMatch(/“Bus”: .*\*\*\nLast today .* · over/);
  await ann.choose(bus, 'Remind me later', '1 h');
  const list = await ann.run('/remind list');
  expect(list.text).toMatch(/- “Bus”: (.*) \d\d:\d\d, by direct message, next \1 \d\d:\d\d\n/);
  await ann.choose(list, 'Open one', /<Open one: (.*)>/.exec(list.text)?.[1] ?? '');
  expect(shown(ann, list)).toContain('On its way: today');
  expect(shown(ann, list)).not.toContain('It is over.');
  await ann.press(bus, 'Got it');
  await stage.pass(60);
  expect(directs(ann)).toHaveLength(1);
  await ann.press(list, 'All reminders');
  expect(shown(ann, list)).toBe('No reminders. `/remind add` makes one.');
});

test('a pause that stays is said with its day, and one that is over is not', async () => {
  const { ann } = await clubWithAnn(stage);
  await setReminder(ann, 'core', { days: 'daily', time: '18:00' });
  await ann.run('/remind pause reminder:core until:in 2 days');
  const until = async (when: string) => (await ann.run(`/remind edit reminder:core when:${when}`)).text;
  expect(await until('weekdays 19:00')).toMatch(/It stays paused until \w{3} \d+ May\./);
  expect(await until('tomorrow 12:00')).toContain('It will not come: its day lies in the pause.');
  await stage.pass(3 * 24 * 60);
  expect(await until('weekdays 19:00')).not.toContain('paused');
});
