/** What can be run: every chat command, with subcommands as entries of their own, as Discord lists them. */
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
} from 'discord-api-types/v10';

export interface Runnable {
  /** "remind add": unique, and what one types after the slash. */
  readonly name: string;
  readonly command: string;
  readonly subcommand: string | null;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

type Listed = Pick<APIApplicationCommand, 'name' | 'description' | 'options' | 'type' | 'contexts'>;

function isBasic(option: APIApplicationCommandOption): option is APIApplicationCommandBasicOption {
  return (
    option.type !== ApplicationCommandOptionType.Subcommand &&
    option.type !== ApplicationCommandOptionType.SubcommandGroup
  );
}

function basics(options: readonly APIApplicationCommandOption[] | undefined) {
  return (options ?? []).filter(isBasic);
}

function fromCommand(command: Listed): Runnable[] {
  const subcommands = (command.options ?? []).flatMap((option): Runnable[] => {
    if (option.type !== ApplicationCommandOptionType.Subcommand) return [];
    const { name, description } = option;
    const options = basics(option.options);
    return [
      { name: `${command.name} ${name}`, command: command.name, subcommand: name, description, options },
    ];
  });
  if (subcommands.length > 0) return subcommands;
  const { name, description } = command;
  return [{ name, command: name, subcommand: null, description, options: basics(command.options) }];
}

function worksIn(command: Listed, kind: 'text' | 'direct'): boolean {
  const context = kind === 'direct' ? InteractionContextType.BotDM : InteractionContextType.Guild;
  return command.contexts?.includes(context) ?? true;
}

/** The commands that may be typed in a channel of this kind, by name. */
export function runnables(commands: readonly Listed[], kind: 'text' | 'direct'): Runnable[] {
  return commands
    .filter((command) => command.type === ApplicationCommandType.ChatInput && worksIn(command, kind))
    .flatMap(fromCommand)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Those that fit what stands after the slash, beginnings first. */
export function matching(list: readonly Runnable[], query: string): Runnable[] {
  const wanted = query.trim().toLowerCase();
  const starts = list.filter((one) => one.name.startsWith(wanted));
  const rest = list.filter((one) => !one.name.startsWith(wanted) && one.name.includes(wanted));
  return [...starts, ...rest];
}
