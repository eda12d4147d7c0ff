/** `/remind add` and `edit`: times as one says them, looked at before they are saved; own words, check-in, roles. */
import { expect, test } from 'vitest';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { useStage } from '../club.ts';
import {
  clubWithAnn,
  customIdOf,
  deleteReminder,
  directs,
  joinClub,
  pressLate,
  recordOf,
  saysNo,
  setReminder,
  setStretching,
  shown,
} from '../people.ts';

// A Thursday evening in Berlin, three days before clocks go back; every test takes the days that it needs.
const stage = useStage('2026-10-22T16:00:00Z');

/** What the bot has allowed its last message to mention. */
function lastMentions({ requests }: Sandbox): unknown {
  const sent = requests.filter(
    ({ method, route }) => method === 'POST' && route === '/channels/{channel_id}/messages',
  );
  return (sent.at(-1)?.body as { allowed_mentions?: unknown } | undefined)?.allowed_mentions;
}

test('own words, once: seen before it is saved, saved once, sent to the minute, and never again', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const typed = await ann.run('/remind add what:own when:tonight at 9 text:Pack *both* spikes, @everyone');
  expect(typed.text).toMatchInlineSnapshot(`
    "**Not saved yet.** “Pack \\*both\\* spikes, @​everyone”: Thu 22 Oct 21:00, by direct message.
    Next: Thu 22 Oct 21:00 (Europe/Berlin)
    [Save] [Change]"
  `);
  expect(stage.kept(club).reminders).toBe(0);
  const save = customIdOf(recordOf(typed), 'remind:save');
  await Promise.all([ann.press(typed, 'Save'), pressLate(ann, recordOf(typed), save)]);
  await pressLate(ann, recordOf(typed), save);
  expect(stage.kept(club).reminders).toBe(1);
  expect(shown(ann, typed)).toMatchInlineSnapshot(`
    "**Saved.** “Pack \\*both\\* spikes, @​everyone”: Thu 22 Oct 21:00, by direct message.
    Next: Thu 22 Oct 21:00 (Europe/Berlin)
    [Edit] [Delete]"
  `);
  await stage.at('2026-10-22T18:59:00Z');
  expect(directs(ann)).toEqual([]);
  await stage.at('2026-10-22T19:00:00Z');
  expect(directs(ann)).toMatchInlineSnapshot(`
    [
      "**Reminder:** Pack \\*both\\* spikes, @​everyone
    [Got it]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>",
    ]
  `);
  expect(lastMentions(stage.sandbox)).toEqual({ parse: [], replied_user: false });
  const came = await ann.next('direct');
  await ann.press(came, 'Got it');
  expect(ann.read(came)).toContain('(Got it ✓)');
  await stage.pass(24 * 60);
  expect(directs(ann)).toHaveLength(1);
});

test('a Save that comes late: an hour later it shows what is kept, and after Delete it brings nothing back', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const typed = await ann.run('/remind add what:own when:sundays 20:00 text:Plan the week');
  const save = customIdOf(recordOf(typed), 'remind:save');
  await ann.press(typed, 'Save');
  await stage.pass(60);
  const late = await pressLate(ann, recordOf(typed), save);
  expect(late.text || shown(ann, typed)).toContain('**Saved.** “Plan the week”: Sundays 20:00');
  // Deleted meanwhile, a late press brings nothing back.
  await deleteReminder(ann, '“Plan the week”: Sundays 20:00');
  expect((await pressLate(ann, recordOf(typed), save)).text).toContain('That entry is gone');
  expect(stage.kept(club).reminders).toBe(0);
});

