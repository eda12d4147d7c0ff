import { SlashCommandBuilder } from '@discordjs/builders';
import type { Command } from '../src/app.ts';
import { isCoach } from '../src/athletes/admit.ts';
import { recogniseCaller } from '../src/athletes/caller.ts';
import { helpPanel } from '../src/help.ts';

export default {
  data: new SlashCommandBuilder().setName('help').setDescription('What Backstraight can do'),
  execute: {
    needs: 'nobody',
    async run({ caller, respond }, { app }) {
      const { club } = await recogniseCaller(app, caller);
      await respond.answer(
        helpPanel({ isCoach: isCoach(club, caller), isAdministrator: caller.isAdministrator }),
      );
    },
  },
} satisfies Command;
