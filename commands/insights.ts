import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { Command } from '../src/app.ts';
import { UserError } from '../src/faults.ts';
import { insightsPanel } from '../src/insights/messages.ts';
import { showInsights } from '../src/insights/show-insights.ts';
import { callOffTrial, startTrial } from '../src/insights/try-habit.ts';
import { HABITS } from '../src/insights/types.ts';
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

/** The one of our own words that an option or a button names; a name that this version does not know is stale. */
function known<T extends string>(name: unknown, names: readonly T[]): T {
  const found = names.find((each) => each === name);
  if (found === undefined) throw new UserError({ code: 'stale' });
  return found;
}

const sessionType = (name: unknown): SessionType =>
  known(
    name,
    SESSION_TYPES.map(({ id }) => id),
  );

export default {
  data,
  execute: {
    needs: 'athlete',
    async run({ invocation, respond }, context) {
      const { type } = invocation.options;
      const view = await showInsights(context, type === undefined ? null : sessionType(type));
      await respond.answer(insightsPanel(view));
    },
  },
  components: {
    class: {
      needs: 'athlete',
      async run({ values, respond }, context) {
        await respond.redraw(insightsPanel(await showInsights(context, sessionType(values[0]))));
      },
    },
    try: {
      needs: 'athlete',
      async run({ args, respond }, context) {
        const type = sessionType(args.type);
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