test('what cannot be read comes back with a form; a preview can be changed until it is right', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const wrong = await saysNo(stage, club, () => ann.run('/remind add what:own when:some day text:Ice bath'));
  expect(wrong.text).toMatchInlineSnapshot(`
    "**when**: “some day” is not a time that I can read. Try weekdays 18:30, fridays 6pm, tomorrow 7:00 or in 2 h.
    Nothing was saved. You typed: \`/remind add what:Own text when:some day text:Ice bath\`
    [Mend it]"
  `);
  const form = await ann.press(wrong, 'Mend it');
  expect(form.text).toMatchInlineSnapshot(`
    "form "Reminder":
    When? [some day] (Like weekdays 18:30, tomorrow 7:00, in 2 h)
    What shall it say? [Ice bath]"
  `);
  const again = await ann.submit(form, { 'When?': 'never' });
  expect(again.text).toContain('“never” is not a time that I can read.');
  expect(again.text).toContain('You typed: `/remind add what:Own text when:never text:Ice bath`');
  const mended = await ann.submit(await ann.press(again, 'Mend it'), { 'When?': 'sundays 7' });
  expect(shown(ann, mended)).toMatchInlineSnapshot(`
    "**Not saved yet.** “Ice bath”: Sundays 07:00, by direct message.
    Next: Sun 25 Oct 07:00 · Sun 1 Nov 07:00 · Sun 8 Nov 07:00 (Europe/Berlin)
    07:00 is in the morning. For the evening, change it to 7pm.
    [Save] [Change]"
  `);
  const changed = await ann.submit(await ann.press(mended, 'Change'), {
    'When?': 'sundays 7pm',
    'What shall it say?': 'Cold bath',
  });
  expect(shown(ann, changed)).toContain('“Cold bath”: Sundays 19:00');
  expect(stage.kept(club).reminders).toBe(0);
  await ann.press(changed, 'Save');
  expect(stage.kept(club).reminders).toBe(1);
});

test('a restart after the preview: Save counts from the typing, Change is filled, what was saved is saved once', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await stage.at('2026-10-23T20:30:00Z');
  const added = await ann.run('/remind add what:own when:sundays 20:00 text:Plan the week');
  const late = (answer: typeof added, action: 'remind:save' | 'remind:change') => {
    const id = customIdOf(recordOf(answer), action);
    return () => pressLate(ann, recordOf(answer), id);
  };
  const presses = (answer: typeof added) =>
    [late(answer, 'remind:save'), late(answer, 'remind:change')] as const;
  const ofAdded = presses(added);
  await ann.press(added, 'Save');
  const edit = async (when: string) => {
    const [week] = await ann.complete('/remind edit reminder:', 'reminder');
    return await ann.run(`/remind edit reminder:${week?.value} when:${when}`);
  };
  const edited = await edit('every tue 18:30');
  const ofEdited = presses(edited);
  await ann.press(edited, 'Save');
  await ann.press(await edit('every wed 19:00'), 'Save');
  const soon = await ann.run('/remind add what:own when:in 2 h text:Ice the sore knee');
  const friday = await ann.run('/remind add what:own when:fridays 18:00 text:Cold bath');
  await stage.restart();
  await stage.pass(30);

  await ann.press(soon, 'Save');
  expect(shown(ann, soon)).toContain('“Ice the sore knee”: Sat 24 Oct 00:30, by direct message.');
  const form = await ann.press(friday, 'Change');
  expect(form.text).toContain('When? [fridays 18:00]');
  expect(form.text).toContain('What shall it say? [Cold bath]');
  const unread = await saysNo(stage, club, () => ann.submit(form, { 'When?': 'never' }));
  expect(unread.text).toContain('You typed: `/remind add what:Own text when:never text:Cold bath`');
  expect((await ann.press(unread, 'Mend it')).text).toContain('When? [never]');
  await ann.press(friday, 'Save');
  expect(shown(ann, friday)).toContain('**Saved.** “Cold bath”: Fridays 18:00');

  expect(stage.kept(club).reminders).toBe(3);
  for (const [save, change] of [ofAdded, ofEdited]) {
    await Promise.all([save(), save()]);
    expect((await change()).text).toContain('That entry is gone, or was changed since.');
  }
  for (const answer of [added, edited])
    expect(shown(ann, answer)).toContain('**Saved.** “Plan the week”: Wednesdays 19:00');
  expect(stage.kept(club).reminders).toBe(3);
  expect(stage.log.join('')).not.toContain('Ice the sore knee');
});

test('a day after it was typed, Save says that the words are gone, and they still stand above', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const typed = await ann.run('/remind add what:core when:weekdays 18:30');
  await stage.pass(24 * 60);
  const answer = await saysNo(stage, club, () => ann.press(typed, 'Save'));
  expect(answer.text).toContain('I no longer have what you typed. It stands in the message above');
  expect(shown(ann, typed)).toContain('Core work: weekdays 18:30');
});

