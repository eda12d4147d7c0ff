import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { Command } from '../src/app.ts';
import { giveSet } from '../src/exercises/give-set.ts';
import { givenPanel } from '../src/exercises/messages.ts';
import { setPresses } from '../src/exercises/presses.ts';
import { readAsked } from '../src/exercises/read-asked.ts';
import { MINUTES } from '../src/exercises/rules.ts';

const data = new SlashCommandBuilder()
  .setName('core')
  .setDescription('Today’s core set, by your kit, level and time')
  .setContexts(InteractionContextType.Guild)
  .addIntegerOption((o) =>
    o
      .setName('minutes')
      .setDescription('10, unless you say another; 5 late in the evening')
      .addChoices(MINUTES.map((value) => ({ name: `${value} minutes`, value }))),
  );

export default {
  data,
  execute: {
    needs: 'athlete',
    async run({ id, invocation, respond }, context) {
      await respond.answer(givenPanel(await giveSet(context, 'core', id, readAsked(invocation.options))));
    },
  },
  components: setPresses,
} satisfies Command;
