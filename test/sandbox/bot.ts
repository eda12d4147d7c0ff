/** A small bot on the real discord.js client, for the sandbox's own tests. */
import { once } from 'node:events';
import {
  type ApplicationCommandDataResolvable,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type RESTOptions,
} from 'discord.js';
import { type Sandbox, type SandboxGuild, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';

export interface TestBot {
  readonly client: Client<true>;
  /** What it does with every interaction; replace it per test. */
  handle: (interaction: Interaction) => Promise<unknown>;
  /** What went wrong in `handle`. */
  readonly errors: unknown[];
}

export interface Setup {
  readonly sandbox: Sandbox;
  readonly bot: TestBot;
  /** A fresh guild with Ann, Ben, Carl (Coach) and Dana (administrator). */
  guild(): SandboxGuild;
  stop(): Promise<void>;
}

export const COMMANDS: ApplicationCommandDataResolvable[] = [
  {
    name: 'pain',
    description: 'Report pain',
    options: [
      { name: 'area', description: 'Where', type: 3, required: true, autocomplete: true },
      { name: 'now', description: 'Pain now', type: 4, minValue: 0, maxValue: 10 },
      { name: 'growing', description: 'Growing', type: 5 },
      {
        name: 'kind',
        description: 'Kind',
        type: 3,
        choices: [
          { name: 'Dull ache', value: 'dull' },
          { name: 'Sharp', value: 'sharp' },
        ],
      },
    ],
  },
  {
    name: 'remind',
    description: 'Reminders',
    options: [
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
    ],
  },
  {
    name: 'setup',
    description: 'Set the club up',
    defaultMemberPermissions: ['ManageGuild'],
    contexts: [0],
    options: [
      { name: 'role', description: 'Coaches', type: 8 },
      { name: 'channel', description: 'Summary', type: 7 },
      { name: 'who', description: 'Somebody', type: 6 },
    ],
  },
];

/** Connects a discord.js client that hands interactions to `bot.handle`. */
export async function connect(
  sandbox: Sandbox,
  rest: Partial<RESTOptions> = {},
  intents?: number[],
): Promise<TestBot> {
  const client = new Client({
    intents: intents ?? [GatewayIntentBits.Guilds],
    rest: { api: sandbox.apiUrl, version: '10', ...rest },
    enforceNonce: true,
    allowedMentions: { parse: [] },
  });
  const errors: unknown[] = [];
  const bot = {
    client: client as Client<true>,
    handle: async (_: Interaction): Promise<unknown> => undefined,
    errors,
  };
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    bot.handle(interaction).catch((error) => errors.push(error));
  });
  const ready = once(client, Events.ClientReady);
  await client.login(sandbox.token);
  await ready;
  return bot;
}

/** A sandbox, a connected bot and its commands. */
export async function setUp(options: SandboxOptions = {}, rest: Partial<RESTOptions> = {}): Promise<Setup> {
  const sandbox = await startSandbox(options);
  const bot = await connect(sandbox, rest);
  await bot.client.application.commands.set(COMMANDS);
  await sandbox.whenReady();
  return {
    sandbox,
    bot,
    guild: () =>
      sandbox.createGuild({
        name: 'Riverside Track Club',
        zone: 'Europe/Berlin',
        channels: [{ name: 'training' }, { name: 'coaches', onlyRoles: ['Coach'] }, { name: 'general' }],
        roles: [{ name: 'Coach' }],
        members: [
          { name: 'Ann', note: 'athlete' },
          { name: 'Ben', note: 'athlete, 15' },
          { name: 'Carl', note: 'coach', roles: ['Coach'] },
          { name: 'Dana', note: 'administrator', administrator: true },
        ],
      }),
    async stop() {
      await bot.client.destroy();
      await sandbox.stop();
    },
  };
}

/** The code and the error body of a refused request. */
export async function refusal(
  request: Promise<unknown>,
): Promise<{ code: unknown; status: unknown; errors: unknown }> {
  try {
    await request;
  } catch (error) {
    const { code, status, rawError } = error as {
      code?: unknown;
      status?: unknown;
      rawError?: { errors?: unknown };
    };
    return { code, status, errors: rawError?.errors };
  }
  throw new Error('The request was accepted');
}
