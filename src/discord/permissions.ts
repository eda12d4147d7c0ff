import { type Client, type GuildBasedChannel, PermissionFlagsBits, Status } from 'discord.js';

/** What the bot needs in a channel that it posts to, by the name that Discord's settings show. */
const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

/** All of them as the bit set of an invitation link: the least that the bot works with. */
export const INVITATION_PERMISSIONS = Object.values(NEEDED).reduce((all, bit) => all | bit, 0n);

/**
 * What stands between the bot and a place in a club's server. open: nothing that it is sure of; wait: Discord has lost
 * the server for a while; no-permission: in the channel; bot-left: the bot is not in the server any more.
 */
export type Passage = 'open' | 'wait' | 'no-permission' | 'bot-left';

/** Writing in a thread is a permission of its own. */
const NEEDED_IN_THREADS = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

const toPostIn = (channel: GuildBasedChannel) =>
  PermissionFlagsBits.ViewChannel |
  (channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages);

/**
 * Whether a channel can be posted to, or with null a member of the club be written to, as the gateway has told so far.
 * While the gateway is away it tells nothing for sure, and everything is open; so is a channel that it has not told
 * of, since that may be a thread asleep, which wakes when somebody writes. Of one that is gone Discord says so.
 */
export function passageTo(client: Client, guildId: string, channelId: string | null): Passage {
  const isUnsure = !client.isReady() || client.ws.shards.some(({ status }) => status !== Status.Ready);
  if (isUnsure) return 'open';
  const guild = client.guilds.cache.get(guildId);
  if (guild === undefined) return 'bot-left';
  if (!guild.available) return 'wait';
  if (channelId === null) return 'open';
  const channel = guild.channels.cache.get(channelId);
  const held = channel && guild.members.me && channel.permissionsFor(guild.members.me);
  if (!held) return 'open';
  return held.has(toPostIn(channel)) ? 'open' : 'no-permission';
}

/** Whether everybody in the server can read a channel; false for a channel that the bot does not see. */
export function isPublic(client: Client, guildId: string, channelId: string): boolean {
  const guild = client.guilds.cache.get(guildId);
  const held = guild?.channels.cache.get(channelId)?.permissionsFor(guild.roles.everyone);
  return held?.has(PermissionFlagsBits.ViewChannel) ?? false;
}

/** Whether a server has a role; true as well for a server that Discord has not told of. */
export function hasRole(client: Client, guildId: string, roleId: string): boolean {
  const guild = client.guilds.cache.get(guildId);
  return guild === undefined || !guild.available || guild.roles.cache.has(roleId);
}

/** Names of the permissions that the bot lacks in this channel; all of them when it cannot see the channel. */
export function missingPermissions(client: Client, guildId: string, channelId: string): string[] {
  const guild = client.guilds.cache.get(guildId);
  const channel = guild?.channels.cache.get(channelId);
  const me = guild?.members.me;
  const held = channel && me ? channel.permissionsFor(me) : null;
  return Object.entries(channel?.isThread() ? NEEDED_IN_THREADS : NEEDED).flatMap(([name, bit]) =>
    held?.has(bit) ? [] : [name],
  );
}