test('“in 2 h” over the night that clocks go back: two hours, though clocks show the time twice', async () => {
  const { ann } = await clubWithAnn(stage);
  await stage.at('2026-10-24T23:30:00Z');
  const typed = await ann.run('/remind add what:own when:in 2 h text:Wake up');
  expect(typed.text).toContain('Next: Sun 25 Oct 02:30 (Europe/Berlin)');
  await ann.press(typed, 'Save');
  // The first 02:30 passes.
  await stage.at('2026-10-25T01:29:00Z');
  expect(directs(ann)).toEqual([]);
  await stage.at('2026-10-25T01:30:00Z');
  expect(directs(ann)).toHaveLength(1);
});

test('a preview that lay too long is not saved into the past', async () => {
  const club = await clubWithAnn(stage);
  const typed = await club.ann.run('/remind add what:own when:in 5 min text:Go');
  await stage.pass(6);
  const answer = await saysNo(stage, club, () => club.ann.press(typed, 'Save'));
  expect(answer.text).toContain('“in 5 min” is over already.');
});

test('the check-in comes by direct message with its form, and not when it is in already', async () => {
  const { ann, ben } = await stage.setUpClub();
  for (const person of [ann, ben]) await joinClub(person);
  expect((await ann.run('/remind add what:check-in')).text).toMatchInlineSnapshot(`
    "**Saved.** Morning check-in: every day 07:00, by direct message.
    Next: Sun 25 Oct 07:00 · Mon 26 Oct 07:00 · Tue 27 Oct 07:00 (Europe/Berlin)
    It does not come when you have checked in already.
    [Edit] [Delete]"
  `);
  await ben.press(await ben.run('/remind add what:check-in when:every day 7 where:here'), 'Save');
  await stage.at('2026-10-26T06:00:00Z');
  expect(directs(ann)).toMatchInlineSnapshot(`
    [
      "**How are you this morning?** A few taps.
    [Check in]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>",
    ]
  `);
  expect(ben.read(await ben.next('training'))).toMatchInlineSnapshot(`
    "@Ben **How are you this morning?** A few taps.
    [Check in]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>"
  `);
  const form = await ann.press(await ann.next('direct'), 'Check in');
  const saved = await ann.submit(form, {
    'How fresh are you?': '4: fresh',
    'How did you sleep?': '4: slept well',
    'How sore are your muscles?': '5: not sore',
    'How stressed are you?': '4: calm',
    'How is your mood?': '4: good mood',
  });
  expect(saved.text).toMatchInlineSnapshot(`
    "**Check-in, Mon 26 Oct: 21 of 25**
    Fresh (4) · Slept well (4) · Not sore (5) · Calm (4) · Good mood (4)
    This is check-in 1 in 28 days. After 14 I show your usual.
    -# Fixed club rule on your own last 28 days, not medical evidence. No message goes to your coach.
    -# \`/checkin\` in your club’s server changes it."
  `);
  await stage.at('2026-10-27T05:50:00Z');
  const early = await ann.run('/checkin');
  await ann.submit(early, {
    'How fresh are you?': '4: fresh',
    'How did you sleep?': '4: slept well',
    'How sore are your muscles?': '5: not sore',
    'How stressed are you?': '4: calm',
    'How is your mood?': '4: good mood',
  });
  await stage.at('2026-10-27T06:00:00Z');
  expect(directs(ann).filter((text) => text.includes('How are you this morning?'))).toHaveLength(1);
});

