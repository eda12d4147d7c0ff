/** People for tests: they type, press, choose and fill in as Discord lets them, and wait on events. */
import type { APIApplicationCommandOptionChoice, InteractionType } from 'discord-api-types/v10';
import type { Json } from './json.ts';
import { parseCommandLine } from './people/command-line.ts';
import {
  ClientRefusal,
  commandsAt,
  findCommand,
  isOffered,
  type Place,
  runCommand,
} from './people/commands.ts';
import { buttonsOf, chooseFrom, pressButton, selectsOf } from './people/components.ts';
import { type FieldValue, fieldsOf, submitModal } from './people/modals.ts';
import { outcome, untilEvent } from './people/outcomes.ts';
import { channelText, messageText, modalText } from './transcript.ts';
import { directChannel, openDirect } from './world/directs.ts';
import { beginInteraction } from './world/interactions.ts';
import { createMessage } from './world/messages.ts';
import { may } from './world/permissions.ts';
import { userOf } from './world/shapes.ts';
import type {
  ChannelState,
  GuildState,
  InteractionState,
  MessageRecord,
  ModalState,
  World,
} from './world.ts';

/** What a person sees after acting. */
export interface Answer {
  /** failed: no answer in 3 s. refused: Discord does not offer this command to this person. */
  readonly kind: 'message' | 'modal' | 'failed' | 'refused';
  /** As in the transcript, at the moment of the answer. */
  readonly text: string;
  readonly ephemeral: boolean;
  /** The message; its `message` field follows later edits. */
  readonly message?: MessageRecord;
  readonly modal?: ModalState;
  readonly interaction?: InteractionState;
}

export interface RawInteraction {
  readonly type: InteractionType;
  readonly data: Json;
  /** The message that a component is said to be on. */
  readonly source?: MessageRecord;
  /** Laid over the whole payload. */
  readonly overrides?: Json;
}

/** A person in one guild. Calls resolve when the bot has answered and reject after the time limit. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  /** Runs '/remind add what:core days:mon wed time:18:00'; `where` is a channel's name or 'direct', default the first channel. */
  run(command: string, where?: string): Promise<Answer>;
  /** Autocomplete of one option of a command typed so far. */
  complete(
    command: string,
    focused: string,
    where?: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** Presses a button by its label, without emoji. */
  press(on: Answer | MessageRecord, label: string): Promise<Answer>;
  /** Two presses before the bot could answer the first. */
  pressTwice(on: Answer | MessageRecord, label: string): Promise<readonly [Answer, Answer]>;
  /** Chooses from the select with this placeholder or custom id, by labels, values or names. */
  choose(on: Answer | MessageRecord, menu: string, ...labels: readonly string[]): Promise<Answer>;
  /** Sends a form; fields by label, options by label or value, the rest as prefilled. */
  submit(modal: Answer, values?: Readonly<Record<string, FieldValue>>): Promise<Answer>;
  /** Sends the same form twice before the bot could answer the first. */
  submitTwice(
    modal: Answer,
    values?: Readonly<Record<string, FieldValue>>,
  ): Promise<readonly [Answer, Answer]>;
  /** Sends any interaction at all, for what no client would send. */
  raw(payload: RawInteraction, where?: string): Promise<Answer>;
  /** Writes a plain message. */
  say(text: string, where?: string): MessageRecord;
  /** What this person can see there, oldest first, own ephemerals included. */
  messages(where?: string): readonly MessageRecord[];
  /** The next message that `next` and answers have not returned yet: one already there, or the next one to come. */
  next(where?: string, test?: (record: MessageRecord) => boolean): Promise<MessageRecord>;
  /** The text of a message as this person reads it. */
  read(record: MessageRecord): string;
  /** Plain text of a channel; of all that the person can see when left out. */
  transcript(where?: string): string;
}

interface Setting {
  readonly world: World;
  readonly guild: GuildState;
  readonly userId: string;
  readonly timeoutMs: number;
  /** Ids of messages that this person has been handed already. */
  readonly seen: Set<string>;
}

