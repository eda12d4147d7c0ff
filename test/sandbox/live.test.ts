import { once } from 'node:events';
import {
  ActionRowBuilder,
  ButtonBuilder,
  LabelBuilder,
  ModalBuilder,
  TextInputBuilder,
} from '@discordjs/builders';
import { ButtonStyle, type Interaction, MessageFlags, TextInputStyle } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { nextMorning } from '../../sandbox/live/clock-moves.ts';
import type { Act, ActResult, View } from '../../sandbox/protocol.ts';
import { createSandboxClock, type SandboxGuild } from '../../sandbox/sandbox.ts';
import { type Setup, setUp } from './bot.ts';

const EVENING = new Date('2026-03-02T18:00:00Z');
const clock = createSandboxClock({ frozenAt: EVENING });
let setup: Setup;
let club: SandboxGuild;
const sockets: WebSocket[] = [];
beforeAll(async () => {
  setup = await setUp({ clock });
});
beforeEach(() => {
  clock.set(EVENING);
  club = setup.guild();
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});
afterAll(() => setup.stop());

interface Page {
  act(act: Act): Promise<ActResult & { status: number }>;
  /** The first View, now or later, that fits. */
  until(test: (view: View) => boolean): Promise<View>;
}

async function open(name: string): Promise<Page> {
  const query = `as=${club.userId(name)}&guild=${club.id}`;
  const socket = new WebSocket(`${setup.sandbox.url.replace('http', 'ws')}/page/live?${query}`);
  sockets.push(socket);
  let latest: View | undefined;
  socket.on('message', (data) => {
    latest = JSON.parse(String(data));
    socket.emit('view');
  });
  await once(socket, 'view');
  return {
    async act(act) {
      const body = JSON.stringify(act);
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${setup.sandbox.url}/page/act?${query}`, { method: 'POST', headers, body });
      return { ...((await answer.json()) as ActResult), status: answer.status };
    },
    async until(fits) {
      while (!latest || !fits(latest)) await once(socket, 'view');
      return latest;
    },
  };
}

const training = (view: View) => view.channels.find((channel) => channel.name === 'training');
const runList = (): Act => ({
  do: 'command',
  channelId: club.channelId('training'),
  command: 'remind',
  subcommand: 'list',
  options: {},
});

test('a page gets what its person sees, and what others see only when they may', async () => {
  const ann = await (await open('Ann')).until(() => true);
  expect(ann.me).toMatchObject({ name: 'Ann', note: 'athlete', switchable: true });
  expect(ann.personas.map((persona) => persona.name)).toEqual(['Ann', 'Ben', 'Carl', 'Dana']);
  expect(ann.channels.map((channel) => channel.name)).toEqual(['training', 'general']);
  expect(ann.commands.map((command) => command.name)).toEqual(['pain', 'remind']);
  expect(ann).toMatchObject({
    bot: { online: true, name: 'Backstraight' },
    now: '2026-03-02T18:00:00.000Z',
    notice: null,
  });
  const dana = await (await open('Dana')).until(() => true);
  expect(dana.channels.map((channel) => channel.name)).toEqual(['training', 'coaches', 'general']);
  expect(dana.commands.map((command) => command.name)).toEqual(['pain', 'remind', 'setup']);
});

test('a command goes from thinking to a filled ephemeral answer that can be dismissed', async () => {
  let fill: () => void = () => undefined;
  const filled = new Promise<void>((resolve) => {
    fill = resolve;
  });
  setup.bot.handle = async (i) => {
    if (!i.isChatInputCommand()) return;
    await i.deferReply({ flags: MessageFlags.Ephemeral });
    await filled;
    await i.editReply('Your reminders');
  };
  const page = await open('Ann');
  expect(await page.act(runList())).toEqual({ error: null, choices: null, status: 200 });
  const thinking = await page.until((view) => training(view)?.messages[0]?.thinking === true);
  expect(training(thinking)?.messages[0]).toMatchObject({
    ephemeral: true,
    usedBy: { name: 'Ann', command: '/remind list' },
  });
  fill();
  const done = await page.until((view) => training(view)?.messages[0]?.message.content === 'Your reminders');
  const messageId = training(done)?.messages[0]?.message.id ?? '';
  expect(training(await (await open('Ben')).until(() => true))?.messages).toEqual([]);
  await page.act({ do: 'dismiss-message', messageId });
  await page.until((view) => training(view)?.messages.length === 0);
});

function form(): ModalBuilder {
  const input = new TextInputBuilder().setCustomId('notes').setStyle(TextInputStyle.Short);
  return new ModalBuilder()
    .setCustomId('f')
    .setTitle('Notes')
    .addLabelComponents(new LabelBuilder().setLabel('Notes').setTextInputComponent(input));
}

async function formBot(i: Interaction): Promise<unknown> {
  const button = new ButtonBuilder().setCustomId('open').setLabel('Open').setStyle(ButtonStyle.Primary);
  const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(button)];
  if (i.isChatInputCommand()) return i.reply({ content: 'Fill it in', components });
  if (i.isButton()) return i.showModal(form());
  return (
    i.isModalSubmit() &&
    i.isFromMessage() &&
    i.update({ content: i.fields.getTextInputValue('notes'), components: [] })
  );
}

test('a button opens a form, and the form changes the message', async () => {
  setup.bot.handle = formBot;
  const page = await open('Ann');
  await page.act(runList());
  const view = await page.until((one) => training(one)?.messages.length === 1);
  const messageId = training(view)?.messages[0]?.message.id ?? '';
  await page.act({ do: 'press', messageId, customId: 'open' });
  const modalId = (await page.until((one) => one.modal !== null)).modal?.id ?? '';
  expect(await page.act({ do: 'submit', modalId, values: { notes: '' } })).toMatchObject({
    status: 400,
    error: 'Notes: this field is required',
  });
  await page.act({ do: 'submit', modalId, values: { notes: 'tight' } });
  await page.until((one) => one.modal === null && training(one)?.messages[0]?.message.content === 'tight');
});

test('a form is dismissed', async () => {
  setup.bot.handle = formBot;
  const page = await open('Ann');
  await page.act(runList());
  const view = await page.until((one) => training(one)?.messages.length === 1);
  await page.act({ do: 'press', messageId: training(view)?.messages[0]?.message.id ?? '', customId: 'open' });
  const modalId = (await page.until((one) => one.modal !== null)).modal?.id ?? '';
  await page.act({ do: 'dismiss', modalId });
  await page.until((one) => one.modal === null);
  expect(await page.act({ do: 'submit', modalId, values: {} })).toMatchObject({
    status: 400,
    error: 'This form is closed',
  });
});

test('autocomplete answers with its choices', async () => {
  setup.bot.handle = async (i) => i.isAutocomplete() && i.respond([{ name: 'Low back', value: 'low-back' }]);
  const page = await open('Ann');
  const act: Act = {
    do: 'autocomplete',
    channelId: club.channelId('training'),
    command: 'pain',
    subcommand: null,
    options: { area: 'lo' },
    focused: 'area',
  };
  expect(await page.act(act)).toEqual({
    error: null,
    choices: [{ name: 'Low back', value: 'low-back' }],
    status: 200,
  });
});

test('an ignored command is shown as failed when its three seconds are over', async () => {
  setup.bot.handle = async () => undefined;
  const page = await open('Ann');
  await page.act(runList());
  const waiting = await page.until((view) => view.pending.length === 1);
  expect(waiting.pending[0]).toMatchObject({ command: '/remind list', state: 'waiting', messageId: null });
  clock.advance(3001);
  const failed = await page.until((view) => view.pending[0]?.state === 'failed');
  await page.act({ do: 'dismiss-pending', pendingId: failed.pending[0]?.id ?? '' });
  await page.until((view) => view.pending.length === 0);
});

test('people write, read and open direct messages', async () => {
  const ann = await open('Ann');
  const ben = await open('Ben');
  await ann.act({ do: 'say', channelId: club.channelId('training'), text: 'Hello Ben' });
  await ben.until((view) => training(view)?.unread === 1);
  await ben.act({ do: 'read', channelId: club.channelId('training') });
  await ben.until((view) => training(view)?.unread === 0);
  await ann.act({ do: 'open-direct' });
  const view = await ann.until((one) => one.channels.length === 3);
  expect(view.channels.at(-1)).toMatchObject({ kind: 'direct', name: 'Backstraight', canWrite: true });
});

test('the clock moves for everybody, and next morning is 07:00 in the club’s zone', async () => {
  const page = await open('Ann');
  await page.act({ do: 'clock', move: '+30m' });
  await page.until((view) => view.now === '2026-03-02T18:30:00.000Z');
  await page.act({ do: 'clock', move: 'next-morning' });
  await page.until((view) => view.now === '2026-03-03T06:00:00.000Z');
  expect(nextMorning(new Date('2026-03-28T20:00:00Z'), 'Europe/Berlin').toISOString()).toBe(
    '2026-03-29T05:00:00.000Z',
  );
  expect(nextMorning(new Date('2026-03-29T04:59:00Z'), 'Europe/Berlin').toISOString()).toBe(
    '2026-03-29T05:00:00.000Z',
  );
});

test('what cannot be done says so in words', async () => {
  const page = await open('Ann');
  const errors = await Promise.all([
    page.act({
      do: 'command',
      channelId: club.channelId('coaches'),
      command: 'remind',
      subcommand: 'list',
      options: {},
    }),
    page.act({
      do: 'command',
      channelId: club.channelId('training'),
      command: 'pain',
      subcommand: null,
      options: {},
    }),
    page.act({
      do: 'command',
      channelId: club.channelId('training'),
      command: 'setup',
      subcommand: null,
      options: {},
    }),
    page.act({ do: 'press', messageId: '1', customId: 'x' }),
    page.act({ do: 'say', channelId: club.channelId('training'), text: '   ' }),
    page.act(JSON.parse('{"do":"toString"}')),
  ]);
  expect(errors.map((error) => error.status)).toEqual([400, 400, 400, 400, 400, 400]);
  expect(errors.map((error) => error.error)).toEqual([
    'This channel is not there for you',
    '/pain needs area',
    '/setup cannot be used here',
    'This message is gone',
    'There is nothing to send',
    'The sandbox knows no such act',
  ]);
});

test('a banner reaches every page', async () => {
  const page = await open('Ann');
  setup.sandbox.live.setNotice('12 made-up athletes');
  await page.until((view) => view.notice === '12 made-up athletes');
  setup.sandbox.live.setNotice(null);
});