test('a coach reminds a role: that role alone is mentioned, everybody can ask about it, coaches delete it', async () => {
  const { ann, ben, carl, guild } = await stage.setUpClub();
  await stage.at('2026-10-27T12:00:00Z');
  const typed = await carl.run('/remind add what:own when:in 1 h text:Bus at 6 role:@Coach', 'training');
  expect(typed.text).toMatchInlineSnapshot(`
    "**Not saved yet.** “Bus at 6”: Tue 27 Oct 14:00, in #training for @Coach.
    Next: Tue 27 Oct 14:00 (Europe/Berlin)
    -# Discord notifies them only if the role’s settings let everybody mention it.
    [Save] [Change]"
  `);
  await carl.press(typed, 'Save');
  await stage.at('2026-10-27T13:00:00Z');
  const came = await ben.next('training');
  expect(ben.read(came)).toMatchInlineSnapshot(`
    "@Coach **Reminder:** Bus at 6
    [About this reminder]"
  `);
  expect(lastMentions(stage.sandbox)).toEqual({
    parse: [],
    replied_user: false,
    roles: [guild.roleId('Coach')],
  });
  const about = await ann.press(came, 'About this reminder');
  expect(about.ephemeral).toBe(true);
  expect(about.text).toMatchInlineSnapshot(`
    "**About this reminder.** “Bus at 6”: Tue 27 Oct 14:00, in #training for @Coach.
    @Carl set it.
    It does not come again."
  `);
  // Carl has not joined: of direct messages there is nothing to say to him, of his reminder there is.
  const health = await carl.run('/remind health');
  expect(health.text).toMatchInlineSnapshot(`
    "**Do reminders arrive?**
    __For roles__ (times: Europe/Berlin)
    **“Bus at 6”: Tue 27 Oct 14:00** for @Coach
    Last today 14:00 in #training · over
    [Look again]"
  `);
  expect((await ann.run('/remind health')).kind).toBe('modal');
  const coachs = await carl.press(came, 'About this reminder');
  await carl.press(coachs, 'Delete');
  expect(shown(carl, coachs)).toBe('Deleted: “Bus at 6”: Tue 27 Oct 14:00.\n[All reminders]');
  expect((await ann.press(came, 'About this reminder')).text).toContain('That entry is gone');

  // Weekly, found and changed by any coach, and moved with the club's zone.
  await carl.press(
    await carl.run('/remind add what:core when:weekdays 18:00 role:@Coach', 'training'),
    'Save',
  );
  const [found] = await carl.complete('/remind edit reminder:', 'reminder');
  expect(found?.name).toBe('Core work: weekdays 18:00');
  expect(await ann.complete('/remind edit reminder:', 'reminder')).toEqual([]);
  const edited = await carl.run(`/remind edit reminder:${found?.value} when:fridays 17:00`);
  await carl.press(edited, 'Save');
  expect(shown(carl, edited)).toContain('**Saved.** Core work: Fridays 17:00, in #training for @Coach.');
});

test.each([
  ['ann', 'what:core when:18:00 role:@Coach', 'Only coaches can remind a role.'],
  [
    'carl',
    'what:core when:18:00 role:@everyone',
    '**role**: @everyone is everybody in the server. Choose a smaller role.',
  ],
  [
    'carl',
    'what:core when:22:00 role:@Coach',
    '**when**: 22:00 lies in the club’s quiet hours, 21:00 to 07:00.',
  ],
  [
    'carl',
    'what:stretch role:@Coach',
    '**what**: stretching and the morning question follow each one’s own day.',
  ],
  ['carl', 'what:core when:18:00 role:@Coach where:direct', '**where**: a role is reminded in a channel.'],
] as const)('%s is refused /remind add %s', async (who, typed, why) => {
  const club = await clubWithAnn(stage);
  const answer = await saysNo(stage, club, () => club[who].run(`/remind add ${typed}`));
  expect(answer.text).toContain(why);
});

test.each([
  ['stretch when:tomorrow', '**when**: stretching comes after a session. Type how long after'],
  ['stretch when:soon', '**when**: stretching comes after a session. Type how long after'],
  ['echo when:in 2 h', '**when**: the morning question comes before 12:00. Type a time like 7:30.'],
  ['core when:tomorow 7', '“tomorow 7” is not a time that I can read.'],
  ['core when:25:00', '“25:00” is not a time that I can read.'],
  ['core when:yesterday 7', '“yesterday 7” is over already.'],
  ['own when:mon tue text:Ice', '“mon tue” does not say at what time.'],
])('a tired hand types what:%s and reads how to say it', async (typed, why) => {
  const club = await clubWithAnn(stage);
  const answer = await saysNo(stage, club, () => club.ann.run(`/remind add what:${typed}`));
  expect(answer.text).toContain(why);
});

test('what is taken, but may be meant otherwise, says so: a morning, a year ahead; a check-in is of the morning', async () => {
  const { ann } = await clubWithAnn(stage);
  const preview = async (typed: string) => (await ann.run(`/remind add what:${typed}`)).text;
  expect(await preview('core when:7')).toContain('For the evening, change it to 7pm.');
  for (const what of ['check-in', 'echo']) expect(await preview(`${what} when:7`)).not.toContain('evening');
  expect(await preview('core when:20 Oct 7:00')).toContain('That is in **2027**.');
  expect(await preview('core when:20 Jan 7:00')).not.toContain('That is in');
});

test('a coach who has not joined still joins first for a reminder of their own', async () => {
  const { carl } = await stage.setUpClub();
  expect((await carl.run('/remind add what:core')).text).toContain('form "Join');
});

