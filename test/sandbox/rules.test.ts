import { Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxGuild } from '../../sandbox/sandbox.ts';
import { COMMANDS, refusal, type Setup, setUp } from './bot.ts';

let setup: Setup;
let club: SandboxGuild;
beforeAll(async () => {
  setup = await setUp();
  club = setup.guild();
});
afterAll(() => setup.stop());

type Body = Record<string, unknown>;

/** Whether a path of an error body, like "embeds.0.title", holds errors. */
function names(errors: unknown, path: string): boolean {
  let at = errors;
  for (const key of path === '' ? [] : path.split('.')) {
    if (typeof at !== 'object' || at === null) return false;
    at = Object.entries(at).find(([name]) => name === key)?.[1];
  }
  return typeof at === 'object' && at !== null && '_errors' in at;
}

function expectRefusal(refused: Awaited<ReturnType<typeof refusal>>, path: string): void {
  expect(refused).toMatchObject({ code: 50035, status: 400 });
  expect(names(refused.errors, path), `${path} in ${JSON.stringify(refused.errors)}`).toBe(true);
}

/** Answers a command with a body that should be refused, then properly. */
async function answerWith(body: Body): Promise<Awaited<ReturnType<typeof refusal>>> {
  const refused = new Promise<Awaited<ReturnType<typeof refusal>>>((resolve, reject) => {
    setup.bot.handle = async (i) => {
      if (!i.isChatInputCommand()) return;
      refusal(
        setup.bot.client.rest.post(`/interactions/${i.id}/${i.token}/callback`, { body, auth: false }),
      ).then(resolve, reject);
      await refused;
      await i.reply('ok');
    };
  });
  const answer = await setup.sandbox.actor(club, 'Ann').run('/remind list');
  expect(answer.text).toBe('ok');
  return refused;
}

const button = (custom_id?: string, more: Body = {}) => ({
  type: 2,
  style: 1,
  label: 'Done',
  ...(custom_id ? { custom_id } : {}),
  ...more,
});
const row = (...components: Body[]) => ({ type: 1, components });
const option = (value: string) => ({ label: value, value });
const select = (more: Body = {}) => ({ type: 3, custom_id: 's', options: [option('a')], ...more });
const text = (content: string) => ({ type: 10, content });
const V2 = 1 << 15;
const input = (custom_id = 'i', more: Body = {}) => ({ type: 4, custom_id, style: 1, ...more });
const label = (component: Body, more: Body = {}) => ({ type: 18, label: 'Notes', component, ...more });
const modal = (...components: Body[]) => ({ type: 9, data: { custom_id: 'm', title: 'Pain', components } });

