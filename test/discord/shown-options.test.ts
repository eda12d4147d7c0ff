import { SlashCommandBuilder } from '@discordjs/builders';
import { describe, expect, it } from 'vitest';
import { type Invocation, typedText } from '../../src/discord/drafts.ts';
import { choiceLabels, isCommandLine } from '../../src/discord/shown-options.ts';

const shape = new SlashCommandBuilder()
  .setName('remind')
  .setDescription('Reminders')
  .addSubcommand((sub) =>
    sub
      .setName('add')
      .setDescription('A new one')
      .addStringOption((o) =>
        o
          .setName('what')
          .setDescription('What')
          .addChoices(
            { name: 'Core work', value: 'core' },
            { name: 'Own text', value: 'own' },
            { name: 'Stretch', value: 'stretch' },
          ),
      )
      .addStringOption((o) => o.setName('when').setDescription('When')),
  )
  .addSubcommand((sub) => sub.setName('list').setDescription('All'))
  .toJSON();

describe('what was typed, as Discord shows it', () => {
  it.each<[string, string | null, Invocation['options'], Record<string, string>, boolean]>([
    ['a choice', 'add', { what: 'own', when: 'daily 9:00' }, { what: 'Own text' }, true],
    ['a choice as it stands', 'add', { what: 'stretch' }, {}, true],
    ['a choice that is none', 'add', { what: 'yoga' }, {}, true],
    ['an option of another subcommand', 'list', { what: 'own' }, {}, false],
    ['a field of a form alone', 'add', { what: 'core', words: 'x' }, { what: 'Core work' }, false],
    ['a form that names no subcommand', null, { when: 'daily 9:00' }, {}, false],
  ])('%s', (_, subcommand, options, labels, isLine) => {
    expect(choiceLabels(shape, { subcommand, options })).toEqual(labels);
    expect(isCommandLine(shape, { subcommand, options })).toBe(isLine);
  });

  it('is a command to type again, unless it stood in a form that asks for something else', () => {
    const typed = {
      command: 'remind',
      subcommand: 'add',
      options: { what: 'own' },
      labels: { what: 'Own text' },
    };
    const form = { action: 'save', args: {} };
    expect(typedText(typed)).toBe('/remind add what:Own text');
    expect(typedText({ ...typed, form: { ...form, isCommandLine: true } })).toBe('/remind add what:Own text');
    expect(typedText({ ...typed, form: { ...form, isCommandLine: false } })).toBe('what:Own text');
  });
});
