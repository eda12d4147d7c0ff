// What Discord shows of `/pain`: its options.
import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import { optionChoices } from '../../src/discord/layout.ts';
import { KIND_CHOICES, PHASE_CHOICES } from '../../src/pain/form-messages.ts';

/** The command as it is registered. */
export const shape = new SlashCommandBuilder()
  .setName('pain')
  .setDescription('Report pain and get a light: stop, ease off, or carry on')
  .setContexts(InteractionContextType.Guild)
  .addStringOption((o) =>
    o.setName('area').setDescription('Where, with the side').setAutocomplete(true).setMaxLength(60),
  )
  .addIntegerOption((o) =>
    o.setName('now').setDescription('Pain now: 0 none, 10 worst imaginable').setMinValue(0).setMaxValue(10),
  )
  .addIntegerOption((o) =>
    o.setName('start').setDescription('Pain when this session began, 0 to 10').setMinValue(0).setMaxValue(10),
  )
  .addStringOption((o) =>
    o.setName('kind').setDescription('What kind').addChoices(optionChoices(KIND_CHOICES)),
  )
  .addStringOption((o) =>
    o
      .setName('when')
      .setDescription('During the session, unless you say another')
      .addChoices(optionChoices(PHASE_CHOICES)),
  )
  .addIntegerOption((o) =>
    o.setName('rep').setDescription('At which rep it began, 1 to 200').setMinValue(1).setMaxValue(200),
  )
  .addBooleanOption((o) => o.setName('growing').setDescription('Is it growing?'))
  .addBooleanOption((o) =>
    o.setName('stride-changed').setDescription('Do you limp, or has your stride changed?'),
  )
  .addStringOption((o) => o.setName('notes').setDescription('Anything to remember').setMaxLength(1000));
