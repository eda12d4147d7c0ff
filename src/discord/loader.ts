/**
 * Reads the folder of commands. A file that is not a whole command stops the start: nothing is skipped. The folder
 * `X/` beside `X.ts` holds the parts of that command, which only it reads.
 */
import { readdir } from 'node:fs/promises';
import type { Command } from './command.ts';
import { customIdShapes } from './custom-ids.ts';

/** A fault in the commands folder; the message names the file. */
export class CommandFileError extends Error {
  override readonly name = 'CommandFileError';
}

/** Every command of the folder (a file: URL that ends in a slash) by name. Throws CommandFileError for a wrong shape, name or set of actions. */
export async function loadCommands<Contexts, App>(folder: URL): Promise<Map<string, Command<Contexts, App>>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.flatMap(({ name }) => (name.endsWith('.ts') ? [name] : [])).sort();
  const homeless = entries.find((entry) => entry.isDirectory() && !files.includes(`${entry.name}.ts`));
  if (homeless !== undefined) {
    throw new CommandFileError(
      `commands/${homeless.name}/ holds parts, but no commands/${homeless.name}.ts reads them`,
    );
  }
  const commands = new Map<string, Command<Contexts, App>>();
  for (const file of files) {
    const module: { default?: unknown } = await import(new URL(file, folder).href);
    const command = checked<Contexts, App>(file, module.default);
    commands.set(command.data.name, command);
  }
  return commands;
}

function checked<Contexts, App>(file: string, command: unknown): Command<Contexts, App> {
  if (!isCommand<Contexts, App>(command)) {
    throw new CommandFileError(`commands/${file} must export default { data, execute, … } satisfies Command`);
  }
  if (`${command.data.name}.ts` !== file) {
    throw new CommandFileError(
      `commands/${file} holds the command "${command.data.name}": name the file after it`,
    );
  }
  const shapes: Readonly<Record<string, object>> = customIdShapes;
  const sent = Object.keys(shapes[command.data.name] ?? {}).sort();
  const handled = [...Object.keys(command.components ?? {}), ...Object.keys(command.forms ?? {})].sort();
  if (sent.join() !== handled.join()) {
    throw new CommandFileError(`commands/${file} handles [${handled}], but its custom ids are [${sent}]`);
  }
  return command;
}

function isCommand<Contexts, App>(value: unknown): value is Command<Contexts, App> {
  if (typeof value !== 'object' || value === null || !('data' in value) || !('execute' in value))
    return false;
  const { data, execute } = value;
  return (
    typeof data === 'object' &&
    data !== null &&
    'name' in data &&
    'toJSON' in data &&
    typeof data.toJSON === 'function' &&
    typeof execute === 'object' &&
    execute !== null
  );
}
