/** What administrators take away in Discord while the bot is in use: its rights, roles, the summary's channel. */
import { expect, test } from 'vitest';
import { SANDBOX_CLUB } from '../../sandbox/club.ts';
import type { Actor, Answer } from '../../sandbox/sandbox.ts';
import { setUp, useStage } from './club.ts';
import { clubWithAnn, setReminder, shown } from './people.ts';

// A Monday noon in Berlin; the clock moves on from scene to scene.
const stage = useStage('2026-05-04T10:00:00Z');

/** What the bot has posted in a channel for all, as somebody reads it. */
function posted(person: Actor, channel: string): string[] {
  const seen = person
    .messages(channel)
    .filter(({ visibleTo, message }) => visibleTo === null && message.author.bot);
  return seen.map((record) => person.read(record));
}

/** The lines of the panel of `/setup` that tell of trouble. */
async function troubles(dana: Actor): Promise<readonly string[]> {
  const { text } = await dana.run('/setup');
  return text.split('\n').filter((line) => /I lack|is gone|Not delivered/.test(line));
}

/** What was not delivered, as an administrator reads it. */
async function look(dana: Actor): Promise<Answer> {
  return await dana.press(await dana.run('/setup'), 'Look');
}

test('the bot’s role loses a right everywhere: named in /setup, and what is inside its grace is sent again', async () => {
  const { guild, ann, dana } = await clubWithAnn(stage);
  await setReminder(ann, 'core', { days: 'daily', time: '18:00' }, 'where:here');
  // What everybody may do is the bot's as well, and the other way round.
  guild.denyRole('@everyone', ['SendMessages', 'ViewChannel']);
  await stage.at('2026-05-04T16:00:00Z');
  expect(posted(dana, 'training')).toHaveLength(1);
  guild.denyRole('Backstraight', ['SendMessages']);
  expect(await troubles(dana)).toEqual([
    'Daily summary: #coaches (I lack Send Messages there) at 07:30',
    'Reminders that cannot go by direct message: #reminders (I lack Send Messages there)',
  ]);
  const before = stage.sandbox.requests.length;
  await stage.at('2026-05-05T05:30:00Z');
  await stage.at('2026-05-05T16:00:00Z');
  const asked = stage.sandbox.requests.slice(before).filter(({ path }) => path.endsWith('/messages'));
  expect(asked).toEqual([]);
  guild.denyRole('Backstraight', ['ViewChannel']);
  expect((await look(dana)).text).toMatchInlineSnapshot(`
    "**Not delivered in the last 7 days** (Europe/Berlin)
    **1. Reminders** in #training: Tue 5 May 18:00
    I may not write there. I need: View Channel, Send Messages.

    **2. Daily summary** in #coaches: Tue 5 May 07:30
    I may not write there. I need: Send Messages.
    <Send again: 1. Reminders: 1 message | 2. Daily summary: 1 message>"
  `);
  guild.allowRole('Backstraight', ['SendMessages', 'ViewChannel']);
  expect(await troubles(dana)).toEqual(['**Not delivered in the last 7 days: 2**']);
  await stage.pass(30);
  expect([posted(dana, 'training'), posted(dana, 'coaches')].map(({ length }) => length)).toEqual([1, 0]);
  const panel = await look(dana);
  await dana.choose(panel, 'Send again', '1. Reminders: 1 message');
  await stage.pass(1);
  expect(posted(dana, 'training')[1]).toContain('Late: it was due at 18:00.');
  expect(await troubles(dana)).toEqual(['**Not delivered in the last 7 days: 1**']);
});

