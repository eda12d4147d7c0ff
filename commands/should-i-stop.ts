import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { AthleteContext, Command } from '../src/app.ts';
import type { Press } from '../src/discord/command.ts';
import { UserError } from '../src/faults.ts';
import { painPanel } from '../src/pain/messages.ts';
import { beginStop, FEELS, finishStop, readState, type StopState } from '../src/pain/should-i-stop.ts';
import { stopAgainPanel, stopPanel } from '../src/pain/stop-messages.ts';

const data = new SlashCommandBuilder()
  .setName('should-i-stop')
  .setDescription('Something hurts in the session: three taps to a light')
  .setContexts(InteractionContextType.Guild);

/** A tap that carries what was tapped before it; on another day it is answered politely, and saves nothing. */
function tap(go: (state: StopState, press: Press, context: AthleteContext) => Promise<void>) {
  return {
    needs: 'athlete' as const,
    async run(press: Press, context: AthleteContext) {
      const state = readState(press.args, context);
      if (state === null) await press.respond.redraw(stopAgainPanel());
      else await go(state, press, context);
    },
  };
}

/** Draws the next page. */
const turn = tap((state, { respond }) => respond.redraw(stopPanel(state)));

export default {
  data,
  execute: {
    needs: 'athlete',
    async run({ respond }, context) {
      const question = await beginStop(context, { area: null });
      await respond.answer(stopPanel(question, question.isFlagged));
    },
  },
  components: {
    begin: {
      needs: 'athlete',
      async run({ respond }, context) {
        const question = await beginStop(context, { area: null });
        await respond.redraw(stopPanel(question, question.isFlagged));
      },
    },
    area: tap(async (_, { respond, values }, context) => {
      const question = await beginStop(context, { area: values[0] ?? null });
      await respond.redraw(stopPanel(question, question.isFlagged));
    }),
    start: turn,
    now: turn,
    back: turn,
    feel: tap(async (state, { args, messageId, respond }, context) => {
      const feel = FEELS.find((each) => each === args.feel);
      if (feel === undefined) throw new UserError({ code: 'stale' });
      await respond.redraw(painPanel(await finishStop(context, messageId, state, feel), context.athlete));
    }),
  },
} satisfies Command;
