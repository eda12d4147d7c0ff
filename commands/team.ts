import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { ClubContext, Command } from '../src/app.ts';
import type { Responder } from '../src/discord/responder.ts';
import { boardPanel } from '../src/summaries/board-messages.ts';
import { summaryPanel } from '../src/summaries/messages.ts';
import { currentSummary } from '../src/summaries/send-summary.ts';
import { currentWeek } from '../src/summaries/send-week.ts';
import { showBoard } from '../src/summaries/show-board.ts';
import { weekPanel } from '../src/summaries/week-messages.ts';

const data = new SlashCommandBuilder()
  .setName('team')
  .setDescription('For coaches: how the team is')
  .setContexts(InteractionContextType.Guild)
  .addSubcommand((sub) => sub.setName('board').setDescription('Who is how now; only you see it'))
  .addSubcommand((sub) =>
    sub
      .setName('summary')
      .setDescription('The summary as it stands now; only you see it')
      .addStringOption((o) =>
        o
          .setName('period')
          .setDescription('Of a day, or of the last seven')
          .addChoices({ name: 'day', value: 'day' }, { name: 'week', value: 'week' }),
      ),
  );

async function show(respond: Responder, { app, club, now }: ClubContext, day: string | null) {
  await respond.answer(summaryPanel(await currentSummary(app, club, now, day)));
}

async function showWeek(respond: Responder, { app, club, now }: ClubContext) {
  await respond.answer(weekPanel(await currentWeek(app, club, now)));
}

export default {
  data,
  execute: {
    board: {
      needs: 'coach',
      run: async ({ respond }, context) => respond.answer(boardPanel(await showBoard(context))),
    },
    summary: {
      needs: 'coach',
      async run({ invocation, respond }, context) {
        if (invocation.options.period === 'week') await showWeek(respond, context);
        else await show(respond, context, null);
      },
    },
  },
  components: {
    board: {
      needs: 'coach',
      run: async ({ respond }, context) => respond.redraw(boardPanel(await showBoard(context))),
    },
    'board-now': {
      needs: 'coach',
      run: async ({ respond }, context) => respond.answer(boardPanel(await showBoard(context))),
    },
    now: { needs: 'coach', run: ({ args, respond }, context) => show(respond, context, args.day ?? null) },
  },
} satisfies Command;
