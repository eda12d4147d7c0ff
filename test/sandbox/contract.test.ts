import {
  ActionRowBuilder,
  ButtonBuilder,
  LabelBuilder,
  ModalBuilder,
  TextInputBuilder,
} from '@discordjs/builders';
import { ButtonStyle, MessageFlags, TextInputStyle } from 'discord.js';
import { expect, test } from 'vitest';
import type { RecordedRequest } from '../../sandbox/sandbox.ts';
import { setUp } from './bot.ts';
import { checkAgainstOpenApi } from './contract.ts';

const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';
const request = (method: string, route: string, body: unknown): RecordedRequest => ({
  method,
  route,
  path: route,
  body,
  files: 0,
  status: 200,
  lost: false,
  shared: false,
  at: new Date(0),
});
const absent = checkAgainstOpenApi([]) === null;

test.skipIf(absent)('Discord’s document accepts what discord.js sends for every kind of answer', async () => {
  const { sandbox, bot, guild, stop } = await setUp();
  const input = new TextInputBuilder().setCustomId('notes').setStyle(TextInputStyle.Short);
  const form = new ModalBuilder()
    .setCustomId('m')
    .setTitle('Notes')
    .addLabelComponents(new LabelBuilder().setLabel('Notes').setTextInputComponent(input));
  const button = new ButtonBuilder().setCustomId('b').setLabel('Open').setStyle(ButtonStyle.Primary);
  const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(button)];
  bot.handle = async (i) => {
    if (i.isAutocomplete()) return i.respond([{ name: 'Low back', value: 'low-back' }]);
    if (i.isButton()) return i.showModal(form);
    if (i.isModalSubmit()) return i.reply('saved');
    if (!i.isChatInputCommand()) return undefined;
    await i.deferReply({ flags: MessageFlags.Ephemeral });
    return i.editReply({ content: 'here', components });
  };
  const ann = sandbox.actor(guild(), 'Ann');
  await ann.complete('/pain area:lo', 'area');
  await ann.submit(await ann.press(await ann.run('/remind list'), 'Open'), { Notes: 'tight' });
  const user = await bot.client.users.fetch(ann.userId);
  await user.send({ content: 'Stretch', nonce: '1', enforceNonce: true });
  expect(checkAgainstOpenApi(sandbox.requests)).toEqual([]);
  expect(new Set(sandbox.requests.map((one) => one.route)).size).toBeGreaterThanOrEqual(6);
  await stop();
});

test.skipIf(absent)('it names what is wrong, and where', () => {
  const problems = checkAgainstOpenApi([
    request('POST', CALLBACK, { type: 9, data: { custom_id: 'm', title: 'x'.repeat(46), components: [] } }),
    request('POST', '/channels/{channel_id}/messages', { content: 5 }),
    request('POST', '/channels/{channel_id}/nonsense', {}),
    request('PUT', '/applications/{application_id}/commands', [
      { name: 'a', description: 'b', default_member_permissions: '32' },
    ]),
  ]);
  expect(problems).toHaveLength(3);
  expect(problems?.[0]).toContain('/data/title');
  expect(problems?.[1]).toContain('/content');
  expect(problems?.[2]).toContain('has no POST');
});
