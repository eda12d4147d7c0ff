/** What was not delivered: administrators see it, mend it, and have it sent again. */
import { expect, test } from 'vitest';
import type { Actor } from '../../../sandbox/sandbox.ts';
import { type Club, useStage } from '../club.ts';
import { clubWithAnn, directs, setReminder, shown } from '../people.ts';

const stage = useStage('2026-05-04T16:00:00Z');

const EPHEMERAL = 64;

/** The posts that were tried in a channel. */
function tried({ guild }: Club, channel: string): number {
  const path = `/channels/${guild.channelId(channel)}/messages`;
  return stage.sandbox.requests.filter((request) => request.method === 'POST' && request.path.endsWith(path))
    .length;
}

/** What the gateway told the bot before is known to it once it has answered. */
async function gatewayHasTold(person: Actor): Promise<void> {
  await person.run('/help');
}

/** What was posted in a channel for all. */
function read(person: Actor, channel: string): string[] {
  const posted = person.messages(channel).filter(({ message }) => !((message.flags ?? 0) & EPHEMERAL));
  return posted.map((record) => person.read(record));
}

test('a summary without permission: told once, seen under /setup, sent again once', async () => {
  const club = await clubWithAnn(stage);
  const { dana, carl, guild } = club;
  guild.denyBot('coaches', ['SendMessages']);
  await gatewayHasTold(dana);
  await stage.at('2026-05-05T05:30:00Z');
  expect(tried(club, 'coaches')).toBe(0);
  expect(read(carl, 'reminders')).toMatchInlineSnapshot(`
    [
      "**For administrators:** I could not post the daily summary in #coaches. There I need: Send Messages.
    [Look]",
    ]
  `);
  const [notice] = carl.messages('reminders');
  if (notice === undefined) throw new Error('no notice');
  expect((await club.ann.press(notice, 'Look')).text).toContain('Manage Server');
  expect((await dana.press(notice, 'Look')).text).toContain(
    '**1. Daily summary** in #coaches: Tue 5 May 07:30',
  );
  await stage.at('2026-05-06T05:30:00Z');
  expect(read(carl, 'reminders')).toHaveLength(1);
  const setup = await dana.run('/setup');
  expect(setup.text).toContain('**Not delivered in the last 7 days: 2**');
  const panel = await dana.press(setup, 'Look');
  expect(panel.text).toMatchInlineSnapshot(`
    "**Not delivered in the last 7 days** (Europe/Berlin)
    **1. Daily summary** in #coaches: 2 times, last Wed 6 May 07:30
    I may not write there. I need: Send Messages.
    <Send again: 1. Daily summary: 2 messages>"
  `);
  guild.denyBot('coaches', []);
  await gatewayHasTold(dana);
  await dana.choose(panel, 'Send again', '1. Daily summary: 2 messages');
  expect(shown(dana, panel)).toMatchInlineSnapshot(`
    "2 messages are on the way again. What does not arrive is back here in \`/setup\`.
    Nothing else is missing."
  `);
  const again = {
    custom_id: 'setup:again',
    component_type: 3,
    values: [`summary/${guild.channelId('coaches')}/no-permission`],
  };
  const second = await dana.raw({
    type: 3,
    data: again,
    ...(panel.message ? { source: panel.message } : {}),
  });
  expect(second.text).toContain('Nothing of that is left to send again.');
  await stage.pass(1);
  expect(read(carl, 'coaches').map((text) => text.split('\n')[0])).toEqual([
    '**Mon 4 May:** no news. 0 trained, 1 shared no session.',
    '**Tue 5 May:** no news. 0 trained, 1 shared no session.',
  ]);
  expect((await dana.run('/setup')).text).not.toContain('Not delivered');
});

test('athletes’ reminders: numbers by cause alone, sent again while they still make sense', async () => {
  await stage.at('2026-05-07T12:00:00Z');
  const club = await clubWithAnn(stage);
  const { ann, dana, guild } = club;
  await setReminder(ann, 'core', { days: 'thu', time: '17:30' }, 'where:here');
  guild.denyBot('training', ['SendMessages']);
  await gatewayHasTold(dana);
  await stage.at('2026-05-07T15:30:00Z');
  expect(tried(club, 'training')).toBe(0);
  const panel = await dana.press(await dana.run('/setup'), 'Look');
  expect(panel.text).toMatchInlineSnapshot(`
    "**Not delivered in the last 7 days** (Europe/Berlin)
    **1. Reminders** in #training: Thu 7 May 17:30
    I may not write there. I need: Send Messages.
    <Send again: 1. Reminders: 1 message>"
  `);
  guild.denyBot('training', []);
  await gatewayHasTold(dana);
  await dana.choose(panel, 'Send again', '1. Reminders: 1 message');
  await stage.pass(1);
  expect(read(ann, 'training')).toHaveLength(1);
});

test('the bot thrown out and let in again: nothing is tried meanwhile, nothing comes in a rush, all goes on', async () => {
  await stage.at('2026-05-08T12:00:00Z');
  const club = await clubWithAnn(stage);
  const { ann, dana, guild } = club;
  await setReminder(ann, 'core', { days: 'fri sat', time: '17:30' });
  await setReminder(ann, 'warm-up', { days: 'fri sat', time: '17:30' }, 'where:here');
  const before = stage.sandbox.requests.length;
  guild.removeBot();
  await gatewayHasTold(stage.openClub().dana);
  await stage.at('2026-05-08T15:30:00Z');
  const since = stage.sandbox.requests.slice(before).filter(({ route }) => !route?.includes('interaction'));
  expect(since.filter(({ method }) => method === 'POST')).toEqual([]);
  guild.addBot();
  await gatewayHasTold(dana);
  await stage.at('2026-05-08T16:00:00Z');
  expect(directs(ann)).toEqual([]);
  expect(read(ann, 'training')).toEqual([]);
  await stage.at('2026-05-09T15:30:00Z');
  expect(directs(ann)).toHaveLength(1);
  expect(read(ann, 'training')).toHaveLength(1);
  const panel = await dana.press(await dana.run('/setup'), 'Look');
  expect(panel.text).toMatchInlineSnapshot(`
    "**Not delivered in the last 7 days** (Europe/Berlin)
    **1. Daily summary** in #coaches: Sat 9 May 07:30
    I was switched off, or could send it only when it was too late.

    **2. Reminders** in #training: Fri 8 May 17:30
    **3. Reminders by direct message**: Fri 8 May 17:30
    I was not in this server then.
    <Send again: 1. Daily summary: 1 message>"
  `);
});

test('a summary whose channel is gone: told, and sent again to the channel that is chosen then', async () => {
  await stage.at('2026-05-10T12:00:00Z');
  const { dana, carl, guild } = await clubWithAnn(stage);
  guild.deleteChannel('coaches');
  guild.addChannel({ name: 'staff', onlyRoles: ['Coach'] });
  await gatewayHasTold(dana);
  await stage.at('2026-05-11T05:30:00Z');
  expect(read(carl, 'reminders')[0]).toContain(
    'could not post the daily summary: its channel is gone. Choose another in `/setup`.',
  );
  await dana.run('/setup summary-channel:#staff');
  const panel = await dana.press(await dana.run('/setup'), 'Look');
  expect(panel.text).toContain('in #staff: Mon 11 May 07:30\nThe channel was gone. Now I have one.');
  await dana.choose(panel, 'Send again', '1. Daily summary: 1 message');
  await stage.pass(0);
  expect(read(carl, 'staff')).toHaveLength(1);
});
