/** `/setup` by menus alone, its form, and what others see before and after. */
import { expect, test } from 'vitest';
import { useStage } from './club.ts';
import { joinClub, shown } from './people.ts';

const stage = useStage('2026-05-05T15:00:00Z');

const ZONES = 'Time zone (more with /setup time-zone:)';

test('by menus alone: each choice is saved at once, and the switch opens when all is chosen', async () => {
  const { dana } = stage.openClub();
  const panel = await dana.run('/setup');
  expect(panel.text.split('\n<')[0]?.split('\n**Before')[0]).toMatchInlineSnapshot(`
    "**Set up Backstraight.** Choose below; each choice is saved at once.
    Coaches: not chosen
    Daily summary: channel not chosen at 07:30
    Reminders that cannot go by direct message: channel not chosen
    Time zone: not chosen
    "
  `);
  expect(panel.text).toContain('(I have read this: switch on)');
  await dana.choose(panel, 'Coach role', 'Coach');
  await dana.choose(panel, 'Channel of the daily summary (coaches only)', 'coaches');
  await dana.choose(panel, 'Channel for reminders', 'reminders');
  expect(shown(dana, panel)).toContain('(I have read this: switch on)');
  await dana.choose(panel, ZONES, 'Europe/London');
  expect(shown(dana, panel)).toContain('[I have read this: switch on] [Times and rules]');
  await dana.press(panel, 'I have read this: switch on');
  expect(shown(dana, panel).split('\n<')[0]).toMatchInlineSnapshot(`
    "**Backstraight is on.**
    Coaches: @Coach
    Daily summary: #coaches at 07:30
    Reminders that cannot go by direct message: #reminders
    Time zone: Europe/London
    Core work: Mon, Wed, Fri 18:00 · stretching: 30 min after a session
    Quiet hours: 21:00 to 07:00 · entries kept 12 months
    Light: amber from pain 3, red from 6
    -# Athletes begin with \`/join\`. Coaches: \`/team board\` and \`/plan start\`."
  `);
});

test('nothing is switched on before somebody has read what passes through Discord', async () => {
  const { dana, ann } = stage.openClub();
  const panel = await dana.run(
    '/setup coach-role:@Coach summary-channel:#coaches reminder-channel:#reminders time-zone:Berlin',
  );
  expect(panel.text).toContain('Discord’s developer policy restricts sending health data');
  expect((await ann.run('/join')).text).toContain('This club is not set up yet.');
  await dana.press(panel, 'I have read this: switch on');
  expect((await ann.run('/join')).kind).toBe('modal');
});

test('the form of times and rules shows what holds, and changes it', async () => {
  const { dana } = await stage.setUpClub('stretch-after:45');
  const panel = await dana.run('/setup');
  const form = await dana.press(panel, 'Times and rules');
  expect(form.text).toMatchInlineSnapshot(`
    "form "Times and rules":
    Daily summary [07:30] (Time of day, like 7:30)
    Core work [mon wed fri 18:00] (Days and time)
    Stretching [45] (Minutes after a session, 5 to 240)
    Quiet hours [21:00 to 07:00] (A late reminder does not go out then)
    Light: amber from, red from [3, 6] (3 or 2, and 6 or 5: stricter only)"
  `);
  await dana.submit(form, {
    'Daily summary': '6.45',
    'Core work': 'weekdays 7 pm',
    Stretching: '20 min',
    'Quiet hours': '22:00 - 6:30',
    'Light: amber from, red from': '2 and 5',
  });
  expect(shown(dana, panel).split('\n<')[0]).toMatchInlineSnapshot(`
    "**Backstraight is on.**
    Coaches: @Coach
    Daily summary: #coaches at 06:45
    Reminders that cannot go by direct message: #reminders
    Time zone: Europe/Berlin
    Core work: weekdays 19:00 · stretching: 20 min after a session
    Quiet hours: 22:00 to 06:30 · entries kept 12 months
    Light: amber from pain 2, red from 5
    -# Athletes begin with \`/join\`. Coaches: \`/team board\` and \`/plan start\`."
  `);
});

test('zones are found by city while they are typed', async () => {
  const { dana } = stage.openClub();
  const found = await dana.complete('/setup time-zone:new y', 'time-zone');
  expect(found[0]).toEqual({ name: 'America/New York', value: 'America/New_York' });
  expect((await dana.run('/setup time-zone:nairobi')).text).toContain('Time zone: Africa/Nairobi');
});

