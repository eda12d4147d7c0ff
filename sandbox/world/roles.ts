import type { APIRole, RoleFlags } from 'discord-api-types/v10';
import type { GuildState, World } from '../world.ts';
import type { GuildSpec } from './guild-spec.ts';
import { bits, type PermissionName } from './permissions.ts';
import { apiChannel } from './shapes.ts';

const EVERYONE = bits([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'AddReactions',
  'UseExternalEmojis',
]);
const NO_ROLE_FLAGS = 0 as RoleFlags;
/** Given to members ordered as administrators. */
export const ADMINISTRATOR_ROLE = 'Administrator';

function role(id: string, name: string, permissions: bigint, position: number, managedBy?: string): APIRole {
  return {
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: managedBy !== undefined,
    mentionable: false,
    flags: NO_ROLE_FLAGS,
    ...(managedBy === undefined ? {} : { tags: { bot_id: managedBy } }),
  };
}

/** @everyone, the bot's own role, the ordered ones, and one for administrators. */
export function makeRoles(world: World, guildId: string, spec: GuildSpec): APIRole[] {
  const roles = [role(guildId, '@everyone', EVERYONE, 0)];
  roles.push(role(world.newId(), world.application.name, EVERYONE, 1, world.application.botUserId));
  for (const wanted of spec.roles ?? []) {
    roles.push(role(world.newId(), wanted.name, bits(wanted.permissions ?? []), roles.length));
  }
  if (spec.members.some((member) => member.administrator)) {
    roles.push(role(world.newId(), ADMINISTRATOR_ROLE, bits(['Administrator']), roles.length));
  }
  return roles;
}

/** The id of a role by its name, with or without "@". */
export function roleIdOf(guild: GuildState, name: string): string {
  const bare = name.replace(/^@/, '').toLowerCase();
  const found = guild.roles.find((entry) => entry.name.replace(/^@/, '').toLowerCase() === bare);
  if (!found) throw new Error(`${guild.name} has no role ${name}`);
  return found.id;
}

function roleOf(guild: GuildState, name: string): APIRole {
  const id = roleIdOf(guild, name);
  const found = guild.roles.find((entry) => entry.id === id);
  if (!found) throw new Error(`${guild.name} has no role ${name}`);
  return found;
}

/** Gives a role permissions over the whole guild, or takes them: GUILD_ROLE_UPDATE. */
export function changeRole(
  world: World,
  guild: GuildState,
  name: string,
  change: { readonly give?: readonly PermissionName[]; readonly take?: readonly PermissionName[] },
): void {
  const changed = roleOf(guild, name);
  const permissions = (BigInt(changed.permissions) | bits(change.give ?? [])) & ~bits(change.take ?? []);
  changed.permissions = permissions.toString();
  const data = { guild_id: guild.id, role: { ...changed } };
  world.events.emit({ kind: 'dispatch', guildId: guild.id, name: 'GUILD_ROLE_UPDATE', data });
}

/** Deletes a role; members lose it, and channels what they said about it: CHANNEL_UPDATE, GUILD_ROLE_DELETE. */
export function deleteRole(world: World, guild: GuildState, name: string): void {
  const { id } = roleOf(guild, name);
  const emit = (event: string, data: unknown) =>
    world.events.emit({ kind: 'dispatch', guildId: guild.id, name: event, data });
  guild.roles.splice(
    guild.roles.findIndex((entry) => entry.id === id),
    1,
  );
  for (const member of guild.members.values()) {
    if (!member.roles.includes(id)) continue;
    member.roles.splice(member.roles.indexOf(id), 1);
    world.events.emit({ kind: 'person-changed', userId: member.userId });
  }
  for (const channelId of guild.channelIds) {
    const channel = world.channels.get(channelId);
    const at = channel?.overwrites.findIndex((entry) => entry.id === id) ?? -1;
    if (channel === undefined || at < 0) continue;
    channel.overwrites.splice(at, 1);
    emit('CHANNEL_UPDATE', apiChannel(world, channel));
  }
  emit('GUILD_ROLE_DELETE', { guild_id: guild.id, role_id: id });
}
