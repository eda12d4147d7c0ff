/** What the bot's responses to interactions do to the world. Bodies have passed the rules before they come here. */

import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { discordError } from '../errors.ts';
import { asJson, asList, asNumber, type Json } from '../json.ts';
import type { InteractionState, MessageRecord, ModalState, World } from '../world.ts';
import type { Upload } from './files.ts';
import { isLate } from './interactions.ts';
import { numberedComponents } from './message-parts.ts';
import { createMessage, deleteMessage, editMessage } from './messages.ts';

const MODALS_KEPT = 500;

function channelOf(world: World, interaction: InteractionState) {
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw discordError(10003);
  return channel;
}

function post(
  world: World,
  interaction: InteractionState,
  body: Json,
  files: readonly Upload[],
  options: { thinking?: boolean; follows?: MessageRecord | null } = {},
): MessageRecord {
  const hidden = (asNumber(body.flags) & MessageFlags.Ephemeral) !== 0;
  return createMessage(world, channelOf(world, interaction), {
    authorId: world.application.botUserId,
    body,
    files,
    visibleTo: hidden ? interaction.userId : null,
    interaction,
    ...options,
  });
}

function openModal(world: World, interaction: InteractionState, data: Json): ModalState {
  const numbered = { ...data, components: numberedComponents(data.components) };
  for (const other of world.modals.values()) {
    if (other.userId === interaction.userId) other.state = 'closed';
  }
  const modal: ModalState = {
    id: world.newId(),
    data: numbered as unknown as APIModalInteractionResponseCallbackData,
    userId: interaction.userId,
    interactionId: interaction.id,
    channelId: interaction.channelId,
    source: interaction.source,
    command: interaction.command,
    state: 'open',
  };
  world.modals.set(modal.id, modal);
  for (const oldest of world.modals.keys()) {
    if (world.modals.size <= MODALS_KEPT) break;
    world.modals.delete(oldest);
  }
  return modal;
}

function apply(
  world: World,
  interaction: InteractionState,
  type: number,
  data: Json,
  files: readonly Upload[],
): void {
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      interaction.original = post(world, interaction, data, files);
      return;
    case InteractionResponseType.DeferredChannelMessageWithSource:
      interaction.original = post(world, interaction, { flags: data.flags }, [], { thinking: true });
      return;
    case InteractionResponseType.DeferredMessageUpdate:
      interaction.original = interaction.source;
      return;
    case InteractionResponseType.UpdateMessage:
      interaction.original = interaction.source;
      if (interaction.source) editMessage(world, interaction.source, data, files);
      return;
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.choices = asList(data.choices) as APIApplicationCommandOptionChoice[];
      return;
    default:
      interaction.modal = openModal(world, interaction, data);
  }
}

const DEFERRING: readonly number[] = [
  InteractionResponseType.DeferredChannelMessageWithSource,
  InteractionResponseType.DeferredMessageUpdate,
];

/** The first response. Too late is 10062, a second one is 40060. */
export function answerInteraction(
  world: World,
  interaction: InteractionState,
  body: Json,
  files: readonly Upload[],
): void {
  if (interaction.answeredWith !== null) throw discordError(40060);
  if (isLate(world, interaction)) throw discordError(10062);
  const type = asNumber(body.type);
  interaction.answeredWith = type;
  if (interaction.submits) interaction.submits.state = 'closed';
  apply(world, interaction, type, asJson(body.data), files);
  interaction.result = interaction.original;
  interaction.state = DEFERRING.includes(type) ? 'deferred' : 'answered';
  world.events.emit({ kind: 'interaction-changed', interaction });
}

function settled(world: World, interaction: InteractionState): void {
  if (interaction.state !== 'deferred') return;
  interaction.state = 'answered';
  world.events.emit({ kind: 'interaction-changed', interaction });
}

/** Edits a response or follow-up; an edit of a deferred one fills it. */
export function editAnswer(
  world: World,
  interaction: InteractionState,
  record: MessageRecord,
  body: Json,
  files: readonly Upload[],
): MessageRecord {
  editMessage(world, record, body, files);
  settled(world, interaction);
  return record;
}

/** A follow-up; the first one after an unfilled defer fills it, and stays as hidden as the defer was. */
export function followUp(
  world: World,
  interaction: InteractionState,
  body: Json,
  files: readonly Upload[],
): MessageRecord {
  const original = interaction.original;
  if (original?.thinking) return editAnswer(world, interaction, original, body, files);
  const record = post(world, interaction, body, files, { follows: original });
  if (interaction.state === 'deferred') interaction.result = record;
  settled(world, interaction);
  return record;
}

/** Deletes a response or follow-up. */
export function deleteAnswer(world: World, interaction: InteractionState, record: MessageRecord): void {
  deleteMessage(world, record);
  settled(world, interaction);
}
