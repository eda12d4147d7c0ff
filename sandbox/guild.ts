/** A guild as its maker handles it. */

import type { ChannelSpec, GuildSpec, MemberSpec } from './world/guild-spec.ts';
import {
  addBot,
  addChannel,
  addMember,
  deleteChannel,
  denyBot,
  makeGuild,
  removeBot,
} from './world/guilds.ts';
import type { PermissionName } from './world/permissions.ts';
import { changeRole, deleteRole, roleIdOf } from './world/roles.ts';
import { apiMember, userOf } from './world/shapes.ts';
import { addThread, setArchived } from './world/threads.ts';
import type { ChannelState, GuildState, World } from './world.ts';

export interface SandboxGuild {
  readonly id: string;
  readonly name: string;
  /** IANA zone. */
  readonly zone: string;
  /** For the sandbox itself. */
  readonly state: GuildState;
  /** Ids by name; each throws when there is none of that name. */
  channelId(name: string): string;
  roleId(name: string): string;
  userId(name: string): string;
  /** Lets the bot in, or throws it out (GUILD_DELETE). */
  addBot(): void;
  removeBot(): void;
  /** An outage: the guild is unavailable to the bot, or there again. */
  setAvailable(available: boolean): void;
  addChannel(spec: ChannelSpec): string;
  /** Opens a thread under a channel; gives its id. From then on it goes by its name, like a channel. */
  addThread(channel: string, name: string): string;
  /** A thread falls asleep until somebody writes in it. */
  archiveThread(name: string): void;
  deleteChannel(name: string): void;
  /** What the bot lacks in a channel from now on; an empty list gives everything back. */
  denyBot(channel: string, permissions: readonly PermissionName[]): void;
  /** Adds a member; gives the user's id. */
  addMember(spec: MemberSpec): string;
  /** Somebody leaves. */
  removeMember(name: string): void;
  giveRole(member: string, role: string): void;
  takeRole(member: string, role: string): void;
  /** What a role may no longer do, or may do from now on, in the whole guild; "Backstraight" is the bot's. */
  denyRole(role: string, permissions: readonly PermissionName[]): void;
  allowRole(role: string, permissions: readonly PermissionName[]): void;
  deleteRole(role: string): void;
  setDirectMessagesClosed(member: string, closed: boolean): void;
}

/** Makes a guild and what its maker can do with it. */
export function createSandboxGuild(world: World, spec: GuildSpec): SandboxGuild {
  const guild = makeGuild(world, spec);
  const channel = (name: string): ChannelState => {
    const bare = name.replace(/^#/, '');
    const found = guild.channelIds.map((id) => world.channels.get(id)).find((entry) => entry?.name === bare);
    if (!found) throw new Error(`${guild.name} has no channel ${name}`);
    return found;
  };
  const member = (name: string) => {
    const found = [...guild.members.values()].find((entry) => userOf(world, entry.userId).name === name);
    if (!found) throw new Error(`${guild.name} has no member ${name}`);
    return found;
  };
  const changed = (userId: string) => {
    world.events.emit({ kind: 'person-changed', userId });
    const entry = guild.members.get(userId);
    if (!entry) return;
    const data = { guild_id: guild.id, ...apiMember(world, entry) };
    world.events.emit({ kind: 'dispatch', guildId: guild.id, name: 'GUILD_MEMBER_UPDATE', data });
  };
  return {
    id: guild.id,
    name: guild.name,
    zone: guild.zone,
    state: guild,
    channelId: (name) => channel(name).id,
    roleId: (name) => roleIdOf(guild, name),
    userId: (name) => member(name).userId,
    addBot: () => addBot(world, guild),
    removeBot: () => removeBot(world, guild),
    setAvailable(available) {
      const data = { id: guild.id, unavailable: true };
      if (available) world.events.emit({ kind: 'guild-created', guild });
      else world.events.emit({ kind: 'dispatch', guildId: guild.id, name: 'GUILD_DELETE', data });
    },
    addChannel: (wanted) => addChannel(world, guild, wanted).id,
    addThread: (parent, name) => addThread(world, guild, channel(parent), name).id,
    archiveThread: (name) => setArchived(world, channel(name), true),
    deleteChannel: (name) => deleteChannel(world, guild, channel(name)),
    denyBot: (name, permissions) => denyBot(world, channel(name), permissions),
    addMember: (wanted) => addMember(world, guild, wanted).userId,
    removeMember(name) {
      const { userId } = member(name);
      guild.members.delete(userId);
      changed(userId);
    },
    giveRole(name, role) {
      const { roles, userId } = member(name);
      const id = roleIdOf(guild, role);
      if (!roles.includes(id)) roles.push(id);
      changed(userId);
    },
    takeRole(name, role) {
      const { roles, userId } = member(name);
      const at = roles.indexOf(roleIdOf(guild, role));
      if (at >= 0) roles.splice(at, 1);
      changed(userId);
    },
    denyRole: (name, take) => changeRole(world, guild, name, { take }),
    allowRole: (name, give) => changeRole(world, guild, name, { give }),
    deleteRole: (name) => deleteRole(world, guild, name),
    setDirectMessagesClosed(name, closed) {
      userOf(world, member(name).userId).directMessagesClosed = closed;
    },
  };
}
