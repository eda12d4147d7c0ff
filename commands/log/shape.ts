// What Discord shows of `/log`: its options.
import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import { optionChoices } from '../../src/discord/layout.ts';
import { TYPE_CHOICES, WARMUP_CHOICES } from '../../src/sessions/messages.ts';

/** The command as it is registered. */
export const shape = new SlashCommandBuilder()
  .setName('log')
  .setDescription('Log a session: with options, or alone for a form')
  .setContexts(InteractionContextType.Guild)
  .addStringOption((o) =>
    o.setName('type').setDescription('Which session').addChoices(optionChoices(TYPE_CHOICES)),
  )
  .addStringOption((o) =>
    o
      .setName('work')
      .setDescription('Like 2x10x100 @17.5 r45, or massage 30min')
      .setAutocomplete(true)
      .setMaxLength(200),
  )
  .addIntegerOption((o) =>
    o.setName('minutes').setDescription('How long, 1 to 600').setMinValue(1).setMaxValue(600),
  )
  .addIntegerOption((o) =>
    o.setName('effort').setDescription('How hard: 0 rest, 5 hard, 10 maximal').setMinValue(0).setMaxValue(10),
  )
  .addStringOption((o) =>
    o.setName('warmup').setDescription('Warm-up before it').addChoices(optionChoices(WARMUP_CHOICES)),
  )
  .addStringOption((o) =>
    o
      .setName('core')
      .setDescription('Core work with it')
      .addChoices({ name: 'Yes', value: 'yes' }, { name: 'No', value: 'no' }),
  )
  .addStringOption((o) =>
    o
      .setName('stretch')
      .setDescription('Stretched after it')
      .addChoices(
        { name: 'Yes', value: 'yes' },
        { name: 'No', value: 'no' },
        { name: 'Later', value: 'later' },
      ),
  )
  .addStringOption((o) =>
    o.setName('date').setDescription('Today, unless you say another').setAutocomplete(true).setMaxLength(40),
  )
  .addStringOption((o) => o.setName('notes').setDescription('Anything to remember').setMaxLength(1000));