test('editing: by its button, in a form filled as it is; the rest stays, and the old time is called off', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const saved = await setStretching(ann, 30);
  await ann.run('/log type:tempo');
  expect(stage.kept(club).waiting).toBe(1);
  const form = await ann.press(saved, 'Edit');
  expect(form.text).toMatchInlineSnapshot(`
    "form "Reminder":
    When? [30 min after a session] (Like 30 min after a session)"
  `);
  const preview = await ann.submit(form, { 'When?': '45' });
  expect(shown(ann, preview)).toMatchInlineSnapshot(`
    "**Not saved yet.** Stretching: 45 min after a session, by direct message.
    Until now: Stretching: 30 min after a session, by direct message.
    [Save] [Change]"
  `);
  expect(stage.kept(club).waiting).toBe(1);
  await ann.press(preview, 'Save');
  expect(shown(ann, preview)).toContain('**Saved.** Stretching: 45 min after a session, by direct message.');
  expect(stage.kept(club)).toMatchObject({ reminders: 1, waiting: 0 });

  // By name: only where it goes; another's is not theirs to change.
  await setReminder(ann, 'core', { days: 'mon', time: '18:00' });
  const [core] = await ann.complete('/remind edit reminder:core', 'reminder');
  const moved = await ann.run(`/remind edit reminder:${core?.value} where:here`, 'training');
  expect(moved.text).toMatchInlineSnapshot(`
    "**Not saved yet.** Core work: Mondays 18:00, in #training.
    Next: Mon 2 Nov 18:00 · Mon 9 Nov 18:00 · Mon 16 Nov 18:00 (Europe/Berlin)
    Until now: Core work: Mondays 18:00, by direct message.
    [Save] [Change]"
  `);
  await joinClub(club.ben);
  const denied = await saysNo(stage, club, () =>
    club.ben.run(`/remind edit reminder:${core?.value} when:18:30`),
  );
  expect(denied.text).toContain('That entry is gone');
});

test('an edit that cannot be read names its reminder, in words, and its form opens again', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await setReminder(ann, 'core', { days: 'mon', time: '18:00' });
  const [core] = await ann.complete('/remind edit reminder:', 'reminder');
  for (const name of [core?.value, 'core']) {
    const wrong = await saysNo(stage, club, () => ann.run(`/remind edit reminder:${name} when:soon`));
    expect(wrong.text).toContain(`You typed: \`/remind edit reminder:${name} when:soon\``);
    expect(wrong.text).not.toMatch(/[0-9a-f]{8}-/);
    expect((await ann.press(wrong, 'Mend it')).text).toContain('When? [soon]');
  }
  const form = await ann.run(`/remind edit reminder:${core?.value}`);
  const again = await saysNo(stage, club, () => ann.submit(form, { 'When?': 'never' }));
  expect(again.text).toContain('You typed: `/remind edit when:never`');
  expect((await ann.press(again, 'Mend it')).text).toContain('When? [never]');
});

test('while it is typed, when shows the next three local times', async () => {
  const { ann } = await clubWithAnn(stage);
  const names = async (typed: string) =>
    (await ann.complete(`/remind add what:core when:${typed}`, 'when')).map(({ name }) => name);
  expect(await names('')).toMatchInlineSnapshot(`
    [
      "weekdays 18:30 → Tue 27 Oct 18:30 · Wed 28 Oct · Thu 29 Oct",
      "mon wed fri 18:00 → Wed 28 Oct 18:00 · Fri 30 Oct · Mon 2 Nov",
      "every day 7:00 → Wed 28 Oct 07:00 · Thu 29 Oct · Fri 30 Oct",
      "tomorrow 7:00 → Wed 28 Oct 07:00",
      "in 2 h → Tue 27 Oct 16:00",
      "30 min after a session → 30 min after you log one",
    ]
  `);
  expect(await names('fridays 6pm')).toMatchInlineSnapshot(`
    [
      "fridays 6pm → Fri 30 Oct 18:00 · Fri 6 Nov · Fri 13 Nov",
    ]
  `);
  expect(await names('18:30')).toMatchInlineSnapshot(`
    [
      "18:30 → on the usual days; own text: Tue 27 Oct 18:30",
    ]
  `);
  expect(await names('soo')).toMatchInlineSnapshot(`
    [
      "soo → I cannot read this yet",
    ]
  `);
});
