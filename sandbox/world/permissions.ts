/** Who may do what where, computed from roles and overwrites as Discord does. */
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelState, GuildState, World } from '../world.ts';

export type PermissionName = keyof typeof PermissionFlagsBits;

const ALL = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

/** What everybody may do in a direct-message channel. */
const DIRECT = bits([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseExternalEmojis',
  'AddReactions',
  'MentionEveryone',
]);

/** The bits of a list of permission names. */
export function bits(names: readonly PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
}

/** Permissions of a member over the whole guild; none for a stranger. */
export function guildPermissions(guild: GuildState, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL;
  const held = guild.roles
    .filter((role) => role.id === guild.id || member.roles.includes(role.id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  return held & PermissionFlagsBits.Administrator ? ALL : held;
}

function overwritten(
  base: bigint,
  channel: ChannelState,
  ids: readonly string[],
  type: OverwriteType,
): bigint {
  const found = channel.overwrites.filter((entry) => entry.type === type && ids.includes(entry.id));
  const deny = found.reduce((sum, entry) => sum | BigInt(entry.deny), 0n);
  const allow = found.reduce((sum, entry) => sum | BigInt(entry.allow), 0n);
  return (base & ~deny) | allow;
}

/** Permissions of a user in one channel; without ViewChannel there are none. */
export function channelPermissions(world: World, channel: ChannelState, userId: string): bigint {
  if (channel.guildId === null) {
    return userId === channel.recipientId || userId === world.application.botUserId ? DIRECT : 0n;
  }
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  if (!guild || !member) return 0n;
  const base = guildPermissions(guild, userId);
  if (base === ALL) return ALL;
  const everyone = overwritten(base, channel, [guild.id], OverwriteType.Role);
  const byRole = overwritten(everyone, channel, member.roles, OverwriteType.Role);
  const held = overwritten(byRole, channel, [userId], OverwriteType.Member);
  return held & PermissionFlagsBits.ViewChannel ? held : 0n;
}

/** Whether a user holds all the named permissions in a channel; in a thread writing is a permission of its own. */
export function may(
  world: World,
  channel: ChannelState,
  userId: string,
  ...names: PermissionName[]
): boolean {
  const needed = names.map((name) =>
    channel.thread !== null && name === 'SendMessages' ? 'SendMessagesInThreads' : name,
  );
  const wanted = bits(needed);
  return (channelPermissions(world, channel, userId) & wanted) === wanted;
}
