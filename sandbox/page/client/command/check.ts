/** Discord's checks on typed options, before anything is sent. */
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { OptionValue } from '../../../protocol.ts';
import type { Named } from '../names.ts';
import { type Draft, type Entry, optionOf } from './draft.ts';

type Checked = { readonly value: OptionValue } | { readonly error: string };

const REQUIRED = 'This option is required. Specify a value.';

function range(option: { min_value?: number; max_value?: number }, value: number): string | null {
  const { min_value: min, max_value: max } = option;
  if ((min === undefined || value >= min) && (max === undefined || value <= max)) return null;
  if (min !== undefined && max !== undefined) return `Enter a number between ${min} and ${max}.`;
  return min === undefined ? `Enter a number of at most ${max}.` : `Enter a number of at least ${min}.`;
}

function checkNumber(option: APIApplicationCommandBasicOption, text: string): Checked {
  const whole = option.type === ApplicationCommandOptionType.Integer;
  const clean = text.trim().replace(',', '.');
  const value = Number(clean);
  if (clean === '' || !Number.isFinite(value))
    return { error: whole ? 'Enter a valid integer.' : 'Enter a valid number.' };
  if (whole && !Number.isInteger(value)) return { error: 'Enter a valid integer.' };
  const outside = 'min_value' in option || 'max_value' in option ? range(option, value) : null;
  return outside === null ? { value } : { error: outside };
}

function checkText(option: APIApplicationCommandBasicOption, text: string): Checked {
  if (option.type !== ApplicationCommandOptionType.String) return { value: text };
  const { min_length: min, max_length: max } = option;
  if (min !== undefined && text.length < min) return { error: `Enter at least ${min} characters.` };
  if (max !== undefined && text.length > max) return { error: `Enter at most ${max} characters.` };
  return { value: text };
}

function checkChoice(choices: readonly { name: string; value: OptionValue }[], text: string): Checked {
  const wanted = text.trim().toLowerCase();
  const exact = choices.find((choice) =>
    [choice.name, String(choice.value)].some((it) => it.toLowerCase() === wanted),
  );
  const starts = choices.filter((choice) => choice.name.toLowerCase().startsWith(wanted));
  const found = exact ?? (starts.length === 1 ? starts[0] : undefined);
  return found === undefined ? { error: 'Choose one of the options in the list.' } : { value: found.value };
}

function checkNamed(list: readonly Named[], text: string, what: string): Checked {
  const wanted = text.trim().replace(/^[@#]/, '').toLowerCase();
  const found = list.find((named) => named.id === wanted || named.name.toLowerCase() === wanted);
  return found === undefined ? { error: `Choose a ${what} from the list.` } : { value: found.id };
}

/** People, roles and channels that an option of these kinds may name. */
export interface Directory {
  named(
    option: APIApplicationCommandBasicOption,
  ): { readonly list: readonly Named[]; readonly what: string } | null;
}

const BOOLEANS = [
  { name: 'True', value: true },
  { name: 'False', value: false },
];

/** What people type for true and false. */
const BOOLEAN_WORDS: Readonly<Record<string, string>> = { yes: 'true', y: 'true', no: 'false', n: 'false' };

/** The fixed list of an option; null when it has none. */
export function fixedChoices(
  option: APIApplicationCommandBasicOption,
): readonly { name: string; value: OptionValue }[] | null {
  if (option.type === ApplicationCommandOptionType.Boolean) return BOOLEANS;
  return 'choices' in option && option.choices && option.choices.length > 0 ? option.choices : null;
}

/** Checks one option; an empty optional one is for the caller to leave out. */
export function checkEntry(
  option: APIApplicationCommandBasicOption,
  entry: Entry,
  directory: Directory,
): Checked {
  if (entry.text.trim() === '') return { error: REQUIRED };
  if (entry.picked !== null) return { value: entry.picked };
  const choices = fixedChoices(option);
  if (choices === BOOLEANS) {
    const word = entry.text.trim().toLowerCase();
    return checkChoice(choices, BOOLEAN_WORDS[word] ?? word);
  }
  if (choices !== null) return checkChoice(choices, entry.text);
  const named = directory.named(option);
  if (named !== null) return checkNamed(named.list, entry.text, named.what);
  const numeric =
    option.type === ApplicationCommandOptionType.Integer ||
    option.type === ApplicationCommandOptionType.Number;
  return numeric ? checkNumber(option, entry.text) : checkText(option, entry.text);
}

interface Verdict {
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** Checks the whole draft: values to send, and what is wrong by option name. */
export function checkDraft(draft: Draft, directory: Directory): Verdict {
  const options: Record<string, OptionValue> = {};
  const errors: Record<string, string> = {};
  for (const entry of draft.entries) {
    const option = optionOf(draft, entry.name);
    if (option === undefined) continue;
    const checked = checkEntry(option, entry, directory);
    if ('value' in checked) options[entry.name] = checked.value;
    else errors[entry.name] = checked.error;
  }
  return { options, errors };
}

/** What has been typed so far, for autocomplete: picked values, else the text as it stands. */
export function typedSoFar(draft: Draft, focused: string): Record<string, OptionValue> {
  const options: Record<string, OptionValue> = {};
  for (const entry of draft.entries) {
    if (entry.text !== '' || entry.name === focused) options[entry.name] = entry.picked ?? entry.text;
  }
  return options;
}