test('the form is for a club that has made its first choice', async () => {
  const { dana } = stage.openClub();
  const panel = await dana.run('/setup');
  expect(panel.text).toContain('(Times and rules)');
  await dana.choose(panel, 'Coach role', 'Coach');
  expect(shown(dana, panel)).toContain('[Times and rules]');
});

test('reminders for athletes in the coaches’ channel are taken, and said to be read by no athlete', async () => {
  const { dana } = stage.openClub();
  const panel = await dana.run('/setup summary-channel:#coaches reminder-channel:#coaches');
  const note = 'message: #coaches (the coaches’ channel: athletes cannot read it)';
  expect(panel.text).toContain(note);
  await dana.choose(panel, 'Channel for reminders', 'reminders');
  expect(shown(dana, panel)).not.toContain('athletes cannot read it');
});

test('/help by what one is: athlete, coach, administrator', async () => {
  const { ann, carl, dana } = await stage.setUpClub();
  const help = await ann.run('/help');
  expect(help.text).toMatchInlineSnapshot(`
    "**Backstraight**: your training diary. Only you see the answers.
    - \`/should-i-stop\` between reps: three taps to a light.
    - \`/log\` a session: \`work:2x10x100 @17.5 r45\`, or alone for a form.
    - \`/pain\` where and how much: a light says stop, ease off, or carry on.
    - \`/core\` · \`/stretch\` today’s set for you.
    - \`/checkin\` each morning, a few taps.
    - \`/me\` your 12 weeks. \`best:100 12.0\` sets a best.
    - \`/insights\` what went before your pain, what helped.
    - \`/history\` look, edit, delete. \`/undo\` the last entry.
    - \`/remind add\` · \`list\` · \`snooze\`; \`health\`: do they arrive?
    - \`/plan week\` your squad’s week.
    - \`/join\` to start, or to change what coaches see.

    **Work in short:** \`10x100\` reps · \`2x10x100\` sets · \`4x60, 3x120\` · \`100+100/100+200\` walk and set breaks · \`@17.5\` seconds, \`@17.2-17.9\` first to last, or \`@75%\` · \`r45\` rest, \`R3min\` between sets · \`800m jog\` · \`30min\` · \`massage 30min\`
    -# A diary, not medical advice. Nobody monitors this bot; in an emergency call your local number."
  `);
  expect(help.ephemeral).toBe(true);
  expect((await carl.run('/help')).text).toContain('**Coaches:** `/team summary`');
  expect((await carl.run('/help')).text).toContain('`/remind add` takes a `role:`.');
  expect((await carl.run('/help')).text).not.toContain('/setup');
  expect((await dana.run('/help')).text).toContain('**Administrators:** `/setup`');
});

test('answers given on joining are shown and changed by joining again', async () => {
  const club = await stage.setUpClub();
  const { ann } = club;
  const joined = await joinClub(ann, { 'What may your coaches see?': 'Details' });
  expect(joined.text).toMatchInlineSnapshot(`
    "**You are in.**
    Coaches see: **Details**. Numbers and notes too.
    No reminders. \`/remind add\` makes one.
    Times are in Europe/Berlin. Elsewhere? \`/join time-zone:\`
    To change an answer, or to delete your diary (untick “I agree”), run \`/join\` again."
  `);
  const again = await ann.run('/join');
  expect(again.text).toContain('| 18 or older*>');
  expect(again.text).toContain('<Only me | Light only | Details*>');
  expect(again.text).toContain('<I agree that my entries are kept* | Remind me by direct message>');
  const changed = await ann.submit(again, { 'What may your coaches see?': 'Only me' });
  expect(changed.text).toContain('Coaches see: **Only me**');
  const moved = await ann.submit(await ann.run('/join time-zone:Tokyo'), {});
  expect(moved.text).toContain('Times are in Asia/Tokyo.');
  expect((await ann.submit(await ann.run('/join'), {})).text).toContain('Times are in Asia/Tokyo.');
  expect(stage.kept(club).athletes).toBe(1);
});

test('a minor who chooses nothing is private; an adult shows the light', async () => {
  const { ann, ben } = await stage.setUpClub();
  expect((await joinClub(ann)).text).toContain('Coaches see: **Light only**');
  const young = await joinClub(ben, { 'How old are you?': '16 or 17' });
  expect(young.text).toContain('Coaches see: **Only me**');
  expect(young.text).toContain('No coach can write to you through this bot.');
});
