import { type Client, PermissionFlagsBits, Status } from 'discord.js';

/** Writing in a thread is a permission of its own. */
const toWrite = (inThread: boolean): Readonly<Record<string, bigint>> =>
  inThread
    ? { 'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads }
    : { 'Send Messages': PermissionFlagsBits.SendMessages };

/** What the bot needs in a channel or thread that it posts to, by the name that Discord's settings show. */
const needed = (inThread: boolean): Readonly<Record<string, bigint>> => ({
  'View Channel': PermissionFlagsBits.ViewChannel,
  ...toWrite(inThread),
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
});

/** All of them as the bit set of an invitation link: the least that the bot works with. */
export const INVITATION_PERMISSIONS = Object.values(needed(false)).reduce((all, bit) => all | bit, 0n);

/**
 * What stands between the bot and a place in a club's server. open: nothing that it is sure of; wait: Discord has lost
 * the server for a while; no-permission: in the channel; bot-left: the bot is not in the server any more.
 */
export type Passage = 'open' | 'wait' | 'no-permission' | 'bot-left';

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
  const toPost = [PermissionFlagsBits.ViewChannel, ...Object.values(toWrite(channel.isThread()))];
  return held.has(toPost) ? 'open' : 'no-permission';
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

/** Whether a server has a channel that is no thread; true as well for a server that Discord has not told of. */
export function hasChannel(client: Client, guildId: string, channelId: string): boolean {
  const guild = client.guilds.cache.get(guildId);
  return guild === undefined || !guild.available || guild.channels.cache.has(channelId);
}

/** Names of the permissions that the bot lacks in this channel; all of them when it cannot see the channel. */
export function missingPermissions(client: Client, guildId: string, channelId: string): string[] {
  const guild = client.guilds.cache.get(guildId);
  const channel = guild?.channels.cache.get(channelId);
  const me = guild?.members.me;
  const held = channel && me ? channel.permissionsFor(me) : null;
  return Object.entries(needed(channel?.isThread() ?? false)).flatMap(([name, bit]) =>
    held?.has(bit) ? [] : [name],
  );
}