const MESSAGES: [string, Body, string][] = [
  ['content of 2001 characters', { content: 'x'.repeat(2001) }, 'content'],
  [
    'two texts of 4000 characters',
    { flags: V2, components: [text('x'.repeat(4000)), text('y'.repeat(4000))] },
    'components',
  ],
  ['content together with V2', { flags: V2, content: 'x', components: [text('x')] }, 'content'],
  ['embeds together with V2', { flags: V2, embeds: [{ title: 'x' }], components: [text('x')] }, 'embeds'],
  ['an empty message', {}, 'content'],
  [
    'the same custom id twice',
    { content: 'x', components: [row(button('a'), button('a'))] },
    'components.0.components.1.custom_id',
  ],
  [
    'a button without custom id',
    { content: 'x', components: [row(button())] },
    'components.0.components.0.custom_id',
  ],
  [
    'a select and a button in one row',
    { content: 'x', components: [row(select(), button('a'))] },
    'components.0.components',
  ],
  [
    'six buttons in a row',
    { content: 'x', components: [row(...[1, 2, 3, 4, 5, 6].map((n) => button(`b${n}`)))] },
    'components.0.components',
  ],
  [
    'six rows',
    { content: 'x', components: [1, 2, 3, 4, 5, 6].map((n) => row(button(`b${n}`))) },
    'components',
  ],
  [
    'a label of 81 characters',
    { content: 'x', components: [row(button('a', { label: 'x'.repeat(81) }))] },
    'components.0.components.0.label',
  ],
  [
    'a custom id of 101 characters',
    { content: 'x', components: [row(button('x'.repeat(101)))] },
    'components.0.components.0.custom_id',
  ],
  [
    'a select of 26 options',
    {
      content: 'x',
      components: [row(select({ options: Array.from({ length: 26 }, (_, n) => option(String(n))) }))],
    },
    'components.0.components.0.options',
  ],
  [
    'two options of one value',
    { content: 'x', components: [row(select({ options: [option('a'), option('a')] }))] },
    'components.0.components.0.options.1.value',
  ],
  [
    'a select that asks for more than it has',
    { content: 'x', components: [row(select({ max_values: 2 }))] },
    'components.0.components.0.max_values',
  ],
  ['a V2 component without the flag', { content: 'x', components: [text('x')] }, 'components.0.type'],
  [
    'more than 40 V2 components',
    { flags: V2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }] },
    'components',
  ],
  [
    'a section of four texts',
    {
      flags: V2,
      components: [{ type: 9, components: [1, 2, 3, 4].map(() => text('x')), accessory: button('a') }],
    },
    'components.0.components',
  ],
  [
    'a gallery of eleven',
    {
      flags: V2,
      components: [
        {
          type: 12,
          items: Array.from({ length: 11 }, () => ({ media: { url: 'https://example.org/x.png' } })),
        },
      ],
    },
    'components.0.items',
  ],
  ['an attachment that is not there', { embeds: [{ image: { url: 'attachment://chart.png' } }] }, 'embeds'],
  ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }, 'embeds'],
  [
    'embeds of 6001 characters',
    { embeds: [{ description: 'x'.repeat(3001) }, { description: 'x'.repeat(3000) }] },
    'embeds',
  ],
  [
    '26 fields',
    { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }] },
    'embeds.0.fields',
  ],
  ['an empty field', { embeds: [{ fields: [{ name: 'a', value: '' }] }] }, 'embeds.0.fields.0.value'],
  ['a nonce of 26 characters', { content: 'x', nonce: 'n'.repeat(26) }, 'nonce'],
  [
    'parse and a list of the same mentions',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions',
  ],
  ['content that is no text', { content: 5 }, 'content'],
];

const CALLBACKS: [string, Body, string][] = [
  ['a modal of six parts', modal(...[1, 2, 3, 4, 5, 6].map((n) => label(input(`i${n}`)))), 'data.components'],
  ['a modal body with type 4', { ...modal(label(input())), type: 4 }, 'data.components.0.type'],
  ['type 4 without data', { type: 4 }, 'data'],
  ['a defer with content', { type: 5, data: { content: 'x' } }, 'data.content'],
  ['a modal without parts', modal(), 'data.components'],
  [
    'a title of 46 characters',
    { type: 9, data: { custom_id: 'm', title: 'x'.repeat(46), components: [label(input())] } },
    'data.title',
  ],
  ['a Label of 46 characters', modal(label(input(), { label: 'x'.repeat(46) })), 'data.components.0.label'],
  [
    'a description of 101 characters',
    modal(label(input(), { description: 'x'.repeat(101) })),
    'data.components.0.description',
  ],
  [
    'a text input of 4001 characters',
    modal(label(input('i', { max_length: 4001 }))),
    'data.components.0.component.max_length',
  ],
  [
    'a value longer than its field',
    modal(label(input('i', { max_length: 3, value: 'four' }))),
    'data.components.0.component.value',
  ],
  [
    'a disabled select in a modal',
    modal(label(select({ disabled: true }))),
    'data.components.0.component.disabled',
  ],
  [
    'a radio group of one',
    modal(label({ type: 21, custom_id: 'r', options: [option('a')] })),
    'data.components.0.component.options',
  ],
  [
    'a checkbox group of eleven',
    modal(
      label({ type: 22, custom_id: 'c', options: Array.from({ length: 11 }, (_, n) => option(String(n))) }),
    ),
    'data.components.0.component.options',
  ],
  [
    'the same custom id twice in a modal',
    modal(label(input('a')), label(input('a'))),
    'data.components.1.component.custom_id',
  ],
  ['a button in a modal', modal(label(button('a'))), 'data.components.0.component.type'],
  ['choices for a command', { type: 8, data: { choices: [] } }, 'type'],
  ['an update without a message', { type: 7, data: { content: 'x' } }, 'type'],
  ['an unknown type', { type: 99 }, 'type'],
  [
    'content of 2001 characters in an answer',
    { type: 4, data: { content: 'x'.repeat(2001) } },
    'data.content',
  ],
];

