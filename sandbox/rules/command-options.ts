/** The options of commands: their kinds, order, names and choices. */
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { asJson, asNumber, type Json } from '../json.ts';
import { checkChoice, checkInteger, checkList, checkText, type Issues, type Path } from './issues.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const { Subcommand, SubcommandGroup, String: Text, Integer, Number: Decimal } = ApplicationCommandOptionType;
const NESTING: readonly number[] = [Subcommand, SubcommandGroup];
const WITH_CHOICES: readonly number[] = [Text, Integer, Decimal];
const OPTION_TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

function checkName(issues: Issues, path: Path, value: unknown): void {
  checkText(issues, path, value, { required: true, min: 1, max: 32, pattern: NAME });
  if (typeof value === 'string' && value !== value.toLowerCase()) {
    issues.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function checkTranslations(issues: Issues, path: Path, value: unknown, max: number, name: boolean): void {
  for (const [locale, text] of Object.entries(asJson(value))) {
    if (name && text !== null) checkName(issues, [...path, locale], text);
    else checkText(issues, [...path, locale], text, { min: 1, max });
  }
}

/** Name and description, in every language. */
export function checkTexts(issues: Issues, path: Path, entry: Json): void {
  checkName(issues, [...path, 'name'], entry.name);
  checkTranslations(issues, [...path, 'name_localizations'], entry.name_localizations, 32, true);
  checkText(issues, [...path, 'description'], entry.description, { required: true, min: 1, max: 100 });
  checkTranslations(
    issues,
    [...path, 'description_localizations'],
    entry.description_localizations,
    100,
    false,
  );
}

function checkOptionChoices(issues: Issues, path: Path, option: Json): void {
  const choices = checkList(issues, [...path, 'choices'], option.choices, { max: 25 });
  if (choices.length > 0 && option.autocomplete === true) {
    issues.add(
      [...path, 'choices'],
      'APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES',
      'Choices and autocomplete exclude each other',
    );
  }
  if ((choices.length > 0 || option.autocomplete === true) && !WITH_CHOICES.includes(asNumber(option.type))) {
    issues.add(
      [...path, 'type'],
      'APPLICATION_COMMAND_OPTION_CHOICES_TYPE',
      'This type of option has no choices',
    );
  }
  choices.forEach((entry, index) => {
    const choice = asJson(entry);
    const at = [...path, 'choices', index];
    checkText(issues, [...at, 'name'], choice.name, { required: true, min: 1, max: 100 });
    if (option.type === Text)
      checkText(issues, [...at, 'value'], choice.value, { required: true, min: 1, max: 100 });
    else if (typeof choice.value !== 'number')
      issues.add([...at, 'value'], 'NUMBER_TYPE_COERCE', 'Value is not a number.');
  });
}

function checkOption(issues: Issues, path: Path, option: Json, depth: number): void {
  checkTexts(issues, path, option);
  const allowed =
    depth === 0
      ? OPTION_TYPES
      : OPTION_TYPES.filter((type) => type !== SubcommandGroup && (depth === 1 || type !== Subcommand));
  if (!checkChoice(issues, [...path, 'type'], option.type, allowed)) return;
  if (NESTING.includes(asNumber(option.type))) {
    checkOptions(issues, path, option.options, option.type === SubcommandGroup ? 1 : 2);
    return;
  }
  checkOptionChoices(issues, path, option);
  checkInteger(issues, [...path, 'min_length'], option.min_length, 0, 6000);
  checkInteger(issues, [...path, 'max_length'], option.max_length, 1, 6000);
}

/** The options of a command (depth 0), group (1) or subcommand (2). */
export function checkOptions(issues: Issues, path: Path, value: unknown, depth: number): void {
  const options = checkList(issues, [...path, 'options'], value, { max: 25 }).map(asJson);
  const names = new Set<unknown>();
  let optional = false;
  const nesting = options.filter((option) => NESTING.includes(asNumber(option.type))).length;
  if (nesting > 0 && nesting < options.length) {
    issues.add(
      [...path, 'options'],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
  options.forEach((option, index) => {
    const at = [...path, 'options', index];
    checkOption(issues, at, option, depth);
    if (option.required === true && optional) {
      issues.add(
        [...at, 'required'],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (option.required !== true) optional = true;
    if (names.has(option.name)) {
      issues.add(
        [...at, 'name'],
        'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
        'Option name already exists in options',
      );
    }
    names.add(option.name);
  });
}
