import { type Client, PermissionFlagsBits } from 'discord.js';

/** What the bot needs in a channel that it posts to, by the name that Discord's settings show. */
const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

/** All of them as the bit set of an invitation link: the least that the bot works with. */
export const INVITATION_PERMISSIONS = Object.values(NEEDED).reduce((all, bit) => all | bit, 0n);

/** Whether everybody in the server can read a channel; false for a channel that the bot does not see. */
export function isPublic(client: Client, guildId: string, channelId: string): boolean {
  const guild = client.guilds.cache.get(guildId);
  const held = guild?.channels.cache.get(channelId)?.permissionsFor(guild.roles.everyone);
  return held?.has(PermissionFlagsBits.ViewChannel) ?? false;
}

/** Names of the permissions that the bot lacks in this channel; all of them when it cannot see the channel. */
export function missingPermissions(client: Client, guildId: string, channelId: string): string[] {
  const guild = client.guilds.cache.get(guildId);
  const channel = guild?.channels.cache.get(channelId);
  const me = guild?.members.me;
  const held = channel && me ? channel.permissionsFor(me) : null;
  return Object.entries(NEEDED).flatMap(([name, bit]) => (held?.has(bit) ? [] : [name]));
}
