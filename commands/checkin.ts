import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { AthleteContext, Command } from '../src/app.ts';
import { openWeek } from '../src/checkins/answer-weekly.ts';
import { checkIn, chooseQuestions, openCheckIn } from '../src/checkins/check-in.ts';
import {
  checkInFirstPanel,
  checkInForm,
  checkInPanel,
  choicePanel,
  pastDayPanel,
} from '../src/checkins/messages.ts';
import { readAnswers } from '../src/checkins/read-check-in.ts';
import { checkInWaitsPanel, directPanel } from '../src/checkins/reminder-messages.ts';
import { weekPanel } from '../src/checkins/weekly-messages.ts';
import { customId } from '../src/discord/custom-ids.ts';
import type { Responder } from '../src/discord/responder.ts';
import { morningQuestions } from '../src/pain/morning-echo.ts';
import { morningPanel, NO_DELIVERY } from '../src/pain/morning-messages.ts';
import { deliveryContext } from '../src/pain/own-report.ts';
import { readChoice, textOf, typedIn } from '../src/reading.ts';
import * as weeklyQuestions from './checkin/weekly.ts';

const data = new SlashCommandBuilder()
  .setName('checkin')
  .setDescription('How are you this morning? A few taps; again on the same day changes it')
  .setContexts(InteractionContextType.Guild)
  .addStringOption((o) =>
    o
      .setName('weekly')
      .setDescription('Four questions once a week about one sore spot')
      .addChoices(
        { name: 'On: offer them once a week', value: 'on' },
        { name: 'Off', value: 'off' },
        { name: 'Now', value: 'now' },
      ),
  )
  .addStringOption((o) =>
    o
      .setName('mind')
      .setDescription('Whether the check-in asks for stress and mood too')
      .addChoices({ name: 'On', value: 'on' }, { name: 'Off', value: 'off' }),
  );

const WEEKLY = ['on', 'off', 'now'] as const;
const MIND = ['on', 'off'] as const;

async function showForm(respond: Responder, context: AthleteContext) {
  if (respond.canShowForm) await respond.showForm(checkInForm(await openCheckIn(context)));
  else await respond.answer(checkInFirstPanel());
}

/** What hurt yesterday is asked about in the same breath. */
async function askAboutMorning(respond: Responder, context: AthleteContext) {
  const questions = await morningQuestions(context);
  if (questions.length > 0) await respond.answer(morningPanel(questions, NO_DELIVERY));
}

export default {
  data,
  execute: {
    needs: 'athlete',
    async run({ invocation: { options }, respond }, context) {
      if (textOf(options, 'weekly') === undefined && textOf(options, 'mind') === undefined) {
        return await showForm(respond, context);
      }
      const weekly = textOf(options, 'weekly') && readChoice('weekly', String(options.weekly), WEEKLY);
      const mind = textOf(options, 'mind') && readChoice('mind', String(options.mind), MIND);
      const chosen = {
        ...(mind ? { mind: mind === 'on' } : {}),
        ...(weekly && weekly !== 'now' ? { weekly: weekly === 'on' } : {}),
      };
      await chooseQuestions(context, {
        ...(chosen.mind === undefined ? {} : { asksMind: chosen.mind }),
        ...(chosen.weekly === undefined ? {} : { weeklyQuestions: chosen.weekly }),
      });
      if (Object.keys(chosen).length > 0) await respond.answer(choicePanel(chosen));
      if (weekly === 'now') await respond.answer(weekPanel(await openWeek(context)));
    },
  },
  components: {
    start: {
      needs: 'nobody',
      async run({ args, caller, respond }, anyone) {
        const delivery = args.delivery ?? '';
        const open = await openCheckIn(await deliveryContext(anyone, caller, delivery));
        if (!respond.canShowForm) return await respond.answer(checkInWaitsPanel(delivery));
        await respond.showForm(checkInForm(open, customId('checkin', 'tell', { delivery, day: open.day })));
      },
    },
    open: { needs: 'athlete', run: ({ respond }, context) => showForm(respond, context) },
    edit: {
      needs: 'athlete',
      async run({ args, respond }, context) {
        const open = await openCheckIn(context);
        if (open.day === args.day) await respond.showForm(checkInForm(open));
        else await respond.answer(pastDayPanel(args.day ?? open.day));
      },
    },
    ...weeklyQuestions.components,
  },
  forms: {
    submit: {
      needs: 'athlete',
      async run({ id, args, fields, respond }, context) {
        const saved = await checkIn(context, id, args.day ?? '', readAnswers(typedIn(fields)));
        await respond.redraw(checkInPanel(saved));
        await askAboutMorning(respond, context);
      },
    },
    // From a reminder, which also comes by direct message: beside it, so that the reminder stays what it was.
    tell: {
      needs: 'nobody',
      async run({ id, args, caller, fields, respond }, anyone) {
        const context = await deliveryContext(anyone, caller, args.delivery ?? '');
        const saved = await checkIn(context, id, args.day ?? '', readAnswers(typedIn(fields)));
        const panel = checkInPanel(saved);
        await respond.answer(caller.clubId === null ? directPanel(panel) : panel);
        await askAboutMorning(respond, context);
      },
    },
  },
} satisfies Command;
