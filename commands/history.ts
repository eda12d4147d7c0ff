import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { Command } from '../src/app.ts';
import { historyPanel } from '../src/history/messages.ts';
import { FIRST_PAGE, openPage, today } from '../src/history/open-history.ts';
import * as entry from './history/entry.ts';
import * as pages from './history/pages.ts';

const data = new SlashCommandBuilder()
  .setName('history')
  .setDescription('All that you logged: look, edit, delete')
  .setContexts(InteractionContextType.Guild);

export default {
  data,
  execute: {
    needs: 'athlete',
    async run({ respond }, context) {
      await respond.answer(historyPanel(await openPage(context, 'all', FIRST_PAGE), today(context)));
    },
  },
  components: { ...pages.components, ...entry.components },
  forms: entry.forms,
} satisfies Command;
