import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../sandbox/page/client/command/check.ts';
import { directoryOf } from '../../sandbox/page/client/command/directory.ts';
import { lineOf } from '../../sandbox/page/client/command/draft.ts';
import { parseLine } from '../../sandbox/page/client/command/line.ts';
import { matching, runnables } from '../../sandbox/page/client/command/runnables.ts';
import { ANN, COACH_ROLE, COACHES, COMMANDS, emptyView } from './page-views.ts';

const LIST = runnables(COMMANDS, 'text');
const DIRECTORY = directoryOf(emptyView(ANN));

function check(line: string) {
  const draft = parseLine(line, LIST);
  return draft && checkDraft(draft, DIRECTORY);
}

describe('a command typed as a line', () => {
  it.each([
    ['/log type:tempo', { type: 'tempo' }],
    ['/log type:Tempo minutes:45 effort:7,5', { type: 'tempo', minutes: 45, effort: 7.5 }],
    ['/log type:t core:yes', { type: 'tempo', core: true }],
    ['/log type:hills core:False', { type: 'hills', core: false }],
    ['/log work:2x10x100 @17.5 r45 type:tempo', { type: 'tempo', work: '2x10x100 @17.5 r45' }],
    ['/log type:tempo notes:wind at 10:30', { type: 'tempo', notes: 'wind at 10:30' }],
    [
      '/setup coach-role:@coach summary-channel:#Coaches',
      { 'coach-role': COACH_ROLE, 'summary-channel': COACHES },
    ],
    ['/remind list ', {}],
  ])('%s', (line, options) => {
    expect(check(line)).toEqual({ options, errors: {} });
  });

  it.each([
    ['/log ', 'type', 'This option is required. Specify a value.'],
    ['/log type:swim', 'type', 'Choose one of the options in the list.'],
    ['/log type:tempo minutes:0', 'minutes', 'Enter a number between 1 and 600.'],
    ['/log type:tempo minutes:ten', 'minutes', 'Enter a valid integer.'],
    ['/log type:tempo effort:hard', 'effort', 'Enter a valid number.'],
    ['/log type:tempo core:maybe', 'core', 'Choose one of the options in the list.'],
    ['/log type:tempo notes:more than twenty characters', 'notes', 'Enter at most 20 characters.'],
    ['/setup coach-role:nobody', 'coach-role', 'Choose a role from the list.'],
  ])('%s is refused at %s', (line, name, error) => {
    expect(check(line)?.errors).toEqual({ [name]: error });
  });

  it('is no command before its name is complete', () => {
    for (const text of ['/', '/lo', '/log', '/remind ', '/nothing ', 'log type:x']) {
      expect(parseLine(text, LIST)).toBeNull();
    }
  });

  it('reads back as it was written', () => {
    const line = '/log type:tempo work:2x10x100 @17.5 minutes:45';
    const draft = parseLine(line, LIST);
    expect(draft && lineOf(draft)).toBe(line);
  });
});

describe('the list of commands', () => {
  it('has subcommands as entries of their own, beginnings first', () => {
    expect(LIST.map((one) => one.name)).toEqual(['help', 'log', 'remind add', 'remind list', 'setup']);
    expect(matching(LIST, 'l').map((one) => one.name)).toEqual(['log', 'help', 'remind list']);
  });

  it('leaves out what does not work in this kind of channel', () => {
    const contexts = [0];
    const [help] = COMMANDS;
    if (help === undefined) throw new Error('No command');
    expect(runnables([{ ...help, contexts }], 'direct')).toEqual([]);
    expect(runnables([{ ...help, contexts }], 'text')).toHaveLength(1);
  });
});
