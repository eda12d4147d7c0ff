/** Running commands as Discord's own client does: options typed and checked before anything is sent. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { asList, type Json } from '../json.ts';
import { beginInteraction } from '../world/interactions.ts';
import { channelPermissions } from '../world/permissions.ts';
import type { ChannelState, InteractionState, World } from '../world.ts';
import { type Found, findChannel, findRole, findUser, resolved } from './resolve.ts';

/** What Discord's own client would refuse, in words. */
export class ClientRefusal extends Error {
  override readonly name = 'ClientRefusal';
}

/** Who acts, and where. */
export interface Place {
  readonly world: World;
  readonly userId: string;
  readonly channel: ChannelState;
}

export type OptionInput = Readonly<Record<string, string | number | boolean>>;

/** A command by its words: ["remind", "add"]. */
export interface CommandRun {
  readonly words: readonly string[];
  readonly options: OptionInput;
  /** Autocomplete: the option being typed. */
  readonly focused?: string;
}

export interface FoundCommand {
  readonly command: APIApplicationCommand;
  /** Subcommand group and subcommand, outermost first. */
  readonly path: readonly APIApplicationCommandOption[];
  readonly options: readonly APIApplicationCommandBasicOption[];
}

const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;

/** Commands that exist where a person is; in a direct message those of every shared guild too. */
export function commandsAt(
  world: World,
  userId: string,
  channel: ChannelState,
): readonly APIApplicationCommand[] {
  const guilds = [...world.guilds.values()].filter((guild) =>
    channel.guildId === null ? guild.members.has(userId) : guild.id === channel.guildId,
  );
  const own = guilds.flatMap((guild) => [...guild.commands.values()]);
  return [...world.commands.values(), ...own];
}

/** Whether Discord offers a command to this person: default_member_permissions and contexts obeyed. */
export function isOffered({ world, userId, channel }: Place, command: APIApplicationCommand): boolean {
  const context = channel.guildId === null ? 1 : 0;
  if (command.contexts && !command.contexts.includes(context)) return false;
  if (channel.guildId === null) return command.guild_id === undefined;
  const needed = command.default_member_permissions;
  if (needed === null || needed === undefined) return true;
  const held = channelPermissions(world, channel, userId);
  const administrator = (held & 8n) !== 0n;
  return administrator || (BigInt(needed) !== 0n && (held & BigInt(needed)) === BigInt(needed));
}

/** Finds a command and its subcommand by their words. */
export function findCommand(place: Place, words: readonly string[]): FoundCommand {
  const [name, ...rest] = words;
  const command = commandsAt(place.world, place.userId, place.channel).find(
    (entry) => entry.name === name && entry.type === ApplicationCommandType.ChatInput,
  );
  if (!command) throw new ClientRefusal(`There is no command /${name ?? ''}`);
  const path: APIApplicationCommandOption[] = [];
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  for (const word of rest) {
    const next = options.find((option) => option.name === word && nests(option));
    if (!next) throw new ClientRefusal(`/${words.join(' ')}: there is no subcommand ${word}`);
    path.push(next);
    options = 'options' in next ? (next.options ?? []) : [];
  }
  if (options.some(nests)) {
    throw new ClientRefusal(
      `/${words.join(' ')} needs a subcommand: ${options.map((option) => option.name).join(', ')}`,
    );
  }
  return {
    command,
    path,
    options: options.filter((option) => !nests(option)) as APIApplicationCommandBasicOption[],
  };
}

/** Whether an option is a subcommand or a group of them. */
export function nests(option: APIApplicationCommandOption): boolean {
  return option.type === Subcommand || option.type === SubcommandGroup;
}

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

function typed(
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

function optionValues(place: Place, target: FoundCommand, run: CommandRun, found: Found[]): Json[] {
  const unknown = Object.keys(run.options).find(
    (name) => !target.options.some((option) => option.name === name),
  );
  if (unknown !== undefined) throw new ClientRefusal(`/${run.words.join(' ')} has no option ${unknown}`);
  const values: Json[] = [];
  for (const option of target.options) {
    const given = run.options[option.name];
    const focused = run.focused === option.name;
    if (focused) {
      values.push({ type: option.type, name: option.name, value: String(given ?? ''), focused: true });
    } else if (given !== undefined) {
      values.push({ type: option.type, name: option.name, value: typed(place, option, given, found) });
    } else if (option.required && run.focused === undefined) {
      throw new ClientRefusal(`/${run.words.join(' ')} needs ${option.name}`);
    }
  }
  return values;
}

/** The line as a person types it. */
export function commandLine(run: CommandRun): string {
  const options = Object.entries(run.options).map(([name, value]) => ` ${name}:${String(value)}`);
  return `/${run.words.join(' ')}${options.join('')}`;
}

/** Runs a command, or asks for its autocomplete when an option is focused. Throws ClientRefusal. */
export function runCommand(place: Place, run: CommandRun): InteractionState {
  const target = findCommand(place, run.words);
  const found: Found[] = [];
  let options = optionValues(place, target, run, found);
  if (run.focused !== undefined) {
    const option = target.options.find((entry) => entry.name === run.focused);
    if (!option || !('autocomplete' in option) || !option.autocomplete) {
      throw new ClientRefusal(`/${run.words.join(' ')} ${run.focused} has no autocomplete`);
    }
  }
  for (const level of [...target.path].reverse()) options = [{ type: level.type, name: level.name, options }];
  const { command } = target;
  const resolvedParts = resolved(place.world, place.channel, place.userId, found);
  return beginInteraction(place.world, {
    type:
      run.focused === undefined
        ? InteractionType.ApplicationCommand
        : InteractionType.ApplicationCommandAutocomplete,
    userId: place.userId,
    channel: place.channel,
    command: { command: `/${run.words.join(' ')}`, line: commandLine(run) },
    data: {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
      ...(asList(options).length > 0 ? { options } : {}),
      ...(found.length > 0 ? { resolved: resolvedParts } : {}),
    },
  });
}
