import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { Command } from '../src/app.ts';
import { giveSet } from '../src/exercises/give-set.ts';
import { givenPanel } from '../src/exercises/messages.ts';
import { setPresses } from '../src/exercises/presses.ts';
import { readAsked } from '../src/exercises/read-asked.ts';
import { MINUTES } from '../src/exercises/rules.ts';

const data = new SlashCommandBuilder()
  .setName('stretch')
  .setDescription('Today’s stretching set, by your kit, level and time')
  .setContexts(InteractionContextType.Guild)
  .addIntegerOption((o) =>
    o
      .setName('minutes')
      .setDescription('10, unless you say another; 6 on a chair late in the evening')
      .addChoices(MINUTES.map((value) => ({ name: `${value} minutes`, value }))),
  )
  .addBooleanOption((o) => o.setName('seated').setDescription('Only what goes on a chair'));

export default {
  data,
  execute: {
    needs: 'athlete',
    async run({ id, invocation, respond }, context) {
      await respond.answer(givenPanel(await giveSet(context, 'stretch', id, readAsked(invocation.options))));
    },
  },
  components: setPresses,
} satisfies Command;
