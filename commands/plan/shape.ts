// What Discord shows of `/plan`: its subcommands and options.
import { SlashCommandBuilder } from '@discordjs/builders';
import { ChannelType, InteractionContextType } from 'discord-api-types/v10';
import { optionChoices } from '../../src/discord/layout.ts';
import { DAY_CHOICES, PLAN_TYPE_CHOICES } from '../../src/plans/form-messages.ts';
import { MAX_NOTE } from '../../src/plans/read-plan.ts';

/** The command as it is registered. */
export const shape = new SlashCommandBuilder()
  .setName('plan')
  .setDescription('The week’s plan of your squad')
  .setContexts(InteractionContextType.Guild)
  .addSubcommand((sub) =>
    sub
      .setName('week')
      .setDescription('This week’s plan; only you see it')
      .addRoleOption((o) => o.setName('squad').setDescription('Another squad than yours')),
  )
  .addSubcommand((sub) =>
    sub
      .setName('start')
      .setDescription('For coaches: post the day’s session each morning, or change how')
      .addStringOption((o) =>
        o
          .setName('template')
          .setDescription('The week to start from; left out: your days, at first a Charlie Francis week')
          .addChoices(
            { name: 'A Charlie Francis week', value: 'charlie-francis' },
            { name: 'Empty: I write the days', value: 'empty' },
          ),
      )
      .addRoleOption((o) => o.setName('squad').setDescription('Whose plan; left out: the whole club'))
      .addChannelOption((o) =>
        o
          .setName('channel')
          .setDescription('Where it posts; left out: here')
          .addChannelTypes(ChannelType.GuildText),
      )
      .addStringOption((o) =>
        o.setName('time').setDescription('When it posts; left out: 07:00').setMaxLength(10),
      )
      .addStringOption((o) =>
        o.setName('training').setDescription('When training begins; left out: 18:00').setMaxLength(10),
      )
      .addStringOption((o) =>
        o
          .setName('call')
          .setDescription('Whether each post calls the squad’s role; left out: no')
          .addChoices({ name: 'Yes', value: 'yes' }, { name: 'No', value: 'no' }),
      ),
  )
  .addSubcommand((sub) =>
    sub
      .setName('day')
      .setDescription('For coaches: change a day of the week')
      .addStringOption((o) =>
        o.setName('day').setDescription('Which day').setRequired(true).addChoices(optionChoices(DAY_CHOICES)),
      )
      .addStringOption((o) =>
        o
          .setName('type')
          .setDescription('Which session, or rest')
          .addChoices(optionChoices(PLAN_TYPE_CHOICES)),
      )
      .addStringOption((o) =>
        o.setName('work').setDescription('Like 2x10x100 @75% r45').setAutocomplete(true).setMaxLength(200),
      )
      .addStringOption((o) =>
        o.setName('note').setDescription('A line for everybody; it calls nobody').setMaxLength(MAX_NOTE),
      )
      .addRoleOption((o) => o.setName('squad').setDescription('Whose plan')),
  )
  .addSubcommand((sub) =>
    sub
      .setName('stop')
      .setDescription('For coaches: stop a plan')
      .addRoleOption((o) => o.setName('squad').setDescription('Whose plan')),
  );
