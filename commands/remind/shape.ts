// What Discord shows of `/remind`: its subcommands and options.
import { SlashCommandBuilder, type SlashCommandStringOption } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import { LATER_LABELS } from '../../src/reminders/later-messages.ts';
import { LATERS } from '../../src/reminders/later-rules.ts';
import { TEXT_LENGTH } from '../../src/reminders/own-text.ts';
import { WHEN_LENGTH } from '../../src/reminders/when-rules.ts';

const when = (o: SlashCommandStringOption) =>
  o
    .setName('when')
    .setDescription('Like weekdays 18:30, fridays 6pm, tomorrow 7:00, in 2 h')
    .setAutocomplete(true)
    .setMaxLength(WHEN_LENGTH);

const where = (o: SlashCommandStringOption) =>
  o
    .setName('where')
    .setDescription('By direct message, or here')
    .addChoices({ name: 'Direct message', value: 'direct' }, { name: 'Here in this channel', value: 'here' });

const text = (o: SlashCommandStringOption) =>
  o.setName('text').setDescription('What your own text shall say').setMaxLength(TEXT_LENGTH);

const reminder = (o: SlashCommandStringOption) =>
  o.setName('reminder').setDescription('Which one').setRequired(true).setAutocomplete(true).setMaxLength(100);

/** The command as it is registered. */
export const shape = new SlashCommandBuilder()
  .setName('remind')
  .setDescription('Reminders: core work, stretching, warming up, check-in, or your own words')
  .setContexts(InteractionContextType.Guild)
  .addSubcommand((sub) =>
    sub
      .setName('add')
      .setDescription('Add a reminder; what you leave out is the club’s usual')
      .addStringOption((o) =>
        o
          .setName('what')
          .setDescription('What for')
          .setRequired(true)
          .addChoices(
            { name: 'Core work', value: 'core' },
            { name: 'Stretching, after a session', value: 'stretch' },
            { name: 'Warm-up before training', value: 'warm-up' },
            { name: 'Morning check-in', value: 'check-in' },
            { name: 'Own text', value: 'own' },
            { name: 'Morning question after pain', value: 'echo' },
          ),
      )
      .addStringOption(when)
      .addStringOption(where)
      .addStringOption(text)
      .addRoleOption((o) => o.setName('role').setDescription('For coaches: everybody with this role')),
  )
  .addSubcommand((sub) =>
    sub.setName('list').setDescription('Your reminders: when they come next; edit, pause, delete'),
  )
  .addSubcommand((sub) =>
    sub
      .setName('edit')
      .setDescription('Change when a reminder comes, where, or its own text')
      .addStringOption(reminder)
      .addStringOption(when)
      .addStringOption(where)
      .addStringOption(text),
  )
  .addSubcommand((sub) =>
    sub
      .setName('pause')
      .setDescription('Pause a reminder, or all of them')
      .addStringOption(reminder)
      .addStringOption((o) =>
        o
          .setName('until')
          .setDescription(
            'The day it comes again, like Monday, 1 Dec or in 2 weeks; without: until you resume it',
          )
          .setMaxLength(40),
      ),
  )
  .addSubcommand((sub) =>
    sub.setName('resume').setDescription('Have a paused reminder come again').addStringOption(reminder),
  )
  .addSubcommand((sub) =>
    sub
      .setName('snooze')
      .setDescription('Put off the reminder that came last')
      .addStringOption((o) =>
        o
          .setName('for')
          .setDescription('How long')
          .setRequired(true)
          .addChoices(...LATERS.map((value) => ({ name: LATER_LABELS[value], value }))),
      ),
  )
  .addSubcommand((sub) => sub.setName('delete').setDescription('Delete a reminder').addStringOption(reminder))
  .addSubcommand((sub) =>
    sub
      .setName('health')
      .setDescription('Do your reminders arrive? When they came last, and why one did not'),
  );
