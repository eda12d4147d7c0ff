import { Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS, refusal, type Setup, setUp } from './bot.ts';

let setup: Setup;
beforeAll(async () => {
  setup = await setUp();
});
afterAll(() => setup.stop());

const api = () => ({ rest: setup.bot.client.rest, id: setup.bot.client.application.id });

test('a set that is put again keeps its ids, and comes back as Discord tidies it', async () => {
  const { rest, id } = api();
  const before = (await rest.get(Routes.applicationCommands(id))) as { id: string; options?: unknown }[];
  await setup.bot.client.application.commands.set(COMMANDS);
  const after = (await rest.get(Routes.applicationCommands(id))) as { id: string; options?: unknown }[];
  expect(after.map((command) => command.id)).toEqual(before.map((command) => command.id));
  expect(after[1]?.options).toEqual([
    {
      name: 'add',
      description: 'Add one',
      type: 1,
      options: [
        { name: 'what', description: 'What', type: 3, required: true },
        { name: 'days', description: 'Days', type: 3 },
        { name: 'time', description: 'Time', type: 3 },
      ],
    },
    { name: 'list', description: 'List them', type: 1 },
  ]);
});

test('one command is added, changed and deleted, and is offered while it exists', async () => {
  const { rest, id } = api();
  const ann = setup.sandbox.actor(setup.guild(), 'Ann');
  setup.bot.handle = async (i) => i.isChatInputCommand() && i.reply(i.commandName);
  const made = (await rest.post(Routes.applicationCommands(id), {
    body: { name: 'help', description: 'Help' },
  })) as { id: string };
  expect((await ann.run('/help')).text).toBe('help');
  const changed = await rest.patch(Routes.applicationCommand(id, made.id), {
    body: { description: 'What I can do' },
  });
  expect(changed).toMatchObject({ id: made.id, name: 'help', description: 'What I can do' });
  await rest.delete(Routes.applicationCommand(id, made.id));
  expect(await refusal(rest.get(Routes.applicationCommand(id, made.id)))).toMatchObject({
    code: 10063,
    status: 404,
  });
  await expect(ann.run('/help')).rejects.toThrow('There is no command /help');
});

test('commands of one guild are not there in another', async () => {
  const { rest, id } = api();
  const [here, there] = [setup.guild(), setup.guild()];
  await rest.put(Routes.applicationGuildCommands(id, here.id), {
    body: [{ name: 'local', description: 'Here' }],
  });
  setup.bot.handle = async (i) =>
    i.isChatInputCommand() && i.reply(`${i.command?.guildId ?? i.commandGuildId}`);
  expect((await setup.sandbox.actor(here, 'Ann').run('/local')).text).toBe(here.id);
  await expect(setup.sandbox.actor(there, 'Ann').run('/local')).rejects.toThrow('There is no command /local');
});

test('a guild that the bot has left offers none', async () => {
  const club = setup.guild();
  const ann = setup.sandbox.actor(club, 'Ann');
  club.removeBot();
  await expect(ann.run('/remind list')).rejects.toThrow('There is no command /remind');
});
