/** What a person does on the page. */
import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { asText, isJson, type Json } from '../json.ts';
import { findCommand, isOffered, type OptionInput, runCommand } from '../people/commands.ts';
import { chooseFrom, pressButton } from '../people/components.ts';
import { type FieldValue, submitModal } from '../people/modals.ts';
import { outcome } from '../people/outcomes.ts';
import { ClientRefusal, type Place } from '../people/place.ts';
import { openDirect } from '../world/directs.ts';
import { createMessage, findMessage } from '../world/messages.ts';
import { may } from '../world/permissions.ts';
import type { GuildState, World } from '../world.ts';
import { moveClock } from './clock-moves.ts';
import { channelsOf, type Screen } from './view.ts';

const MAX_SAY = 2000;
const AUTOCOMPLETE_MS = 4000;

export interface Acting {
  readonly world: World;
  readonly guild: GuildState;
  readonly userId: string;
  readonly screen: Screen;
}

type Choices = readonly APIApplicationCommandOptionChoice[];
type Handler = (acting: Acting, act: Json) => Promise<Choices | null> | null;

function placeAt({ world, guild, userId }: Acting, channelId: unknown): Place {
  const channel = channelsOf(world, guild, userId).find((entry) => entry.id === channelId);
  if (!channel) throw new ClientRefusal('This channel is not there for you');
  return { world, userId, channel };
}

/** Marks everything in a channel as read by this person. */
function markRead({ screen }: Acting, { channel }: Place): void {
  const last = channel.messages.at(-1);
  if (last) screen.read.set(channel.id, last.id);
}

function messageAt(acting: Acting, messageId: unknown) {
  for (const channel of channelsOf(acting.world, acting.guild, acting.userId)) {
    const record = findMessage(channel, asText(messageId));
    if (record && (record.visibleTo === null || record.visibleTo === acting.userId)) {
      return { record, place: { world: acting.world, userId: acting.userId, channel } };
    }
  }
  throw new ClientRefusal('This message is gone');
}

function modalAt({ world, userId }: Acting, modalId: unknown) {
  const modal = world.modals.get(asText(modalId));
  if (!modal || modal.userId !== userId || modal.state === 'closed')
    throw new ClientRefusal('This form is closed');
  return modal;
}

function optionsOf(act: Json): OptionInput {
  if (!isJson(act.options)) return {};
  const entries = Object.entries(act.options).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(entries) as OptionInput;
}

function wordsOf(act: Json): readonly string[] {
  const words = [asText(act.command), ...asText(act.subcommand).split(' ')];
  return words.filter((word) => word !== '');
}

/** Discord's client shows only commands that this person may use here. */
function refuseHidden(place: Place, act: Json): void {
  const { command } = findCommand(place, wordsOf(act));
  if (!isOffered(place, command)) throw new ClientRefusal(`/${command.name} cannot be used here`);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function fieldValues(value: unknown): Record<string, FieldValue> {
  if (!isJson(value)) return {};
  const entries = Object.entries(value).map(([id, entry]) => {
    const field: FieldValue = typeof entry === 'string' || typeof entry === 'boolean' ? entry : texts(entry);
    return [id, field] as const;
  });
  return Object.fromEntries(entries);
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  say(acting, act) {
    const place = placeAt(acting, act.channelId);
    const text = asText(act.text).trim();
    if (text === '') throw new ClientRefusal('There is nothing to send');
    if (text.length > MAX_SAY) throw new ClientRefusal(`A message has at most ${MAX_SAY} characters`);
    if (!may(acting.world, place.channel, acting.userId, 'SendMessages'))
      throw new ClientRefusal('You may not write here');
    createMessage(acting.world, place.channel, { authorId: acting.userId, body: { content: text } });
    markRead(acting, place);
    return null;
  },
  command(acting, act) {
    const place = placeAt(acting, act.channelId);
    refuseHidden(place, act);
    runCommand(place, { words: wordsOf(act), options: optionsOf(act) });
    markRead(acting, place);
    return null;
  },
  async autocomplete(acting, act) {
    const place = placeAt(acting, act.channelId);
    const run = { words: wordsOf(act), options: optionsOf(act), focused: asText(act.focused) };
    const interaction = await outcome(acting.world, runCommand(place, run), AUTOCOMPLETE_MS);
    if (interaction.state === 'failed') throw new ClientRefusal('Loading options failed');
    return interaction.choices ?? [];
  },
  press(acting, act) {
    const { record, place } = messageAt(acting, act.messageId);
    pressButton(place, record, asText(act.customId));
    return null;
  },
  choose(acting, act) {
    const { record, place } = messageAt(acting, act.messageId);
    chooseFrom(place, record, asText(act.customId), texts(act.values));
    return null;
  },
  submit(acting, act) {
    const modal = modalAt(acting, act.modalId);
    if (modal.state === 'waiting') throw new ClientRefusal('This form is being sent');
    submitModal(placeAt(acting, modal.channelId), modal, fieldValues(act.values));
    return null;
  },
  dismiss(acting, act) {
    modalAt(acting, act.modalId).state = 'closed';
    return null;
  },
  'dismiss-message'(acting, act) {
    const { record } = messageAt(acting, act.messageId);
    if (record.visibleTo === null)
      throw new ClientRefusal('Only messages that you alone see can be dismissed');
    acting.screen.dismissed.add(record.id);
    return null;
  },
  'dismiss-pending'(acting, act) {
    const interaction = acting.world.interactions.get(asText(act.pendingId));
    if (interaction?.userId === acting.userId) interaction.hidden = true;
    return null;
  },
  'open-direct'(acting) {
    openDirect(acting.world, acting.userId);
    return null;
  },
  read(acting, act) {
    markRead(acting, placeAt(acting, act.channelId));
    return null;
  },
  clock(acting, act) {
    moveClock(acting.world.clock, acting.guild.zone, asText(act.move));
    return null;
  },
};

/** Does what the page asks; gives choices for autocomplete. Throws ClientRefusal with words for the person. */
export async function perform(acting: Acting, act: unknown): Promise<Choices | null> {
  const handler =
    isJson(act) && Object.hasOwn(HANDLERS, asText(act.do)) ? HANDLERS[asText(act.do)] : undefined;
  if (!handler || !isJson(act)) throw new ClientRefusal('The sandbox knows no such act');
  return handler(acting, act);
}
