import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { ClubContext, Command } from '../src/app.ts';
import type { Responder } from '../src/discord/responder.ts';
import { boardPanel } from '../src/summaries/board-messages.ts';
import { summaryPanel } from '../src/summaries/messages.ts';
import { currentSummary } from '../src/summaries/send-summary.ts';
import { showBoard } from '../src/summaries/show-board.ts';

const data = new SlashCommandBuilder()
  .setName('team')
  .setDescription('For coaches: how the team is')
  .setContexts(InteractionContextType.Guild)
  .addSubcommand((sub) => sub.setName('board').setDescription('Who is how now; only you see it'))
  .addSubcommand((sub) =>
    sub.setName('summary').setDescription('The summary as it stands now; only you see it'),
  );

async function show(respond: Responder, { app, club, now }: ClubContext, day: string | null) {
  await respond.answer(summaryPanel(await currentSummary(app, club, now, day)));
}

export default {
  data,
  execute: {
    board: {
      needs: 'coach',
      run: async ({ respond }, context) => respond.answer(boardPanel(await showBoard(context))),
    },
    summary: { needs: 'coach', run: ({ respond }, context) => show(respond, context, null) },
  },
  components: {
    board: {
      needs: 'coach',
      run: async ({ respond }, context) => respond.redraw(boardPanel(await showBoard(context))),
    },
    now: { needs: 'coach', run: ({ args, respond }, context) => show(respond, context, args.day ?? null) },
  },
} satisfies Command;
