/** Do reminders arrive? `/remind health`, and what somebody is told whose direct messages are closed. */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { AGREE, clubWithAnn, directs, joinClub, REMIND, recordOf, setReminder, shown } from '../people.ts';

// A Monday in Berlin, 17:00.
const stage = useStage('2026-05-04T15:00:00Z');

test('before anything came, after one arrived, and one that was not wanted', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  expect((await ann.run('/remind health')).text).toMatchInlineSnapshot(`
    "**Do reminders arrive?** Times: Europe/Berlin
    Direct messages: not tried yet.
    **Core work: Mon, Wed, Fri 18:00**
    None yet · next Mon 4 May 18:00
    **Morning question after pain: every day 07:30**
    None yet · next after a session that hurt
    **Stretching: 30 min after a session**
    None yet · next after a session
    [Send me a test] [Look again]"
  `);
  await stage.at('2026-05-04T16:00:00Z');
  await ann.run('/log type:core minutes:20');
  await stage.at('2026-05-06T15:00:00Z');
  await ann.run('/log type:core minutes:20');
  await stage.at('2026-05-06T16:00:00Z');
  expect((await ann.run('/remind health')).text).toMatchInlineSnapshot(`
    "**Do reminders arrive?** Times: Europe/Berlin
    Direct messages: the last one arrived today 18:00.
    **Core work: Mon, Wed, Fri 18:00**
    Last Mon 4 May 18:00 · next Fri 8 May 18:00
    -# Did not come today 18:00: done already.
    **Morning question after pain: every day 07:30**
    None yet · next after a session that hurt
    -# Did not come today 07:30: I was away too long.
    **Stretching: 30 min after a session**
    Last today 18:00 · next after a session
    -# Did not come Mon 4 May 18:30: I was away too long.
    [Send me a test] [Look again]"
  `);
});

test('a test comes by the engine, once however often it is asked for, and is not among the reminders', async () => {
  const { ann } = await clubWithAnn(stage);
  const panel = await ann.run('/remind health');
  await ann.pressTwice(panel, 'Send me a test');
  expect(shown(ann, panel)).toMatchInlineSnapshot(`
    "**Do reminders arrive?** Times: Europe/Berlin
    Direct messages: not tried yet.
    Test of today 18:00: on its way.
    No reminders. \`/remind add\` makes one.
    [Send me a test] [Look again]"
  `);
  await stage.pass(0);
  expect(directs(ann)).toEqual([
    '**Reminder:** This is the test you asked for: direct messages arrive.\n[Got it]',
  ]);
  await ann.press(await ann.next('direct'), 'Got it');
  expect(directs(ann)).toEqual([
    '**Reminder:** This is the test you asked for: direct messages arrive.\n(Got it ✓)',
  ]);
  await ann.press(panel, 'Look again');
  expect(shown(ann, panel)).toMatchInlineSnapshot(`
    "**Do reminders arrive?** Times: Europe/Berlin
    Direct messages: the last one arrived today 18:00.
    Test of today 18:00: it arrived.
    No reminders. \`/remind add\` makes one.
    [Send me a test] [Look again]"
  `);
  expect((await ann.run('/remind list')).text).toBe('No reminders. `/remind add` makes one.');
  expect((await ann.run('/remind snooze for:10 min')).text).toContain('No reminder came');
});

test('closed direct messages are told once, beside the next answer, with a button that tries again', async () => {
  const club = await stage.setUpClub();
  const { ann, ben } = club;
  await joinClub(ann);
  await setReminder(ann, 'core', { days: 'daily', time: '19:00' });
  club.guild.setDirectMessagesClosed('Ann', true);
  await stage.at('2026-05-07T17:00:00Z');
  expect(ben.transcript('reminders')).toContain('I cannot send you direct messages');
  const answer = await ann.run('/log type:tempo');
  expect(answer.text).toContain('Tempo');
  const beside = await ann.next('training', ({ id }) => id !== recordOf(answer).id);
  expect(ann.read(beside)).toMatchInlineSnapshot(`
    "Your direct messages are closed: reminders come in #reminders instead. Open them in this server’s privacy settings, then:
    [Try again]"
  `);
  expect(beside.visibleTo).toBe(ann.userId);
  const before = ann.messages('training').length;
  const health = await ann.run('/remind health');
  expect(health.text).toMatchInlineSnapshot(`
    "**Do reminders arrive?** Times: Europe/Berlin
    Direct messages: closed since today 19:00 (Discord refused one). Open them in this server’s privacy settings, then send a test.
    **Core work: every day 19:00**
    Last today 19:00 in #reminders · next Fri 8 May 19:00
    -# Did not come yesterday 19:00: I was away too long.
    [Send me a test] [Look again]"
  `);
  expect(ann.messages('training')).toHaveLength(before + 1);

  // Still closed: the test says so honestly.
  await ann.press(beside, 'Try again');
  await stage.pass(0);
  await ann.press(beside, 'Look again');
  expect(ann.read(beside)).toMatchInlineSnapshot(`
    "**Do reminders arrive?** Times: Europe/Berlin
    Direct messages: closed since today 19:00 (Discord refused one). Open them in this server’s privacy settings, then send a test.
    Test of today 19:00: it came in #reminders, not as a direct message.
    **Core work: every day 19:00**
    Last today 19:00 in #reminders · next Fri 8 May 19:00
    -# Did not come yesterday 19:00: I was away too long.
    [Send me a test] [Look again]"
  `);
  club.guild.setDirectMessagesClosed('Ann', false);
  await ann.press(beside, 'Send me a test');
  await stage.pass(0);
  await ann.press(beside, 'Look again');
  expect(ann.read(beside)).toContain('Direct messages: the last one arrived today');
  expect(directs(ann)).toHaveLength(1);
});

test('a command that reads no diary tells it too, and a form leaves it to the next', async () => {
  const club = await stage.setUpClub();
  const { ann } = club;
  await joinClub(ann);
  await setReminder(ann, 'core', { days: 'daily', time: '20:00' });
  club.guild.setDirectMessagesClosed('Ann', true);
  await stage.at('2026-05-08T18:00:00Z');
  await ann.run('/log');
  const help = await ann.run('/help');
  const beside = await ann.next('training', ({ id }) => id !== recordOf(help).id);
  expect(ann.read(beside)).toContain('Your direct messages are closed');
});

test('who left every server and is here again is tried again, and told nothing', async () => {
  const club = await stage.setUpClub();
  const { ann } = club;
  await joinClub(ann);
  await setReminder(ann, 'core', { days: 'daily', time: '20:30' });
  await stage.at('2026-05-09T18:30:00Z');
  expect(directs(ann)).toHaveLength(1);
  // What the others are due for comes first.
  await stage.at('2026-05-10T18:29:00Z');
  const messages = { method: 'POST', route: '/channels/{channel_id}/messages' };
  stage.sandbox.faults.next(messages, { code: 50278, status: 403 });
  await stage.at('2026-05-10T18:30:00Z');
  const before = ann.messages('training').length;
  expect((await ann.run('/remind health')).text).toContain(
    'Direct messages: the last one arrived yesterday 20:30.',
  );
  expect(ann.messages('training')).toHaveLength(before + 1);
  await stage.at('2026-05-11T18:30:00Z');
  expect(directs(ann)).toHaveLength(2);
});
