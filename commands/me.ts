import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { AthleteContext, Command } from '../src/app.ts';
import { recogniseCaller } from '../src/athletes/caller.ts';
import { bestPreview } from '../src/bests/messages.ts';
import { BEST_EXAMPLE, BEST_LENGTH, readBest } from '../src/bests/read-best.ts';
import { bestTimes, setBest } from '../src/bests/set-best.ts';
import { customId } from '../src/discord/custom-ids.ts';
import type { Panel } from '../src/discord/panel.ts';
import { UserError } from '../src/faults.ts';
import { bestForm, bestPanel, progressPanel } from '../src/progress/messages.ts';
import { drawPictures } from '../src/progress/pictures.ts';
import { chooseTheme, mayAdvise, showProgress } from '../src/progress/show-progress.ts';
import { readChoice, readDraft, type Typed, textOf } from '../src/reading.ts';

const data = new SlashCommandBuilder()
  .setName('me')
  .setDescription('Your last 12 weeks in pictures, your streaks, your best times')
  .setContexts(InteractionContextType.Guild)
  .addStringOption((o) =>
    o
      .setName('best')
      .setDescription('Set a best time: metres and time, like 100 12.0')
      .setAutocomplete(true)
      .setMaxLength(BEST_LENGTH),
  );

async function overview(context: AthleteContext): Promise<Panel> {
  const progress = await showProgress(context);
  return progressPanel(progress, await drawPictures(progress));
}

async function best(context: AthleteContext, typed: Typed): Promise<Panel> {
  const text = textOf(typed, 'best');
  if (text === undefined) throw new UserError({ code: 'missing', field: 'best', example: BEST_EXAMPLE });
  const set = await setBest(context, readBest(text));
  return bestPanel(set, await mayAdvise(context));
}

export default {
  data,
  mendable: true,
  execute: {
    needs: 'athlete',
    async run({ invocation, respond }, context) {
      const isEmpty = Object.keys(invocation.options).length === 0;
      await respond.answer(isEmpty ? await overview(context) : await best(context, invocation.options));
    },
  },
  autocomplete: {
    best: async ({ typed, caller }, app) => {
      const { athlete } = await recogniseCaller(app, caller);
      return bestPreview(typed, athlete === null ? [] : await bestTimes(app, athlete));
    },
  },
  components: {
    show: { needs: 'athlete', run: async ({ respond }, context) => respond.redraw(await overview(context)) },
    theme: {
      needs: 'athlete',
      async run({ args, respond }, context) {
        const theme = readChoice('theme', args.theme ?? '', ['dark', 'light']);
        await chooseTheme(context, theme);
        const { athlete } = context;
        const chosen = { ...athlete, preferences: { ...athlete.preferences, pictureTheme: theme } };
        await respond.redraw(await overview({ ...context, athlete: chosen }));
      },
    },
    best: {
      needs: 'athlete',
      run: ({ respond }) => respond.showForm(bestForm(customId('me', 'save', {}))),
    },
    form: {
      needs: 'athlete',
      async run(press, { app }) {
        const kept = readDraft(app.drafts, press);
        await press.respond.showForm(bestForm(customId('me', 'save', {}), textOf(kept.options, 'best')));
      },
    },
  },
  forms: {
    save: {
      needs: 'athlete',
      run: async ({ options, respond }, context) => respond.answer(await best(context, options)),
    },
  },
} satisfies Command;
