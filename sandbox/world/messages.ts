/** Creating, editing and deleting messages. Bodies have passed the rules before they come here. */
import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageInteractionMetadata,
  EmbedType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { asJson, asList, asNumber, asText, isJson, type Json } from '../json.ts';
import type { ChannelState, InteractionState, MessageRecord, World } from '../world.ts';
import { keepFile, type Upload } from './files.ts';
import { apiUser, userOf } from './shapes.ts';

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

function withIds(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((entry) => withIds(entry, next));
  if (!isJson(value)) return value;
  const id = typeof value.id === 'number' && value.id > 0 ? value.id : next();
  const copy: Json = { ...value, id };
  for (const key of ['components', 'component', 'accessory']) {
    if (key in value) copy[key] = withIds(value[key], next);
  }
  return copy;
}

/** The components of a message or modal with the numeric ids that Discord gives them. */
export function numberedComponents(components: unknown): unknown[] {
  let last = 0;
  const numbered = withIds(asList(components), () => {
    last += 1;
    return last;
  });
  return Array.isArray(numbered) ? numbered : [];
}

/** Puts loopback URLs in the place of attachment://name. */
function linked(value: unknown, attachments: readonly APIAttachment[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => linked(entry, attachments));
  if (!isJson(value)) return value;
  const entries = Object.entries(value).map(([key, entry]) => {
    if (key !== 'url' || typeof entry !== 'string') return [key, linked(entry, attachments)];
    const name = entry.startsWith('attachment://') ? entry.slice('attachment://'.length) : null;
    return [key, attachments.find((attachment) => attachment.filename === name)?.url ?? entry];
  });
  return Object.fromEntries(entries);
}

function mentionedUsers(world: World, content: string, allowed: Json): APIMessage['mentions'] {
  const byParse = !('parse' in allowed) || asList(allowed.parse).includes('users');
  const ids = [...content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
  return [...new Set(ids)]
    .filter((id) => world.users.has(id) && (byParse || asList(allowed.users).includes(id)))
    .map((id) => apiUser(userOf(world, id)));
}

function mentionedRoles(content: string, allowed: Json): string[] {
  const byParse = !('parse' in allowed) || asList(allowed.parse).includes('roles');
  const ids = [...content.matchAll(/<@&(\d+)>/g)].map((match) => match[1] ?? '');
  return [...new Set(ids)].filter((id) => byParse || asList(allowed.roles).includes(id));
}

/** The parts of a message that a body sets, over what was there before. */
function contentOf(world: World, body: Json, before: Partial<APIMessage>, attachments: APIAttachment[]) {
  const content = 'content' in body ? asText(body.content) : (before.content ?? '');
  const allowed = asJson(body.allowed_mentions);
  const embeds = 'embeds' in body ? linked(asList(body.embeds), attachments) : (before.embeds ?? []);
  const components =
    'components' in body
      ? linked(numberedComponents(body.components), attachments)
      : (before.components ?? []);
  return {
    content,
    mentions: mentionedUsers(world, content, allowed),
    mention_roles: mentionedRoles(content, allowed),
    mention_everyone:
      /@(everyone|here)/.test(content) &&
      (!('parse' in allowed) || asList(allowed.parse).includes('everyone')),
    embeds: (embeds as APIEmbed[]).map((embed) => ({ ...embed, type: embed.type ?? EmbedType.Rich })),
    components: components as APIMessage['components'],
    attachments,
  };
}

function uploaded(world: World, channelId: string, body: Json, files: readonly Upload[]): APIAttachment[] {
  const described = asList(body.attachments).map(asJson);
  return files.map((file) => {
    const entry = described.find((one) => String(one.id) === String(file.index)) ?? {};
    return keepFile(world, channelId, file, entry);
  });
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
