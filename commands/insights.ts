import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { Command } from '../src/app.ts';
import { UserError } from '../src/faults.ts';
import { insightsPanel } from '../src/insights/messages.ts';
import { showInsights } from '../src/insights/show-insights.ts';
import { callOffTrial, startTrial } from '../src/insights/try-habit.ts';
import { HABITS } from '../src/insights/types.ts';
import { readChoice } from '../src/reading.ts';
import { SESSION_TYPES, type SessionType } from '../src/sessions/types.ts';

const data = new SlashCommandBuilder()
  .setName('insights')
  .setDescription('What went before your pain, what helped, and what is too early to say')
  .setContexts(InteractionContextType.Guild)
  .addStringOption((o) =>
    o
      .setName('type')
      .setDescription('Which kind of session; the one with most sessions if you leave it out')
      .addChoices(SESSION_TYPES.map(({ id, label }) => ({ name: label, value: id }))),
  );

/** The one of our own words that a button or menu names; one that this version does not know is stale. */
function known<T extends string>(name: unknown, names: readonly T[]): T {
  const found = names.find((each) => each === name);
  if (found === undefined) throw new UserError({ code: 'stale' });
  return found;
}

const TYPES: readonly SessionType[] = SESSION_TYPES.map(({ id }) => id);

export default {
  data,
  execute: {
    needs: 'athlete',
    async run({ invocation, respond }, context) {
      const { type } = invocation.options;
      const wanted = type === undefined ? null : readChoice('type', String(type), TYPES);
      const view = await showInsights(context, wanted);
      await respond.answer(insightsPanel(view));
    },
  },
  components: {
    class: {
      needs: 'athlete',
      async run({ values, respond }, context) {
        await respond.redraw(insightsPanel(await showInsights(context, known(values[0], TYPES))));
      },
    },
    try: {
      needs: 'athlete',
      async run({ args, respond }, context) {
        const type = known(args.type, TYPES);
        await startTrial(context, type, known(args.habit, HABITS));
        await respond.redraw(insightsPanel(await showInsights(context, type)));
      },
    },
    stop: {
      needs: 'athlete',
      async run({ args, respond }, context) {
        const type = await callOffTrial(context, args.trial ?? '');
        await respond.redraw(insightsPanel(await showInsights(context, type)));
      },
    },
  },
} satisfies Command;
