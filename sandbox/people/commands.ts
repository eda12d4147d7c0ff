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
import { typed } from './options.ts';
import { ClientRefusal, type Place } from './place.ts';
import { type Found, resolved } from './resolve.ts';

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

/** Commands that exist where a person is; in a direct message those of every shared guild too. None without the bot. */
export function commandsAt(
  world: World,
  userId: string,
  channel: ChannelState,
): readonly APIApplicationCommand[] {
  const guilds = [...world.guilds.values()].filter((guild) => {
    const here = channel.guildId === null ? guild.members.has(userId) : guild.id === channel.guildId;
    return here && guild.withBot;
  });
  if (guilds.length === 0) return [];
  return [...world.commands.values(), ...guilds.flatMap((guild) => [...guild.commands.values()])];
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
