/** "/pain area:low-back now:4 growing:true" to a command's words and options. */
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { type CommandRun, nests } from './commands.ts';
import { ClientRefusal } from './place.ts';

function unquoted(value: string): string {
  const text = value.trim();
  const quoted = text.length >= 2 && text.startsWith('"') && text.endsWith('"');
  return quoted ? text.slice(1, -1) : text;
}

/**
 * Reads a typed command. An option's value runs on until the next " name:" of an option that the command has,
 * so it may hold spaces and other colons. Throws ClientRefusal.
 */
export function parseCommandLine(
  commands: readonly APIApplicationCommand[],
  line: string,
  focused?: string,
): CommandRun {
  const text = line.trim().replace(/^\//, '');
  const [name = '', ...rest] = text.split(/\s+/);
  const command = commands.find((entry) => entry.name === name);
  if (!command) throw new ClientRefusal(`There is no command /${name}`);
  const words = [name];
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  for (const word of rest) {
    const next = options.find((option) => option.name === word && nests(option));
    if (!next) break;
    words.push(word);
    options = 'options' in next ? (next.options ?? []) : [];
  }
  const tail = text
    .split(/(?<=\s)/)
    .slice(words.length)
    .join('');
  const names = options.map((option) => option.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const starts =
    names.length === 0 ? [] : [...tail.matchAll(new RegExp(`(?<=^|\\s)(${names.join('|')}):`, 'gu'))];
  const before = tail.slice(0, starts[0]?.index ?? tail.length).trim();
  if (before !== '') throw new ClientRefusal(`/${words.join(' ')} has no option like "${before}"`);
  const values = starts.map((match, index) => {
    const from = match.index + match[0].length;
    return [match[1] ?? '', unquoted(tail.slice(from, starts[index + 1]?.index ?? tail.length))] as const;
  });
  return { words, options: Object.fromEntries(values), ...(focused === undefined ? {} : { focused }) };
}
