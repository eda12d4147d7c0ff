import { REST } from 'discord.js';
import {
  type APIApplicationCommandIntegerOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { loadCommands } from '../../src/discord/loader.ts';
import { registerCommands } from '../../src/discord/register.ts';

async function setUp() {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.stop());
  const guild = sandbox.createGuild({ name: 'Club', channels: [{ name: 'training' }], members: [] });
  const rest = new REST({ api: sandbox.apiUrl, version: '10' }).setToken(sandbox.token);
  const register = (
    bodies: readonly RESTPostAPIApplicationCommandsJSONBody[],
    guildId: string | null = null,
  ) => registerCommands(rest, sandbox.applicationId, guildId, bodies);
  const puts = () => sandbox.requests.filter(({ method }) => method === 'PUT').length;
  return { guild, register, puts };
}

const WHAT: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  name: 'what',
  description: 'What for',
  required: true,
  choices: [
    { name: 'Core work', value: 'core' },
    { name: 'Stretching', value: 'stretch' },
  ],
};
const AFTER: APIApplicationCommandIntegerOption = {
  type: ApplicationCommandOptionType.Integer,
  name: 'after',
  description: 'Minutes',
  required: false,
  min_value: 5,
  max_value: 240,
};
const REMIND = { name: 'remind', description: 'Reminders', options: [WHAT, AFTER] };
const HELP = { name: 'help', description: 'Help' };

test.each([['everywhere'], ['to one server']])(
  'our own commands are sent once %s, and then never again',
  async (where) => {
    const { guild, register, puts } = await setUp();
    const commands = await loadCommands(new URL('../../commands/', import.meta.url));
    const bodies = [...commands.values()].map(({ data }) => data.toJSON());
    const guildId = where === 'everywhere' ? null : guild.id;
    expect(await register(bodies, guildId)).toBe(true);
    expect(await register(bodies, guildId)).toBe(false);
    expect(puts()).toBe(1);
  },
);

test('neither the order of the commands nor what equals Discord’s default is a change', async () => {
  const { register, puts } = await setUp();
  await register([REMIND, HELP]);
  expect(await register([{ ...HELP, type: ApplicationCommandType.ChatInput, options: [] }, REMIND])).toBe(
    false,
  );
  expect(puts()).toBe(1);
});

test.each<[string, Partial<RESTPostAPIChatInputApplicationCommandsJSONBody>]>([
  ['its description', { description: 'Reminders, and more' }],
  ['where it shows', { contexts: [InteractionContextType.Guild] }],
  ['who may use it', { default_member_permissions: '32' }],
  ['the order of its options', { options: [{ ...WHAT, required: false }, AFTER].reverse() }],
  ['an option that it had', { options: [WHAT] }],
  ['an option’s limit', { options: [WHAT, { ...AFTER, max_value: 120 }] }],
  ['what had to be given', { options: [{ ...WHAT, required: false }, AFTER] }],
  ['a choice', { options: [{ ...WHAT, choices: [{ name: 'Core', value: 'core' }] }, AFTER] }],
])('sent once when this changed: %s', async (_, change) => {
  const { register, puts } = await setUp();
  await register([REMIND]);
  expect(await register([{ ...REMIND, ...change }])).toBe(true);
  expect(await register([{ ...REMIND, ...change }])).toBe(false);
  expect(puts()).toBe(2);
});

test('sent when a command is no more', async () => {
  const { register } = await setUp();
  await register([REMIND, HELP]);
  expect(await register([HELP])).toBe(true);
});
