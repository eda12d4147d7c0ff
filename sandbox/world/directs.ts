import { ChannelType } from 'discord-api-types/v10';
import type { ChannelState, World } from '../world.ts';

/** The direct-message channel between the bot and a person; null while there is none. */
export function directChannel(world: World, userId: string): ChannelState | null {
  for (const channel of world.channels.values()) {
    if (channel.recipientId === userId) return channel;
  }
  return null;
}

/** Opens that channel, or returns the one that is open. */
export function openDirect(world: World, userId: string): ChannelState {
  const open = directChannel(world, userId);
  if (open) return open;
  const channel: ChannelState = {
    id: world.newId(),
    guildId: null,
    type: ChannelType.DM,
    name: 'direct',
    recipientId: userId,
    thread: null,
    overwrites: [],
    messages: [],
  };
  world.channels.set(channel.id, channel);
  world.events.emit({ kind: 'person-changed', userId });
  return channel;
}

/** Whether the bot and a person are in a guild together. */
export function sharesGuild(world: World, userId: string): boolean {
  return [...world.guilds.values()].some((guild) => guild.withBot && guild.members.has(userId));
}
