/** `/remind`: add, list, delete, by command, menu and button. */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';

import {
  AGREE,
  clubWithAnn,
  deleteReminder,
  joinClub,
  REMIND,
  setReminder,
  setStretching,
  shown,
} from '../people.ts';

// A Thursday evening in Berlin.
const stage = useStage('2026-05-07T17:00:00Z');

test('core work on days and at a time: first how it would be, then saved, with the next three', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const typed = await ann.run('/remind add what:core when:tue thu 7pm');
  expect(typed.text).toMatchInlineSnapshot(`
    "**Not saved yet.** Core work: Tue, Thu 19:00, by direct message.
    Next: Tue 12 May 19:00 · Thu 14 May 19:00 · Tue 19 May 19:00 (Europe/Berlin)
    [Save] [Change]"
  `);
  expect(stage.kept(club).reminders).toBe(0);
  await ann.press(typed, 'Save');
  expect(shown(ann, typed)).toMatchInlineSnapshot(`
    "**Saved.** Core work: Tue, Thu 19:00, by direct message.
    Next: Tue 12 May 19:00 · Thu 14 May 19:00 · Tue 19 May 19:00 (Europe/Berlin)
    [Edit] [Delete]"
  `);
  // A second one is one more: whoever meant to move the first is told that it stays.
  expect((await ann.run('/remind add what:core when:weekdays 6:30')).text).toMatchInlineSnapshot(`
    "**Not saved yet.** Core work: weekdays 06:30, by direct message.
    Next: Fri 8 May 06:30 · Mon 11 May 06:30 · Tue 12 May 06:30 (Europe/Berlin)
    Stays as well: Core work: Tue, Thu 19:00. To move one instead, \`/remind edit\`.
    [Save] [Change]"
  `);
});

test('what is left out is the club’s usual', async () => {
  const { ann } = await stage.setUpClub('core-days:tue sat core-time:17:15 stretch-after:45');
  await joinClub(ann);
  expect((await ann.run('/remind add what:core')).text).toContain('Core work: Tue, Sat 17:15');
  expect((await ann.run('/remind add what:stretch')).text).toMatchInlineSnapshot(`
    "**Saved.** Stretching: 45 min after a session, by direct message.
    It comes when you log a session of the day, unless you have stretched by then.
    [Edit] [Delete]"
  `);
});

test('the same core reminder twice is one; a second stretch reminder replaces the first', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await setReminder(ann, 'core', { days: 'mon', time: '18:00' });
  await setReminder(ann, 'core', { days: 'Monday', time: '6pm' }, 'where:here');
  await setStretching(ann, 20);
  await setStretching(ann, 40);
  expect(stage.kept(club).reminders).toBe(2);
  expect((await ann.run('/remind list')).text).toMatchInlineSnapshot(`
    "**Your reminders** (Europe/Berlin)
    - Core work: Mondays 18:00, in #training, next Mon 11 May 18:00
    - Stretching: 40 min after a session, by direct message
    <Open one: Core work: Mondays 18:00 | Stretching: 40 min after a session>"
  `);
});

test('ten are the most', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  for (let hour = 7; hour < 17; hour += 1)
    await setReminder(ann, 'core', { days: 'mon wed fri', time: `${hour}:00` });
  const answer = await ann.run('/remind add what:core when:17:00');
  expect(answer.text).toContain('You have 10 reminders: delete one first, with `/remind list`.');
  expect(stage.kept(club).reminders).toBe(10);
});

test('deleted by its button, by the menu of the list, or by name', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const first = await setReminder(ann, 'core', { days: 'mon', time: '18:00' });
  await ann.press(first, 'Delete');
  expect(shown(ann, first)).toBe('Deleted: Core work: Mondays 18:00.\n[All reminders]');

  await setStretching(ann, 20);
  await deleteReminder(ann, 'Stretching: 20 min after a session');

  await setReminder(ann, 'core', { days: 'sun', time: '9:00' });
  await setReminder(ann, 'core', { days: 'tue', time: '9:00' });
  const found = await ann.complete('/remind delete reminder:sun', 'reminder');
  expect(found.map(({ name }) => name)).toEqual(['Core work: Sundays 09:00']);
  expect((await ann.run(`/remind delete reminder:${found[0]?.value ?? ''}`)).text).toBe(
    'Deleted: Core work: Sundays 09:00.',
  );
  expect((await ann.run('/remind list')).text).toContain(
    '- Core work: Tuesdays 09:00, by direct message, next Tue 12 May',
  );
  expect(stage.kept(club).reminders).toBe(1);
});

test('nobody deletes or finds another’s reminder', async () => {
  const club = await clubWithAnn(stage);
  const { ann, ben } = club;
  await joinClub(ben);
  await setReminder(ann, 'core', { days: 'mon', time: '18:00' });
  const [own] = await ann.complete('/remind delete reminder:', 'reminder');
  expect(await ben.complete('/remind delete reminder:', 'reminder')).toEqual([]);
  expect((await ben.run(`/remind delete reminder:${own?.value ?? ''}`)).text).toContain('That entry is gone');
  expect(stage.kept(club).reminders).toBe(1);
});

test('joining with the tick brings the club’s usual ones, once', async () => {
  const club = await stage.setUpClub('core-days:daily core-time:19:00');
  const { ann } = club;
  const joined = await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  expect(joined.text).toContain(
    'Reminders by direct message: Core work: every day 19:00 · Morning question after pain: every day 07:30 · Stretching: 30 min after a session.',
  );
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  expect(stage.kept(club).reminders).toBe(3);
  const without = await joinClub(ann, { 'Do you agree?': [AGREE] });
  expect(without.text).toContain('No reminders. `/remind add` makes one.');
  expect(stage.kept(club).reminders).toBe(0);
});

test('joining again keeps the reminders as they are: those added by hand, and none that were deleted', async () => {
  const club = await stage.setUpClub('core-days:daily core-time:19:00');
  const { ann, ben } = club;
  await joinClub(ann);
  await setReminder(ann, 'core', { days: 'mon', time: '7:00' });
  const again = await ann.run('/join');
  expect(again.text).toContain(`${REMIND}*`);
  const kept = await ann.submit(again, { 'Do you agree?': [AGREE, REMIND] });
  expect(kept.text).toContain('Core work: Mondays 07:00.');
  expect(stage.kept(club).reminders).toBe(1);

  await joinClub(ben, { 'Do you agree?': [AGREE, REMIND] });
  await setReminder(ben, 'core', { days: 'daily', time: '19:00' }, 'where:here');
  const stretch = 'Stretching: 30 min after a session';
  const morning = 'Morning question after pain: every day 07:30';
  await deleteReminder(ben, stretch);
  await deleteReminder(ben, morning);
  const unticked = await ben.run('/join');
  expect(unticked.text).not.toContain(`${REMIND}*`);
  await ben.submit(unticked, { 'Do you agree?': [AGREE] });
  expect((await ben.run('/remind list')).text).toContain('- Core work: every day 19:00, in #training');
  expect((await ben.run('/remind list')).text).not.toContain(stretch);

  const ticked = await joinClub(ben, { 'Do you agree?': [AGREE, REMIND] });
  expect(ticked.text).toContain(`Core work: every day 19:00 · ${morning} · ${stretch}.`);
  await deleteReminder(ben, 'Core work: every day 19:00');
  await joinClub(ben, { 'Do you agree?': [AGREE, REMIND] });
  expect((await ben.run('/remind list')).text).not.toContain('Core work');
});
