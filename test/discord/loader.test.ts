import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { customIdShapes } from '../../src/discord/custom-ids.ts';
import { CommandFileError, loadCommands } from '../../src/discord/loader.ts';

/** Loads a folder with these files. */
async function load(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'backstraight-commands-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, source] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), source);
  }
  return await loadCommands(pathToFileURL(`${folder}/`));
}

function command(name: string, rest = ''): string {
  return `export default { data: { name: '${name}', toJSON: () => ({}) }, execute: {}, ${rest} };`;
}

test('our own commands load, one a file, and each custom id has its handler', async () => {
  const commands = await loadCommands(new URL('../../commands/', import.meta.url));
  expect([...commands.keys()]).toEqual([
    'checkin',
    'core',
    'help',
    'history',
    'insights',
    'join',
    'log',
    'me',
    'pain',
    'plan',
    'remind',
    'setup',
    'should-i-stop',
    'stretch',
    'team',
    'undo',
  ]);
  expect(Object.keys(customIdShapes).every((name) => commands.has(name))).toBe(true);
});

test('files that are no commands are left alone', async () => {
  expect([...(await load({ 'help.ts': command('help'), 'README.md': '# Commands' })).keys()]).toEqual([
    'help',
  ]);
});

test('the folder beside a command holds its parts, which are no commands', async () => {
  const files = { 'help.ts': command('help'), 'help/topics.ts': 'export const topics = [];' };
  expect([...(await load(files)).keys()]).toEqual(['help']);
});

test('parts of a command that is not there stop the start', async () => {
  await expect(load({ 'help.ts': command('help'), 'aid/topics.ts': '' })).rejects.toThrow(
    'commands/aid/ holds parts, but no commands/aid.ts reads them',
  );
});

test.each([
  ['no default export', 'export const data = {};'],
  ['a default export without execute', "export default { data: { name: 'help', toJSON: () => ({}) } };"],
  ['a builder that cannot be written', "export default { data: { name: 'help' }, execute: {} };"],
  ['something else altogether', 'export default 7;'],
])('%s stops the start and names the file', async (_, source) => {
  await expect(load({ 'help.ts': source })).rejects.toThrow(CommandFileError);
  await expect(load({ 'help.ts': source })).rejects.toThrow('commands/help.ts must export default');
});

test('a file that is not named after its command stops the start', async () => {
  await expect(load({ 'aid.ts': command('help') })).rejects.toThrow(
    'commands/aid.ts holds the command "help": name the file after it',
  );
});

test('a button without its handler stops the start, and so does a handler without its button', async () => {
  await expect(load({ 'team.ts': command('team') })).rejects.toThrow(
    'commands/team.ts handles [], but its custom ids are [board,board-now,now]',
  );
  await expect(load({ 'help.ts': command('help', 'components: { more: {} }') })).rejects.toThrow(
    'commands/help.ts handles [more], but its custom ids are []',
  );
});
