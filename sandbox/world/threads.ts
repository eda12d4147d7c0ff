/** Threads: they have the permissions of their channel, fall asleep, and wake when somebody writes. */
import { ChannelType } from 'discord-api-types/v10';
import type { ChannelState, GuildState, World } from '../world.ts';
import { apiChannel } from './shapes.ts';

/** Opens a thread under a channel, with its permissions: THREAD_CREATE. */
export function addThread(world: World, guild: GuildState, parent: ChannelState, name: string): ChannelState {
  const thread: ChannelState = {
    ...{ id: world.newId(), guildId: guild.id, type: ChannelType.PublicThread, name, recipientId: null },
    overwrites: parent.overwrites,
    thread: { parentId: parent.id, archived: false },
    messages: [],
  };
  world.channels.set(thread.id, thread);
  guild.channelIds.push(thread.id);
  tellThread(world, thread, 'THREAD_CREATE');
  return thread;
}

/** Lets a thread fall asleep, or wakes it: THREAD_UPDATE. Nothing happens to what is no thread. */
export function setArchived(world: World, channel: ChannelState, archived: boolean): void {
  if (channel.thread === null || channel.thread.archived === archived) return;
  channel.thread.archived = archived;
  tellThread(world, channel, 'THREAD_UPDATE');
}

function tellThread(world: World, thread: ChannelState, name: 'THREAD_CREATE' | 'THREAD_UPDATE'): void {
  const data = apiChannel(world, thread);
  world.events.emit({ kind: 'dispatch', guildId: thread.guildId, name, data });
}