test('a role that is deleted is named nowhere: reminders and plans of it call nobody, and coaches can end them', async () => {
  const roles = ['Coach', 'Sprinters'].map((name) => ({ name }));
  const guild = stage.sandbox.createGuild({ ...SANDBOX_CLUB, roles });
  const [carl, dana] = [stage.sandbox.actor(guild, 'Carl'), stage.sandbox.actor(guild, 'Dana')];
  await setUp({ dana });
  const typed = '/remind add what:own text:Bring spikes when:every daily 19:00 role:@Sprinters';
  await carl.press(await carl.run(typed), 'Save');
  await carl.run('/plan start squad:@Sprinters template:empty');
  await carl.run('/plan start template:empty');
  guild.deleteRole('Sprinters');
  const list = await carl.run('/remind list');
  expect(list.text).toContain(
    '- “Bring spikes”: every day 19:00, in #training for a role that is gone, next',
  );
  await carl.choose(list, 'Open one', '“Bring spikes”: every day 19:00');
  expect(shown(carl, list)).toContain(
    '**It calls nobody.** Delete it, and `/remind add` one for another role.',
  );
  await stage.at('2026-05-05T17:00:00Z');
  expect(posted(carl, 'training')).toMatchInlineSnapshot(`
    [
      "**Reminder:** Bring spikes
    -# It calls nobody: its role is gone. A coach can delete it and \`/remind add\` one for another.
    [About this reminder]",
    ]
  `);
  const [record] = carl.messages('training').filter(({ visibleTo }) => visibleTo === null);
  expect([record?.message.mention_roles, record?.message.mention_everyone]).toEqual([[], false]);
  // The week of the whole club is the one that is meant; the other can still be stopped.
  const week = await carl.run('/plan week');
  expect(week.text).toContain(
    '**A plan is for a role that is gone:** posted in #training, and calling nobody.',
  );
  const stop = await carl.press(week, 'Stop the plan without a role (07:00)');
  expect(shown(carl, stop)).toContain('**Stop the plan of a squad whose role is gone?**');
  await carl.press(stop, 'Yes, stop it');
  expect((await carl.run('/plan week')).text).not.toContain('gone');

  guild.deleteRole('Coach');
  expect(await troubles(dana)).toContain('Coaches: **their role is gone: choose another**');
  expect((await carl.run('/team board')).text).toContain('The club’s coach role decides; `/setup` names it.');
});

test('the summary’s channel is deleted: told once and named in /setup; the missed one comes in the new channel', async () => {
  const { guild, carl, dana } = await clubWithAnn(stage);
  guild.deleteChannel('coaches');
  expect(await troubles(dana)).toEqual(['Daily summary: **its channel is gone: choose another** at 07:30']);
  await stage.at('2026-05-06T05:30:00Z');
  await stage.at('2026-05-07T05:30:00Z');
  expect(posted(carl, 'reminders')).toMatchInlineSnapshot(`
    [
      "**For administrators:** I could not post the daily summary: its channel is gone. Choose another in \`/setup\`.
    [Look]",
    ]
  `);
  expect((await look(dana)).text).toMatchInlineSnapshot(`
    "**Not delivered in the last 7 days** (Europe/Berlin)
    **1. Daily summary**: 2 times, last Thu 7 May 07:30
    The channel is gone. Choose another in \`/setup\`.
    <Send again: 1. Daily summary: 2 messages>"
  `);
  guild.addChannel({ name: 'staff', onlyRoles: ['Coach'] });
  const panel = await dana.press(await dana.run('/setup summary-channel:#staff'), 'Look');
  expect(panel.text).toMatchInlineSnapshot(`
    "**Not delivered in the last 7 days** (Europe/Berlin)
    **1. Daily summary** in #staff: 2 times, last Thu 7 May 07:30
    The channel was gone. Now I have one.
    <Send again: 1. Daily summary: 2 messages>"
  `);
  await dana.choose(panel, 'Send again', '1. Daily summary: 2 messages');
  await stage.pass(1);
  expect(posted(carl, 'staff')).toHaveLength(2);
  await stage.at('2026-05-08T05:30:00Z');
  expect(posted(carl, 'staff')).toHaveLength(3);
  expect(await troubles(dana)).toEqual([]);
});
