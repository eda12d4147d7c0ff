/** State as Discord's API writes it. */
import {
  type APIChannel,
  type APIDMChannel,
  type APIGuildMember,
  type APITextChannel,
  type APIUser,
  ChannelType,
  type GuildMemberFlags,
  type UserFlags,
} from 'discord-api-types/v10';
import type { ChannelState, GuildState, MemberState, UserState, World } from '../world.ts';
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

/** A guild as GUILD_CREATE carries it: with channels, roles and the bot's own member. */
export function gatewayGuild(world: World, guild: GuildState): Record<string, unknown> {
  const bot = guild.members.get(world.application.botUserId);
  return {
    ...apiGuild(guild),
    joined_at: bot?.joinedAt ?? guild.createdAt,
    large: guild.members.size > 250,
    unavailable: false,
    member_count: guild.members.size,
    members: bot ? [apiMember(world, bot)] : [],
    channels: guild.channelIds.flatMap((id) => {
      const channel = world.channels.get(id);
      return channel ? [apiChannel(world, channel)] : [];
    }),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A guild as GET /guilds/{guild_id} answers it. */
export function apiGuild(guild: GuildState): Record<string, unknown> {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    description: null,
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    widget_enabled: false,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    vanity_url_code: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    features: [],
    emojis: [],
    stickers: [],
    roles: guild.roles.map((role) => ({ ...role })),
    hub_type: null,
    incidents_data: null,
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
