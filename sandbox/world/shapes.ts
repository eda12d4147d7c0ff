/** State as Discord's API writes it. */
import {
  type APIChannel,
  type APIDMChannel,
  type APIGuildMember,
  type APIPublicThreadChannel,
  type APITextChannel,
  type APIUser,
  ChannelType,
  type GuildMemberFlags,
  ThreadAutoArchiveDuration,
  type UserFlags,
} from 'discord-api-types/v10';
import type { ChannelState, MemberState, UserState, World } from '../world.ts';
import { channelPermissions } from './permissions.ts';

const NO_USER_FLAGS = 0 as UserFlags;
const NO_FLAGS = 0 as GuildMemberFlags;

/** A user as Discord's API writes one. */
export function apiUser(user: UserState): APIUser {
  return {
    id: user.id,
    username: user.bot ? user.name : user.name.toLowerCase().replace(/[^a-z0-9_.]+/g, '_'),
    discriminator: user.bot ? '0001' : '0',
    global_name: user.bot ? null : user.name,
    avatar: null,
    bot: user.bot,
    public_flags: NO_USER_FLAGS,
  };
}

/** The user of an id; an unknown id is our own mistake. */
export function userOf(world: World, userId: string): UserState {
  const user = world.users.get(userId);
  if (!user) throw new Error(`The sandbox has no user ${userId}`);
  return user;
}

/** A guild member as Discord's API writes one. */
export function apiMember(world: World, member: MemberState): APIGuildMember {
  return {
    user: apiUser(userOf(world, member.userId)),
    nick: null,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: NO_FLAGS,
    communication_disabled_until: null,
  };
}

/** A channel as Discord's API writes one. */
export function apiChannel(world: World, channel: ChannelState): APIChannel {
  const last = channel.messages.findLast((record) => record.visibleTo === null)?.id ?? null;
  if (channel.guildId === null) {
    const recipient = apiUser(userOf(world, channel.recipientId ?? ''));
    const direct: APIDMChannel = {
      id: channel.id,
      type: ChannelType.DM,
      last_message_id: last,
      recipients: [recipient],
      name: null,
    };
    return direct;
  }
  if (channel.thread !== null) return apiThread(world, channel, channel.guildId, channel.thread);
  const guild = world.guilds.get(channel.guildId);
  const text: APITextChannel = {
    id: channel.id,
    type: ChannelType.GuildText,
    guild_id: channel.guildId,
    name: channel.name,
    position: guild?.channelIds.indexOf(channel.id) ?? 0,
    permission_overwrites: channel.overwrites.map((entry) => ({ ...entry })),
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    parent_id: null,
    last_message_id: last,
  };
  return text;
}

function apiThread(
  world: World,
  { id, name, messages }: ChannelState,
  guildId: string,
  { parentId, archived }: NonNullable<ChannelState['thread']>,
): APIPublicThreadChannel {
  return {
    ...{ id, name, guild_id: guildId, parent_id: parentId, type: ChannelType.PublicThread },
    owner_id: world.application.botUserId,
    last_message_id: messages.findLast(({ visibleTo }) => visibleTo === null)?.id ?? null,
    ...{ message_count: messages.length, total_message_sent: messages.length, member_count: 0 },
    ...{ rate_limit_per_user: 0, applied_tags: [] },
    thread_metadata: {
      ...{ archived, locked: false, auto_archive_duration: ThreadAutoArchiveDuration.OneDay },
      archive_timestamp: world.clock.now().toISOString(),
    },
  };
}

/** A channel as interactions carry it, with what the reader may do there. */
export function resolvedChannel(
  world: World,
  channel: ChannelState,
  userId: string,
): Record<string, unknown> {
  return {
    ...apiChannel(world, channel),
    permissions: channelPermissions(world, channel, userId).toString(),
    app_permissions: channelPermissions(world, channel, world.application.botUserId).toString(),
  };
}
