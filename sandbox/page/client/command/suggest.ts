import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { OptionValue } from '../../../protocol.ts';
import { namedOptions } from '../components/choices.tsx';
import type { ListOption } from '../listbox.tsx';
import { type Directory, fixedChoices } from './check.ts';
import type { Entry } from './draft.ts';

const NAMING = new Set<ApplicationCommandOptionType>([
  ApplicationCommandOptionType.User,
  ApplicationCommandOptionType.Role,
  ApplicationCommandOptionType.Mentionable,
  ApplicationCommandOptionType.Channel,
]);

/** An option of the list above the command box, with what it stands for. */
export interface Suggestion {
  readonly row: ListOption;
  readonly value: OptionValue;
}

export function asksServer(option: APIApplicationCommandBasicOption): boolean {
  return 'autocomplete' in option && option.autocomplete === true;
}

/** Whether the page has a list of its own for an option: choices, true and false, people, roles, channels. */
export function isListed(option: APIApplicationCommandBasicOption): boolean {
  return fixedChoices(option) !== null || NAMING.has(option.type);
}

function fits(label: string, text: string): boolean {
  return label.toLowerCase().includes(text.trim().replace(/^[@#]/, '').toLowerCase());
}

export function fromChoices(choices: readonly { name: string; value: OptionValue }[]): Suggestion[] {
  return choices.map((choice) => ({
    row: { key: `${typeof choice.value}:${choice.value}`, label: choice.name },
    value: choice.value,
  }));
}

/** What the page itself can offer for an option, by what is typed; a picked one offers all again. */
export function localSuggestions(
  option: APIApplicationCommandBasicOption,
  entry: Entry,
  directory: Directory,
): Suggestion[] {
  const text = entry.picked === null ? entry.text : '';
  const choices = fixedChoices(option);
  if (choices !== null) return fromChoices(choices.filter((choice) => fits(choice.name, text)));
  const named = directory.named(option);
  if (named === null) return [];
  return namedOptions(named.list.filter((one) => fits(one.name, text))).map((row) => ({
    row,
    value: row.key,
  }));
}
