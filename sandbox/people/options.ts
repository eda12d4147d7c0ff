/** Option values typed and checked as Discord's own client does. */
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ChannelType,
} from 'discord-api-types/v10';
import { ClientRefusal, type Place } from './place.ts';
import { type Found, findChannel, findRole, findUser } from './resolve.ts';

function chosen(
  option: APIApplicationCommandBasicOption,
  given: string | number | boolean,
): string | number | undefined {
  if (!('choices' in option) || !option.choices || option.choices.length === 0) return undefined;
  const text = String(given).toLowerCase();
  const found = option.choices.find(
    (choice) => String(choice.value).toLowerCase() === text || choice.name.toLowerCase() === text,
  );
  if (found) return found.value;
  throw new ClientRefusal(
    `${option.name}: "${String(given)}" is no choice; there are ${option.choices.map((choice) => choice.name).join(', ')}`,
  );
}

function numeric(option: APIApplicationCommandBasicOption, given: string | number | boolean): number {
  const value = typeof given === 'number' ? given : Number(String(given).trim() || Number.NaN);
  const whole = option.type === ApplicationCommandOptionType.Integer;
  if (!Number.isFinite(value) || (whole && !Number.isInteger(value))) {
    throw new ClientRefusal(`${option.name}: "${String(given)}" is no ${whole ? 'whole ' : ''}number`);
  }
  if ('min_value' in option && option.min_value !== undefined && value < option.min_value) {
    throw new ClientRefusal(`${option.name}: at least ${option.min_value}`);
  }
  if ('max_value' in option && option.max_value !== undefined && value > option.max_value) {
    throw new ClientRefusal(`${option.name}: at most ${option.max_value}`);
  }
  return value;
}

function textual(option: APIApplicationCommandBasicOption, given: string | number | boolean): string {
  const value = String(given);
  if ('min_length' in option && option.min_length !== undefined && value.length < option.min_length) {
    throw new ClientRefusal(`${option.name}: at least ${option.min_length} characters`);
  }
  if ('max_length' in option && option.max_length !== undefined && value.length > option.max_length) {
    throw new ClientRefusal(`${option.name}: at most ${option.max_length} characters`);
  }
  return value;
}

function truth(option: APIApplicationCommandBasicOption, given: string | number | boolean): boolean {
  const text = String(given).toLowerCase();
  if (['true', 'yes'].includes(text)) return true;
  if (['false', 'no'].includes(text)) return false;
  throw new ClientRefusal(`${option.name}: "${String(given)}" is neither true nor false`);
}

function entity(place: Place, option: APIApplicationCommandBasicOption, name: string): Found {
  const { world, userId, channel } = place;
  if (
    'channel_types' in option &&
    option.channel_types &&
    !option.channel_types.includes(ChannelType.GuildText)
  ) {
    throw new ClientRefusal(`${option.name}: there are no channels of this kind`);
  }
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  const { type } = option;
  const tries: readonly (readonly [boolean, Found['kind'], () => string | null])[] = [
    [
      type === ApplicationCommandOptionType.User || type === ApplicationCommandOptionType.Mentionable,
      'user',
      () => findUser(world, channel, name),
    ],
    [
      type === ApplicationCommandOptionType.Role || type === ApplicationCommandOptionType.Mentionable,
      'role',
      () => findRole(guild, name),
    ],
    [type === ApplicationCommandOptionType.Channel, 'channel', () => findChannel(world, guild, userId, name)],
  ];
  for (const [fits, kind, find] of tries) {
    const id = fits ? find() : null;
    if (id !== null) return { id, kind };
  }
  throw new ClientRefusal(`${option.name}: there is no ${name} here`);
}

/** The value of an option as Discord sends it; people, roles and channels are added to `found`. Throws ClientRefusal. */
export function typed(
  place: Place,
  option: APIApplicationCommandBasicOption,
  given: string | number | boolean,
  found: Found[],
) {
  const choice = chosen(option, given);
  if (choice !== undefined) return choice;
  switch (option.type) {
    case ApplicationCommandOptionType.String:
      return textual(option, given);
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return numeric(option, given);
    case ApplicationCommandOptionType.Boolean:
      return truth(option, given);
    case ApplicationCommandOptionType.Attachment:
      throw new ClientRefusal(`${option.name}: the sandbox's people have no files to send`);
    default: {
      const entry = entity(place, option, String(given));
      found.push(entry);
      return entry.id;
    }
  }
}
