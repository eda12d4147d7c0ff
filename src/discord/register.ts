/** Tells Discord the commands, but only when they differ from what it has: a start costs one GET. */

import { type REST, Routes } from 'discord.js';
import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { ConnectError } from './connect.ts';

/** Registers to one guild, or everywhere when `guildId` is null. Answers whether anything was sent; rejects with a ConnectError. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<boolean> {
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const keys = guildId === null ? GLOBAL_KEYS : TOP_KEYS;
  try {
    const registered = (await rest.get(route)) as APIApplicationCommand[];
    if (fingerprint(registered, keys) === fingerprint(commands, keys)) return false;
    await rest.put(route, { body: commands });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'no answer';
    const where =
      guildId === null ? '' : ` in server ${guildId}: check DISCORD_GUILD_ID, and that the bot is in it`;
    throw new ConnectError(`Discord did not take the commands (${code})${where}.`, { cause: error });
  }
}

/** The parts that we set, with Discord's defaults left out and keys in order, as one comparable text. */
function fingerprint(commands: readonly object[], keys: readonly string[]): string {
  const parts = commands.map((command) => JSON.stringify(normal(command, keys)));
  return parts.sort().join('\n');
}

const TOP_KEYS = ['name', 'description', 'type', 'options', 'default_member_permissions', 'nsfw'];
/** Where a command shows; Discord keeps this for global commands only. Installation contexts are its own default. */
const GLOBAL_KEYS = [...TOP_KEYS, 'contexts'];
const OPTION_KEYS = [
  'name',
  'description',
  'type',
  'required',
  'choices',
  'options',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'autocomplete',
  'value',
];

function normal(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => normal(item, OPTION_KEYS));
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null)
    return value === false || value === null ? undefined : value;
  const fields = new Map(Object.entries(value));
  return keys.map((key) => [
    key,
    key === 'type' ? (fields.get(key) ?? 1) : normal(fields.get(key), OPTION_KEYS),
  ]);
}
