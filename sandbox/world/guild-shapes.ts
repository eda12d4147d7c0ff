/** Guilds as Discord's API writes them. */
import type { GuildState, World } from '../world.ts';
import { apiChannel, apiMember } from './shapes.ts';

/** A guild as GUILD_CREATE carries it: with channels, threads that are awake, roles and the bot's own member. */
export function gatewayGuild(world: World, guild: GuildState): Record<string, unknown> {
  const bot = guild.members.get(world.application.botUserId);
  const channels = guild.channelIds.flatMap((id) => world.channels.get(id) ?? []);
  return {
    ...apiGuild(guild),
    joined_at: bot?.joinedAt ?? guild.createdAt,
    large: guild.members.size > 250,
    unavailable: false,
    member_count: guild.members.size,
    members: bot ? [apiMember(world, bot)] : [],
    channels: channels.filter(({ thread }) => thread === null).map((channel) => apiChannel(world, channel)),
    threads: channels
      .filter(({ thread }) => thread !== null && !thread.archived)
      .map((channel) => apiChannel(world, channel)),
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
