/** A made-up club for the page's own tests: one of everything that the page can draw. */
import type {
  APIApplicationCommand,
  APIChannel,
  APIMessage,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  APIRole,
} from 'discord-api-types/v10';
import type { ChannelView, MessageView, Persona, View } from '../../sandbox/protocol.ts';

export const ANN = '1100000000000000001';
export const BEN = '1100000000000000002';
export const CARL = '1100000000000000003';
export const BOT = '1100000000000000009';
export const TRAINING = '1200000000000000001';
export const COACHES = '1200000000000000002';
export const DIRECT = '1200000000000000003';
export const COACH_ROLE = '1300000000000000001';

/** Wednesday, 14 October 2026, 18:32 in Berlin. */
export const NOW = Date.parse('2026-10-14T16:32:00Z');

export const PERSONAS: readonly Persona[] = [
  { userId: ANN, name: 'Ann', note: 'athlete, sprinter', switchable: true },
  { userId: BEN, name: 'Ben', note: 'athlete, 15', switchable: true },
  { userId: CARL, name: 'Carl', note: 'coach', switchable: true },
];

let counter = 0;

/** A message of the bot or of a persona, `minutes` after NOW (before it when negative). */
export function message(content: string, more: Partial<APIMessage> = {}, minutes = 0): APIMessage {
  counter += 1;
  const author = {
    id: BOT,
    username: 'backstraight',
    discriminator: '0',
    global_name: null,
    avatar: null,
    bot: true,
  };
  return {
    id: String(1400000000000000000n + BigInt(counter)),
    channel_id: TRAINING,
    author: { ...author, ...more.author },
    content,
    timestamp: new Date(NOW + minutes * 60_000).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    ...more,
  } as APIMessage;
}

/** A persona's own words. */
export function said(userId: string, content: string, minutes = 0): MessageView {
  const persona = PERSONAS.find((one) => one.userId === userId);
  const name = persona?.name ?? 'Nobody';
  const author = {
    id: userId,
    username: name.toLowerCase(),
    discriminator: '0',
    global_name: name,
    avatar: null,
  };
  return shown(message(content, { author: { ...author, bot: false } }, minutes));
}

export function shown(inner: APIMessage, more: Partial<MessageView> = {}): MessageView {
  return { message: inner, ephemeral: false, thinking: false, usedBy: null, ...more };
}

/** Components given as plain JSON, as they come over the wire. */
export function components(list: readonly object[]): APIMessageTopLevelComponent[] {
  return list as APIMessageTopLevelComponent[];
}

const command = (name: string, description: string, options: readonly object[] = []): APIApplicationCommand =>
  ({ id: `15${name}`, type: 1, name, description, options, application_id: BOT, version: '1' }) as never;

export const COMMANDS: readonly APIApplicationCommand[] = [
  command('help', 'What Backstraight can do'),
  command('log', 'Log a training session', [
    {
      type: 3,
      name: 'type',
      description: 'What kind of session it was',
      required: true,
      choices: ['Tempo', 'Speed', 'Hills', 'Weights'].map((name) => ({ name, value: name.toLowerCase() })),
    },
    { type: 3, name: 'work', description: 'Shorthand, like 2x10x100 @17.5 r45', autocomplete: true },
    { type: 4, name: 'minutes', description: 'How long it took', min_value: 1, max_value: 600 },
    { type: 10, name: 'effort', description: 'CR10, 0 to 10', min_value: 0, max_value: 10 },
    { type: 5, name: 'core', description: 'Core work done' },
    { type: 3, name: 'notes', description: 'Anything else', max_length: 20 },
  ]),
  command('remind', 'Reminders', [
    { type: 1, name: 'add', description: 'Add a reminder', options: [] },
    { type: 1, name: 'list', description: 'Your reminders', options: [] },
  ]),
  command('setup', 'Set the club up', [
    { type: 8, name: 'coach-role', description: 'Who coaches', required: true },
    { type: 7, name: 'summary-channel', description: 'Where the daily summary goes', channel_types: [0] },
    { type: 6, name: 'contact', description: 'Whom to ask' },
  ]),
];

const ROLES = [
  { id: '1000000000000000001', name: '@everyone', color: 0 },
  { id: COACH_ROLE, name: 'Coach', color: 0xe67e22 },
] as unknown as APIRole[];

const CHANNELS = [
  { id: TRAINING, name: 'training', type: 0 },
  { id: COACHES, name: 'coaches', type: 0 },
] as unknown as APIChannel[];

export function channel(id: string, name: string, messages: readonly MessageView[]): ChannelView {
  return { id, name, kind: id === DIRECT ? 'direct' : 'text', canWrite: true, unread: 0, messages };
}

/** An empty club as one persona sees it. */
export function emptyView(userId: string, more: Partial<View> = {}): View {
  const me = PERSONAS.find((persona) => persona.userId === userId) ?? PERSONAS[0];
  if (me === undefined) throw new Error('No persona');
  return {
    now: new Date(NOW).toISOString(),
    offset: 0,
    me,
    personas: PERSONAS,
    guild: { id: '1000000000000000001', name: 'Lane Four', zone: 'Europe/Berlin' },
    bot: { userId: BOT, name: 'Backstraight', online: true },
    channels: [channel(TRAINING, 'training', []), channel(DIRECT, 'Backstraight', [])],
    roles: ROLES,
    guildChannels: CHANNELS,
    commands: COMMANDS,
    modal: null,
    pending: [],
    notice: null,
    ...more,
  };
}

/** A modal with one of every part. */
export const EVERY_PART = {
  custom_id: 'everything',
  title: 'Log a session',
  components: [
    { type: 10, content: 'A **text display** stands between the parts.' },
    {
      type: 18,
      label: 'Work',
      description: 'Shorthand',
      component: { type: 4, custom_id: 'work', style: 1, value: '10x100', min_length: 3, max_length: 100 },
    },
    {
      type: 18,
      label: 'Notes',
      component: {
        type: 4,
        custom_id: 'notes',
        style: 2,
        required: false,
        max_length: 300,
        placeholder: 'How was it?',
      },
    },
    {
      type: 18,
      label: 'Type',
      component: {
        type: 3,
        custom_id: 'type',
        placeholder: 'Choose one',
        options: [
          { label: 'Tempo', value: 'tempo', description: 'Slow and even' },
          { label: 'Speed', value: 'speed' },
        ],
      },
    },
    {
      type: 18,
      label: 'Partner',
      component: { type: 5, custom_id: 'partner', required: false, max_values: 2 },
    },
    { type: 18, label: 'Role', component: { type: 6, custom_id: 'role', required: false } },
    { type: 18, label: 'Channel', component: { type: 8, custom_id: 'channel', required: false } },
    {
      type: 18,
      label: 'Warm-up',
      component: {
        type: 21,
        custom_id: 'warmup',
        options: [
          { label: 'Full', value: 'full', description: 'Jog, drills, stretches' },
          { label: 'None', value: 'none' },
        ],
      },
    },
    {
      type: 18,
      label: 'Areas',
      component: {
        type: 22,
        custom_id: 'areas',
        required: false,
        options: [
          { label: 'Low back', value: 'back' },
          { label: 'Hips', value: 'hips', default: true },
        ],
      },
    },
    { type: 18, label: 'Core work done', component: { type: 23, custom_id: 'core' } },
  ],
} as unknown as APIModalInteractionResponseCallbackData;
