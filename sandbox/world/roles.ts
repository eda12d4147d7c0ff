import type { APIRole, RoleFlags } from 'discord-api-types/v10';
import type { GuildState, World } from '../world.ts';
import type { GuildSpec } from './guild-spec.ts';
import { bits } from './permissions.ts';

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
