/** Making guilds, and what happens to them afterwards: roles given, channels closed, the bot thrown out. */
import { type APIOverwrite, ChannelType, OverwriteType } from 'discord-api-types/v10';
import type { ChannelState, GuildState, MemberState, World } from '../world.ts';
import type { ChannelSpec, GuildSpec, MemberSpec } from './guild-spec.ts';
import { bits, type PermissionName } from './permissions.ts';
import { ADMINISTRATOR_ROLE, makeRoles, roleIdOf } from './roles.ts';
import { apiChannel } from './shapes.ts';

function overwrite(type: OverwriteType, id: string, allow: bigint, deny: bigint): APIOverwrite {
  return { type, id, allow: allow.toString(), deny: deny.toString() };
}

/** Adds a text channel to a guild. */
export function addChannel(world: World, guild: GuildState, spec: ChannelSpec): ChannelState {
  const overwrites: APIOverwrite[] = [];
  const botId = world.application.botUserId;
  if (spec.onlyRoles) {
    const view = bits(['ViewChannel']);
    overwrites.push(overwrite(OverwriteType.Role, guild.id, 0n, view));
    for (const name of spec.onlyRoles)
      overwrites.push(overwrite(OverwriteType.Role, roleIdOf(guild, name), view, 0n));
  }
  if (spec.denyBot || spec.onlyRoles) {
    const denied = bits(spec.denyBot ?? []);
    const allowed = spec.onlyRoles ? bits(['ViewChannel']) & ~denied : 0n;
    overwrites.push(overwrite(OverwriteType.Member, botId, allowed, denied));
  }
  const channel: ChannelState = {
    id: world.newId(),
    guildId: guild.id,
    type: ChannelType.GuildText,
    name: spec.name.replace(/^#/, ''),
    recipientId: null,
    overwrites,
    thread: null,
    messages: [],
  };
  world.channels.set(channel.id, channel);
  guild.channelIds.push(channel.id);
  return channel;
}

/** Lets a person join a guild, making the user when there is none of that id. */
export function addMember(world: World, guild: GuildState, spec: MemberSpec): MemberState {
  const userId = spec.userId ?? world.newId();
  if (!world.users.has(userId)) {
    const { name, locale = 'en-US', directMessagesClosed = false } = spec;
    world.users.set(userId, { id: userId, name, bot: false, locale, directMessagesClosed });
  }
  const roles = (spec.roles ?? []).map((name) => roleIdOf(guild, name));
  if (spec.administrator) roles.push(roleIdOf(guild, ADMINISTRATOR_ROLE));
  const member: MemberState = {
    userId,
    roles,
    note: spec.note ?? '',
    switchable: spec.switchable ?? true,
    joinedAt: world.clock.now().toISOString(),
  };
  guild.members.set(userId, member);
  return member;
}

/** Makes a guild with its channels, roles and members, and tells a connected bot. */
export function makeGuild(world: World, spec: GuildSpec): GuildState {
  const id = world.newId();
  const guild: GuildState = {
    id,
    name: spec.name,
    zone: spec.zone ?? 'UTC',
    ownerId: world.newId(),
    createdAt: world.clock.now().toISOString(),
    roles: makeRoles(world, id, spec),
    members: new Map(),
    channelIds: [],
    commands: new Map(),
    withBot: false,
  };
  world.guilds.set(id, guild);
  for (const channel of spec.channels) addChannel(world, guild, channel);
  for (const member of spec.members) addMember(world, guild, member);
  if (spec.withBot ?? true) addBot(world, guild);
  return guild;
}

/** Invites the bot: GUILD_CREATE. */
export function addBot(world: World, guild: GuildState): void {
  const botRole = guild.roles.find((entry) => entry.managed);
  guild.members.set(world.application.botUserId, {
    userId: world.application.botUserId,
    roles: botRole ? [botRole.id] : [],
    note: '',
    switchable: false,
    joinedAt: world.clock.now().toISOString(),
  });
  guild.withBot = true;
  world.events.emit({ kind: 'guild-created', guild });
}

/** Throws the bot out: GUILD_DELETE. */
export function removeBot(world: World, guild: GuildState): void {
  guild.members.delete(world.application.botUserId);
  guild.withBot = false;
  guild.commands.clear();
  world.events.emit({ kind: 'guild-removed', guild });
}

/** Deletes a channel with its messages: CHANNEL_DELETE. */
export function deleteChannel(world: World, guild: GuildState, channel: ChannelState): void {
  const data = apiChannel(world, channel);
  world.channels.delete(channel.id);
  guild.channelIds.splice(guild.channelIds.indexOf(channel.id), 1);
  world.events.emit({ kind: 'dispatch', guildId: guild.id, name: 'CHANNEL_DELETE', data });
}

/** Takes permissions from the bot in one channel, and gives back those taken before: CHANNEL_UPDATE. */
export function denyBot(world: World, channel: ChannelState, denied: readonly PermissionName[]): void {
  const botId = world.application.botUserId;
  const at = channel.overwrites.findIndex((entry) => entry.id === botId);
  const [before] = at < 0 ? [] : channel.overwrites.splice(at, 1);
  const deny = bits(denied);
  const allow = (BigInt(before?.allow ?? '0') | BigInt(before?.deny ?? '0')) & ~deny;
  channel.overwrites.push(overwrite(OverwriteType.Member, botId, allow, deny));
  const data = apiChannel(world, channel);
  world.events.emit({ kind: 'dispatch', guildId: channel.guildId, name: 'CHANNEL_UPDATE', data });
}
