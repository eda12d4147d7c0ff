/** Creating, editing and deleting messages. Bodies have passed the rules before they come here. */
import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { asJson, asList, asNumber, asText, type Json } from '../json.ts';
import type { ChannelState, InteractionState, MessageRecord, World } from '../world.ts';
import type { Upload } from './files.ts';
import { contentOf, uploaded } from './message-parts.ts';
import { apiUser, userOf } from './shapes.ts';
import { setArchived } from './threads.ts';

const KEPT_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export interface NewMessage {
  readonly authorId: string;
  readonly body: Json;
  readonly files?: readonly Upload[];
  readonly visibleTo?: string | null;
  /** The interaction that it answers. */
  readonly interaction?: InteractionState | null;
  readonly thinking?: boolean;
  /** The answer that a follow-up hangs on. */
  readonly follows?: MessageRecord | null;
}

function metadata(world: World, interaction: InteractionState): APIMessageInteractionMetadata {
  const first = {
    id: interaction.id,
    type: interaction.type,
    user: apiUser(userOf(world, interaction.userId)),
    authorizing_integration_owners: asJson(interaction.payload.authorizing_integration_owners),
    ...(interaction.source ? { interacted_message_id: interaction.source.id } : {}),
    ...(interaction.command ? { name: interaction.command.command.slice(1) } : {}),
  };
  return first as unknown as APIMessageInteractionMetadata;
}

/** Creates a message, bounded per channel, and tells everybody. */
export function createMessage(world: World, channel: ChannelState, wanted: NewMessage): MessageRecord {
  const { body, interaction = null, visibleTo = null, thinking = false, follows = null } = wanted;
  const id = world.newId();
  const answers = interaction?.type === InteractionType.ApplicationCommand || interaction?.submits;
  const command = answers && !follows ? interaction.command : null;
  const flags =
    (asNumber(body.flags) & KEPT_FLAGS) |
    (visibleTo === null ? 0 : MessageFlags.Ephemeral) |
    (thinking ? MessageFlags.Loading : 0);
  const reply = follows?.id ?? asText(asJson(body.message_reference).message_id);
  const nonce = body.nonce === undefined || body.nonce === null ? null : String(body.nonce);
  const message: APIMessage = {
    id,
    channel_id: channel.id,
    author: apiUser(userOf(world, wanted.authorId)),
    timestamp: world.clock.now().toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    type: command ? MessageType.ChatInputCommand : reply ? MessageType.Reply : MessageType.Default,
    flags,
    ...contentOf(world, body, {}, uploaded(world, channel.id, body, wanted.files ?? [])),
    ...(nonce === null ? {} : { nonce }),
    ...(reply ? { message_reference: { type: 0, channel_id: channel.id, message_id: reply } } : {}),
    ...(interaction
      ? {
          interaction_metadata: metadata(world, interaction),
          application_id: world.application.id,
          webhook_id: world.application.id,
        }
      : {}),
  };
  const record: MessageRecord = {
    id,
    channelId: channel.id,
    guildId: channel.guildId,
    message,
    visibleTo,
    thinking,
    usedBy: command && interaction ? { userId: interaction.userId, ...command } : null,
    interactionId: interaction?.id ?? null,
    nonce,
    deleted: false,
  };
  setArchived(world, channel, false);
  channel.messages.push(record);
  if (channel.messages.length > world.limits.messagesPerChannel) channel.messages.shift();
  world.events.emit({ kind: 'message-created', record });
  return record;
}

/** Replaces the parts that a body names; fills a deferred message. Keeps attachments unless `attachments` drops them. */
export function editMessage(
  world: World,
  record: MessageRecord,
  body: Json,
  files: readonly Upload[] = [],
): void {
  const before = record.message;
  const keptIds =
    'attachments' in body ? asList(body.attachments).map((entry) => String(asJson(entry).id)) : null;
  const kept = before.attachments.filter((entry) => keptIds === null || keptIds.includes(entry.id));
  const attachments = [...kept, ...uploaded(world, record.channelId, body, files)];
  const filled = record.thinking;
  const newFlags = 'flags' in body ? asNumber(body.flags) & KEPT_FLAGS : 0;
  const stays = (before.flags ?? 0) & ~MessageFlags.Loading;
  record.thinking = false;
  record.message = {
    ...before,
    ...contentOf(world, body, before, attachments),
    flags: (stays | newFlags) as MessageFlags,
    edited_timestamp: filled ? null : world.clock.now().toISOString(),
  };
  world.events.emit({ kind: 'message-updated', record });
}

/** Deletes a message for everybody. */
export function deleteMessage(world: World, record: MessageRecord): void {
  const messages = world.channels.get(record.channelId)?.messages;
  const at = messages?.indexOf(record) ?? -1;
  if (at >= 0) messages?.splice(at, 1);
  record.deleted = true;
  world.events.emit({ kind: 'message-deleted', record });
}

/** The message of an id in a channel, newest first. */
export function findMessage(channel: ChannelState, messageId: string): MessageRecord | undefined {
  return channel.messages.findLast((record) => record.id === messageId);
}

/** Deletes every ephemeral message, closes every form, and hides what failed. */
export function forgetPrivate(world: World): void {
  const hidden = [...world.channels.values()].flatMap((channel) =>
    channel.messages.filter((record) => record.visibleTo !== null),
  );
  for (const record of hidden) deleteMessage(world, record);
  for (const modal of world.modals.values()) modal.state = 'closed';
  for (const interaction of world.interactions.values()) interaction.hidden = true;
}
