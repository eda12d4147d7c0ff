/** The options of a command by the names that Discord shows. */
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Invocation } from './drafts.ts';

type Typed = Pick<Invocation, 'subcommand' | 'options'>;

/** What the choices among what was typed are called, by option, where capitals are not all: "Own text" for `own`. */
export function choiceLabels(
  shape: RESTPostAPIApplicationCommandsJSONBody | undefined,
  typed: Typed,
): Record<string, string> {
  return Object.fromEntries(
    optionsOf(shape, typed).flatMap((option): [string, string][] => {
      const choices = 'choices' in option ? (option.choices ?? []) : [];
      const chosen = choices.find(({ value }) => value === typed.options[option.name]);
      return chosen === undefined || chosen.name.toLowerCase() === chosen.value
        ? []
        : [[option.name, chosen.name]];
    }),
  );
}

/** Whether all that was typed can be typed again as options of the command. */
export function isCommandLine(
  shape: RESTPostAPIApplicationCommandsJSONBody | undefined,
  typed: Typed,
): boolean {
  const names = new Set(optionsOf(shape, typed).map(({ name }) => name));
  return Object.keys(typed.options).every((name) => names.has(name));
}

function optionsOf(
  shape: RESTPostAPIApplicationCommandsJSONBody | undefined,
  { subcommand }: Typed,
): APIApplicationCommandBasicOption[] {
  const all = shape !== undefined && 'options' in shape ? (shape.options ?? []) : [];
  const found = all.find(({ name }) => name === subcommand);
  const options = found?.type === ApplicationCommandOptionType.Subcommand ? (found.options ?? []) : all;
  return options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
      ? []
      : [option],
  );
}