const command = (more: Body = {}) => ({ name: 'pain', description: 'Report pain', ...more });
const string = (name: string, more: Body = {}) => ({ type: 3, name, description: 'x', ...more });
const LONG = Array.from({ length: 25 }, (_, n) =>
  string(`o${n}`, {
    description: 'x'.repeat(100),
    choices: Array.from({ length: 3 }, (_, c) => ({ name: `${c}${'n'.repeat(98)}`, value: `${c}` })),
  }),
);

const COMMAND_SETS: [string, Body[], string][] = [
  ['an upper-case name', [command({ name: 'Pain' })], '0.name'],
  [
    'a required option after an optional one',
    [command({ options: [string('a'), string('b', { required: true })] })],
    '0.options.1.required',
  ],
  [
    'choices with autocomplete',
    [command({ options: [string('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
    '0.options.0.choices',
  ],
  ['101 commands', Array.from({ length: 101 }, (_, n) => command({ name: `c${n}` })), '100.name'],
  ['16 user commands', Array.from({ length: 16 }, (_, n) => ({ type: 2, name: `U ${n}` })), '15.name'],
  ['26 options', [command({ options: Array.from({ length: 26 }, (_, n) => string(`o${n}`)) })], '0.options'],
  [
    '26 choices',
    [
      command({
        options: [
          string('a', { choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) }),
        ],
      }),
    ],
    '0.options.0.choices',
  ],
  ['8001 characters', [command({ options: LONG })], '0'],
  ['a description of 101 characters', [command({ description: 'x'.repeat(101) })], '0.description'],
  ['the same name twice', [command(), command()], '1.name'],
  [
    'subcommands beside options',
    [command({ options: [{ type: 1, name: 'add', description: 'x' }, string('a')] })],
    '0.options',
  ],
  [
    'permissions that are no bit set',
    [command({ default_member_permissions: 'ManageGuild' })],
    '0.default_member_permissions',
  ],
];

describe('a message is refused, naming the field, with', () => {
  test.each(MESSAGES)('%s', async (_, body, path) => {
    const route = Routes.channelMessages(club.channelId('training'));
    expectRefusal(await refusal(setup.bot.client.rest.post(route, { body })), path);
  });
});

describe('an answer is refused, and can be given again, with', () => {
  test.each(CALLBACKS)('%s', async (_, body, path) => {
    expectRefusal(await answerWith(body), path);
  });
});

describe('a set of commands is refused, and the registered ones stay, with', () => {
  test.each(COMMAND_SETS)('%s', async (_, body, path) => {
    const { rest, application } = setup.bot.client;
    expectRefusal(await refusal(rest.put(Routes.applicationCommands(application.id), { body })), path);
    expect(await rest.get(Routes.applicationCommands(application.id))).toHaveLength(COMMANDS.length);
  });
});

test('26 choices for autocomplete are refused', async () => {
  const choices = Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` }));
  const refused = new Promise<Awaited<ReturnType<typeof refusal>>>((resolve, reject) => {
    setup.bot.handle = async (i) => {
      if (!i.isAutocomplete()) return;
      refusal(i.respond(choices)).then(resolve, reject);
      await refused;
      const body = { type: 8, data: { choices: [] } };
      await setup.bot.client.rest.post(`/interactions/${i.id}/${i.token}/callback`, { body, auth: false });
    };
  });
  expect(await setup.sandbox.actor(club, 'Ann').complete('/pain area:', 'area')).toEqual([]);
  expectRefusal(await refused, 'data.choices');
});

test('a string of permissions is accepted', async () => {
  const { rest, application } = setup.bot.client;
  const route = Routes.applicationGuildCommands(application.id, club.id);
  const made = await rest.put(route, { body: [command({ default_member_permissions: '32' })] });
  expect(made).toMatchObject([{ name: 'pain', default_member_permissions: '32', guild_id: club.id }]);
  await rest.put(route, { body: [] });
});
