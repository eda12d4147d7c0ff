/** Names as people type them (@Ann, #coaches, Coach) to ids, and the `resolved` part of payloads. */
import { ChannelType } from 'discord-api-types/v10';
import type { Json } from '../json.ts';
import { may } from '../world/permissions.ts';
import { apiMember, apiUser, resolvedChannel, userOf } from '../world/shapes.ts';
import type { ChannelState, GuildState, World } from '../world.ts';

export interface Found {
  readonly id: string;
  readonly kind: 'user' | 'role' | 'channel';
}

const bare = (name: string) =>
  name
    .trim()
    .replace(/^<(@[!&]?|#)(\d+)>$/, '$2')
    .replace(/^[@#]/, '')
    .toLowerCase();

/** People that can be named from a channel: the guild's members, or the two of a direct message. */
export function peopleIn(world: World, channel: ChannelState): readonly string[] {
  if (channel.guildId === null) return [channel.recipientId ?? '', world.application.botUserId];
  return [...(world.guilds.get(channel.guildId)?.members.keys() ?? [])];
}

/** A person by name or id. */
export function findUser(world: World, channel: ChannelState, name: string): string | null {
  const wanted = bare(name);
  const found = peopleIn(world, channel).find(
    (id) => id === wanted || userOf(world, id).name.toLowerCase() === wanted,
  );
  return found ?? null;
}

/** A role by name or id. */
export function findRole(guild: GuildState | undefined, name: string): string | null {
  const wanted = bare(name);
  return guild?.roles.find((role) => role.id === wanted || bare(role.name) === wanted)?.id ?? null;
}

/** A channel that the person can see, by name or id. */
export function findChannel(
  world: World,
  guild: GuildState | undefined,
  userId: string,
  name: string,
): string | null {
  const wanted = bare(name);
  const found = guild?.channelIds.find((id) => {
    const channel = world.channels.get(id);
    if (!channel || !may(world, channel, userId, 'ViewChannel')) return false;
    return id === wanted || channel.name.toLowerCase() === wanted;
  });
  return found ?? null;
}

/** The `resolved` object for what a person chose. */
export function resolved(world: World, channel: ChannelState, userId: string, found: readonly Found[]): Json {
  const users: Json = {};
  const members: Json = {};
  const roles: Json = {};
  const channels: Json = {};
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  for (const { id, kind } of found) {
    if (kind === 'user') {
      users[id] = apiUser(userOf(world, id));
      const member = guild?.members.get(id);
      if (member) {
        const { user: _, deaf: __, mute: ___, ...partial } = apiMember(world, member);
        members[id] = { ...partial, permissions: '0' };
      }
    } else if (kind === 'role') {
      roles[id] = { ...guild?.roles.find((role) => role.id === id) };
    } else {
      const chosen = world.channels.get(id);
      if (chosen && chosen.type === ChannelType.GuildText)
        channels[id] = resolvedChannel(world, chosen, userId);
    }
  }
  const parts = Object.entries({ users, members, roles, channels });
  return Object.fromEntries(parts.filter(([, part]) => Object.keys(part).length > 0));
}
