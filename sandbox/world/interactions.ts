/** The life of an interaction: begun by a person, answered by the bot within 3 s, open for 15 minutes. */
import { randomBytes } from 'node:crypto';
import { InteractionType } from 'discord-api-types/v10';
import type { Json } from '../json.ts';
import type { ChannelState, InteractionState, MessageRecord, ModalState, World } from '../world.ts';
import { channelPermissions } from './permissions.ts';
import { apiMember, apiUser, resolvedChannel, userOf } from './shapes.ts';

/** Milliseconds for the first response. */
export const FIRST_RESPONSE_MS = 3000;
/** Milliseconds that an interaction's token lives. */
export const TOKEN_MS = 15 * 60_000;
const FILE_LIMIT = 10 * 1024 * 1024;

export interface NewInteraction {
  readonly type: InteractionType;
  readonly data: Json;
  readonly userId: string;
  readonly channel: ChannelState;
  readonly source?: MessageRecord | null;
  readonly customId?: string | null;
  readonly command?: { readonly command: string; readonly line: string } | null;
  readonly submits?: ModalState | null;
  /** Laid over the payload: for tests that send what no client would. */
  readonly overrides?: Json;
}

function payloadOf(world: World, id: string, token: string, wanted: NewInteraction): Json {
  const { channel, userId, source } = wanted;
  const user = userOf(world, userId);
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  const bot = world.application.botUserId;
  const where = guild
    ? {
        guild_id: guild.id,
        guild: { id: guild.id, locale: 'en-US', features: [] },
        guild_locale: 'en-US',
        context: 0,
        authorizing_integration_owners: { '0': guild.id },
        member: {
          ...(member ? apiMember(world, member) : {}),
          permissions: channelPermissions(world, channel, userId).toString(),
        },
      }
    : { context: 1, authorizing_integration_owners: { '0': '0' }, user: apiUser(user) };
  return {
    id,
    application_id: world.application.id,
    type: wanted.type,
    token,
    version: 1,
    channel: resolvedChannel(world, channel, userId),
    channel_id: channel.id,
    locale: user.locale,
    app_permissions: channelPermissions(world, channel, bot).toString(),
    entitlements: [],
    attachment_size_limit: FILE_LIMIT,
    data: wanted.data,
    ...where,
    ...(source ? { message: source.message } : {}),
    ...wanted.overrides,
  };
}

/** Begins an interaction; the gateway sends it. It fails by itself when no response came in 3 real seconds. */
export function beginInteraction(world: World, wanted: NewInteraction): InteractionState {
  const id = world.newId();
  const token = randomBytes(48).toString('base64url');
  const interaction: InteractionState = {
    id,
    token,
    type: wanted.type,
    payload: payloadOf(world, id, token, wanted),
    createdAt: world.clock.now().getTime(),
    userId: wanted.userId,
    channelId: wanted.channel.id,
    guildId: wanted.channel.guildId,
    source: wanted.source ?? null,
    customId: wanted.customId ?? null,
    command: wanted.command ?? null,
    submits: wanted.submits ?? null,
    state: 'waiting',
    answeredWith: null,
    original: null,
    result: null,
    modal: null,
    choices: null,
    hidden: wanted.type === InteractionType.ApplicationCommandAutocomplete,
  };
  world.interactions.set(id, interaction);
  for (const oldest of world.interactions.keys()) {
    if (world.interactions.size <= world.limits.interactions) break;
    world.interactions.delete(oldest);
  }
  setTimeout(() => failInteraction(world, interaction), FIRST_RESPONSE_MS).unref();
  world.events.emit({ kind: 'interaction-started', interaction });
  return interaction;
}

/** "The application did not respond", unless it already did. */
export function failInteraction(world: World, interaction: InteractionState): void {
  if (interaction.state !== 'waiting') return;
  interaction.state = 'failed';
  if (interaction.submits?.state === 'waiting') interaction.submits.state = 'failed';
  world.events.emit({ kind: 'interaction-changed', interaction });
}

/** Fails what a move of the clock has made too late. */
export function failLate(world: World): void {
  for (const interaction of world.interactions.values()) {
    if (interaction.state === 'waiting' && isLate(world, interaction)) failInteraction(world, interaction);
  }
}

/** Whether the first response comes too late: 3 s of sandbox time or of real time. */
export function isLate(world: World, interaction: InteractionState): boolean {
  return (
    interaction.state === 'failed' || world.clock.now().getTime() - interaction.createdAt > FIRST_RESPONSE_MS
  );
}

/** Whether the token has ended: 15 minutes of sandbox time. */
export function isExpired(world: World, interaction: InteractionState): boolean {
  return world.clock.now().getTime() - interaction.createdAt > TOKEN_MS;
}