function channelAt({ world, guild, userId }: Setting, where?: string): ChannelState {
  if (where === 'direct') return openDirect(world, userId);
  const visible = guild.channelIds.flatMap((id) => {
    const channel = world.channels.get(id);
    return channel && may(world, channel, userId, 'ViewChannel') ? [channel] : [];
  });
  const wanted = where?.replace(/^#/, '');
  const channel = wanted === undefined ? visible[0] : visible.find((entry) => entry.name === wanted);
  if (!channel) throw new ClientRefusal(`${userOf(world, userId).name} sees no channel ${where ?? ''}`);
  return channel;
}

function placeOf(setting: Setting, channelId: string): Place {
  const channel = setting.world.channels.get(channelId);
  if (!channel) throw new ClientRefusal('This channel is gone');
  return { world: setting.world, userId: setting.userId, channel };
}

function visibleIn({ world, userId }: Setting, channel: ChannelState): readonly MessageRecord[] {
  if (!may(world, channel, userId, 'ViewChannel')) return [];
  return channel.messages.filter((record) => record.visibleTo === null || record.visibleTo === userId);
}

async function answerTo(setting: Setting, interaction: InteractionState): Promise<Answer> {
  const { world, seen, timeoutMs } = setting;
  await outcome(world, interaction, timeoutMs);
  if (interaction.state === 'failed') {
    return { kind: 'failed', text: 'The application did not respond', ephemeral: true, interaction };
  }
  if (interaction.modal) {
    return {
      kind: 'modal',
      text: modalText(world, interaction.modal),
      ephemeral: true,
      modal: interaction.modal,
      interaction,
    };
  }
  const message = interaction.result;
  if (!message) return { kind: 'message', text: '', ephemeral: true, interaction };
  seen.add(message.id);
  return {
    kind: 'message',
    text: messageText(world, message),
    ephemeral: message.visibleTo !== null,
    message,
    interaction,
  };
}

function recordOf(on: Answer | MessageRecord): MessageRecord {
  if (!('kind' in on)) return on;
  if (!on.message) throw new ClientRefusal(`There is no message to act on, but: ${on.text}`);
  return on.message;
}

function modalOf(answer: Answer): ModalState {
  if (!answer.modal) throw new ClientRefusal(`There is no form to send, but: ${answer.text}`);
  return answer.modal;
}

const plain = (label: string) =>
  label
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

function customIdOf(record: MessageRecord, label: string): string {
  const buttons = buttonsOf(record);
  const found =
    buttons.find((button) => 'label' in button && button.label === label) ??
    buttons.find((button) => 'label' in button && plain(button.label ?? '') === plain(label));
  if (found) return found.custom_id;
  const there = buttons.map((button) => ('label' in button ? button.label : '')).join(', ');
  throw new ClientRefusal(`There is no button ${label}; there are: ${there || 'none'}`);
}

function byLabel(
  modal: ModalState,
  values: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  const fields = fieldsOf(modal);
  const entries = Object.entries(values).map(([label, value]) => {
    const field =
      fields.find((one) => one.label === label) ?? fields.find((one) => plain(one.label) === plain(label));
    if (!field)
      throw new ClientRefusal(
        `The form has no field ${label}; there are: ${fields.map((one) => one.label).join(', ')}`,
      );
    return [field.customId, value] as const;
  });
  return Object.fromEntries(entries);
}

/** Both at once, so that the second is under way before the first is answered. */
async function twice(setting: Setting, begin: () => InteractionState): Promise<readonly [Answer, Answer]> {
  const first = begin();
  const second = begin();
  return Promise.all([answerTo(setting, first), answerTo(setting, second)]);
}

function commandParts(setting: Setting): Pick<Actor, 'run' | 'complete'> {
  const { world, userId, timeoutMs } = setting;
  return {
    async run(command, where) {
      const place: Place = { world, userId, channel: channelAt(setting, where) };
      const run = parseCommandLine(commandsAt(world, userId, place.channel), command);
      const target = findCommand(place, run.words);
      if (where !== 'direct' && !isOffered(place, target.command)) {
        const text = `Discord does not offer /${target.command.name} to ${userOf(world, userId).name} here`;
        return { kind: 'refused', text, ephemeral: true };
      }
      return answerTo(setting, runCommand(place, run));
    },
    async complete(command, focused, where) {
      const place: Place = { world, userId, channel: channelAt(setting, where) };
      const run = parseCommandLine(commandsAt(world, userId, place.channel), command, focused);
      const interaction = runCommand(place, run);
      await outcome(world, interaction, timeoutMs);
      if (interaction.state === 'failed') throw new Error(`${command}: loading options failed`);
      return interaction.choices ?? [];
    },
  };
}

function componentParts(
  setting: Setting,
): Omit<Actor, 'userId' | 'name' | 'run' | 'complete' | keyof ReturnType<typeof readingParts>> {
  const press = (on: Answer | MessageRecord, label: string) => {
    const record = recordOf(on);
    return pressButton(placeOf(setting, record.channelId), record, customIdOf(record, label));
  };
  const submit = (answer: Answer, values: Readonly<Record<string, FieldValue>>) => {
    const modal = modalOf(answer);
    return submitModal(placeOf(setting, modal.channelId), modal, byLabel(modal, values));
  };
  return {
    press: async (on, label) => answerTo(setting, press(on, label)),
    pressTwice: async (on, label) => twice(setting, () => press(on, label)),
    async choose(on, menu, ...labels) {
      const record = recordOf(on);
      const select = selectsOf(record).find((one) => one.placeholder === menu || one.custom_id === menu);
      if (!select) throw new ClientRefusal(`There is no menu ${menu}`);
      return answerTo(
        setting,
        chooseFrom(placeOf(setting, record.channelId), record, select.custom_id, labels),
      );
    },
    submit: async (modal, values = {}) => answerTo(setting, submit(modal, values)),
    submitTwice: async (modal, values = {}) => twice(setting, () => submit(modal, values)),
    async raw(payload, where) {
      const { world, userId } = setting;
      const { type, data, source = null, overrides = {} } = payload;
      const channel = source ? placeOf(setting, source.channelId).channel : channelAt(setting, where);
      return answerTo(setting, beginInteraction(world, { type, data, userId, channel, source, overrides }));
    },
  };
}

function readingParts(setting: Setting): Pick<Actor, 'say' | 'messages' | 'next' | 'read' | 'transcript'> {
  const { world, guild, userId, seen, timeoutMs } = setting;
  const name = userOf(world, userId).name;
  const messages = (where?: string) => visibleIn(setting, channelAt(setting, where));
  const transcript = (where: string) => channelText(world, messages(where));
  return {
    messages,
    read: (record) => messageText(world, record),
    say(text, where) {
      const channel = channelAt(setting, where);
      if (!may(world, channel, userId, 'SendMessages'))
        throw new ClientRefusal(`${name} may not write in ${channel.name}`);
      return createMessage(world, channel, { authorId: userId, body: { content: text } });
    },
    async next(where, test = () => true) {
      const channel = channelAt(setting, where);
      const look = () => {
        const fresh = visibleIn(setting, channel).filter(
          (one) => !seen.has(one.id) && !one.thinking && one.message.author.id !== userId,
        );
        return fresh.find(test);
      };
      const found = await untilEvent(world, look, timeoutMs, () => {
        const text = channelText(world, visibleIn(setting, channel));
        return new Error(
          `${name} waited ${timeoutMs} ms for a message in ${where ?? channel.name}; there is:\n${text || '(nothing)'}`,
        );
      });
      seen.add(found.id);
      return found;
    },
    transcript(where) {
      if (where !== undefined) return transcript(where);
      const names = guild.channelIds.flatMap((id) => {
        const channel = world.channels.get(id);
        return channel && may(world, channel, userId, 'ViewChannel') ? [channel.name] : [];
      });
      if (directChannel(world, userId)) names.push('direct');
      return names.map((channel) => `# ${channel}\n${transcript(channel)}`.trim()).join('\n\n');
    },
  };
}

/** A person of a guild, for tests. */
export function createActor(world: World, guild: GuildState, userId: string, timeoutMs: number): Actor {
  const setting: Setting = { world, guild, userId, timeoutMs, seen: new Set() };
  return {
    userId,
    name: userOf(world, userId).name,
    ...commandParts(setting),
    ...componentParts(setting),
    ...readingParts(setting),
  };
}
