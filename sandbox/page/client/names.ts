import type { APIUser } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import type { View } from '../../protocol.ts';

/** Somebody or something that a picker offers and a mention names. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
  readonly kind: 'user' | 'role' | 'channel';
  /** CSS colour of a role; null for the text's own. */
  readonly color: string | null;
}

/** "#rrggbb" of Discord's integer colour; null for 0, which means none. */
export function cssColor(color: number | null | undefined): string | null {
  return color ? `#${color.toString(16).padStart(6, '0')}` : null;
}

/** The name under which a user is shown: a persona's, or Discord's display name. */
export function displayName(view: View, user: Pick<APIUser, 'id' | 'username' | 'global_name'>): string {
  if (user.id === view.bot.userId) return view.bot.name;
  return view.personas.find((p) => p.userId === user.id)?.name ?? user.global_name ?? user.username;
}

export function users(view: View): Named[] {
  const people = view.personas.map(
    (p): Named => ({ id: p.userId, name: p.name, note: p.note, kind: 'user', color: null }),
  );
  return [...people, { id: view.bot.userId, name: view.bot.name, note: 'app', kind: 'user', color: null }];
}

export function roles(view: View): Named[] {
  return view.roles.map(
    (role): Named => ({
      id: role.id,
      name: role.name.replace(/^@/, ''),
      note: null,
      kind: 'role',
      color: cssColor(role.colors?.primary_color ?? role.color),
    }),
  );
}

/** Guild channels, of the given types if any are given. */
export function channels(view: View, types?: readonly ChannelType[]): Named[] {
  return view.guildChannels
    .filter((channel) => !types?.length || types.includes(channel.type))
    .map((channel) => ({
      id: channel.id,
      name: channel.name ?? channel.id,
      note: channel.type === ChannelType.GuildCategory ? 'category' : null,
      kind: 'channel',
      color: null,
    }));
}

/** "@Ann", "@Coach" or "#training". */
export function mark(named: Named): string {
  return `${named.kind === 'channel' ? '#' : '@'}${named.name}`;
}
