/** Command definitions: names, counts, options, choices, and 8000 characters in the longest language. */
import { ApplicationCommandType } from 'discord-api-types/v10';
import { asJson, asList, asNumber, asText, type Json } from '../json.ts';
import { checkOptions, checkTexts } from './command-options.ts';
import { checkChoice, checkText, createIssues, type Issues, type Path } from './issues.ts';

const MAX_CHARACTERS = 8000;
const MAX_BY_TYPE: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
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
