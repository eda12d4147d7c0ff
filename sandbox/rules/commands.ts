/** Command definitions: names, counts, options, choices, and 8000 characters in the longest language. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { asJson, asList, asNumber, asText, type Json } from '../json.ts';
import {
  checkChoice,
  checkInteger,
  checkList,
  checkText,
  createIssues,
  type Issues,
  type Path,
} from './issues.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_CHARACTERS = 8000;
const MAX_BY_TYPE: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
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

function checkTexts(issues: Issues, path: Path, entry: Json): void {
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

function checkOptions(issues: Issues, path: Path, value: unknown, depth: number): void {
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

/** Characters of a command's names, descriptions and choice values, each text in its longest language. */
function characters(entry: Json): number {
  const longest = (text: unknown, translations: unknown) =>
    Math.max(asText(text).length, ...Object.values(asJson(translations)).map((one) => asText(one).length));
  const own =
    longest(entry.name, entry.name_localizations) +
    longest(entry.description, entry.description_localizations);
  const choices = asList(entry.choices).map(asJson);
  const chosen = choices.reduce(
    (sum, choice) => sum + longest(choice.name, choice.name_localizations) + asText(choice.value).length,
    0,
  );
  return asList(entry.options).reduce<number>(
    (sum, option) => sum + characters(asJson(option)),
    own + chosen,
  );
}

function collect(issues: Issues, path: Path, command: Json): void {
  const type = command.type ?? ApplicationCommandType.ChatInput;
  checkChoice(issues, [...path, 'type'], type, [1, 2, 3, 4]);
  if (type === ApplicationCommandType.ChatInput) {
    checkTexts(issues, path, command);
    checkOptions(issues, path, command.options, 0);
  } else {
    checkText(issues, [...path, 'name'], command.name, { required: true, min: 1, max: 32 });
    if (command.description)
      issues.add(
        [...path, 'description'],
        'APPLICATION_COMMAND_DESCRIPTION_INVALID',
        'Context menu commands cannot have description',
      );
  }
  const permissions = command.default_member_permissions;
  if (permissions !== undefined && permissions !== null && !/^\d+$/.test(String(permissions))) {
    issues.add([...path, 'default_member_permissions'], 'BITFIELD_TYPE_INVALID', 'Not a bit set');
  }
  if (characters(command) > MAX_CHARACTERS) {
    issues.add(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_CHARACTERS})`);
  }
}

/** One command definition; throws the 400. */
export function checkCommand(body: Json): void {
  const issues = createIssues();
  collect(issues, [], body);
  issues.done();
}

/** A whole set of them: at most 100 chat, 15 user and 15 message commands, no name twice. Throws the 400. */
export function checkCommands(value: unknown): void {
  const issues = createIssues();
  if (!Array.isArray(value)) issues.add([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.');
  const seen = new Map<string, number>();
  const counts: Record<number, number> = {};
  asList(value).forEach((entry, index) => {
    const command = asJson(entry);
    const type = asNumber(command.type, 1);
    const key = `${type}:${asText(command.name)}`;
    collect(issues, [index], command);
    if (seen.has(key))
      issues.add(
        [index, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    seen.set(key, index);
    counts[type] = (counts[type] ?? 0) + 1;
    if (counts[type] > (MAX_BY_TYPE[type] ?? 1)) {
      issues.add(
        [index, 'name'],
        'APPLICATION_COMMAND_TOO_MANY',
        `Maximum number of application commands reached (${MAX_BY_TYPE[type] ?? 1})`,
      );
    }
  });
  issues.done();
}
