import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { AthleteContext, Command } from '../src/app.ts';
import { recogniseCaller } from '../src/athletes/caller.ts';
import { STRETCH_AFTER } from '../src/clubs/rules.ts';
import type { Responder } from '../src/discord/responder.ts';
import { finishReminded } from '../src/exercises/finish-reminded.ts';
import { blockedPanel, remindedDonePanel, sharedDonePanel } from '../src/exercises/messages.ts';
import { showWarmUp } from '../src/exercises/show-warm-up.ts';
import { UserError } from '../src/faults.ts';
import { warmUpSteps } from '../src/habits/warm-up-messages.ts';
import { readChoice } from '../src/reading.ts';
import { ASKED_FOR, addAthleteReminder } from '../src/reminders/add-reminder.ts';
import {
  reminderDeletedPanel,
  reminderLabel,
  reminderListPanel,
  reminderSavedPanel,
} from '../src/reminders/messages.ts';
import { removeReminder, showReminders } from '../src/reminders/show-reminders.ts';

const data = new SlashCommandBuilder()
  .setName('remind')
  .setDescription('Reminders: core work, stretching, warming up, the morning after pain')
  .setContexts(InteractionContextType.Guild)
  .addSubcommand((sub) =>
    sub
      .setName('add')
      .setDescription('Add a reminder; what you leave out is the club’s usual')
      .addStringOption((o) =>
        o
          .setName('what')
          .setDescription('What for')
          .setRequired(true)
          .addChoices(
            { name: 'Core work, weekly', value: 'core' },
            { name: 'Stretching, after a session', value: 'stretch' },
            { name: 'Warm-up before training, weekly', value: 'warm-up' },
            { name: 'Morning question after pain', value: 'echo' },
          ),
      )
      .addStringOption((o) =>
        o
          .setName('days')
          .setDescription('For core work, warm-up, morning question: like mon wed fri')
          .setMaxLength(60),
      )
      .addStringOption((o) =>
        o
          .setName('time')
          .setDescription('For core work, warm-up, morning question: like 18:00')
          .setMaxLength(10),
      )
      .addIntegerOption((o) =>
        o
          .setName('after')
          .setDescription('For stretching: minutes after a session')
          .setMinValue(STRETCH_AFTER.min)
          .setMaxValue(STRETCH_AFTER.max),
      )
      .addStringOption((o) =>
        o
          .setName('where')
          .setDescription('By direct message, unless you say here')
          .addChoices(
            { name: 'Direct message', value: 'direct' },
            { name: 'Here in this channel', value: 'here' },
          ),
      ),
  )
  .addSubcommand((sub) => sub.setName('list').setDescription('Your reminders, and when they come next'))
  .addSubcommand((sub) =>
    sub
      .setName('delete')
      .setDescription('Delete a reminder')
      .addStringOption((o) =>
        o
          .setName('reminder')
          .setDescription('Which one')
          .setRequired(true)
          .setAutocomplete(true)
          .setMaxLength(100),
      ),
  );

async function remove(
  respond: Responder,
  { app, athlete }: AthleteContext,
  id: string,
  how: 'answer' | 'redraw',
) {
  await respond[how](reminderDeletedPanel(await removeReminder(app, athlete, id)));
}

export default {
  data,
  execute: {
    add: {
      needs: 'athlete',
      async run({ invocation: { options }, respond, channelId }, { app, club, athlete, now }) {
        const text = (name: string) => (options[name] === undefined ? null : String(options[name]));
        const what = readChoice('what', String(options.what), ASKED_FOR);
        const foreign = what === 'stretch' ? ['days', 'time'] : ['after'];
        const misplaced = foreign.find((field) => options[field] !== undefined);
        if (misplaced !== undefined)
          throw new UserError({ code: 'option-does-not-fit', field: misplaced, what });
        const wish = {
          what,
          days: text('days'),
          time: text('time'),
          after: options.after === undefined ? null : Number(options.after),
          channelId: text('where') === 'here' ? channelId : null,
        } as const;
        const { reminder, next } = await addAthleteReminder(app, club, athlete, wish, now);
        await respond.answer(reminderSavedPanel(reminder, next, athlete));
      },
    },
    list: {
      needs: 'athlete',
      async run({ respond }, { app, athlete, now }) {
        await respond.answer(reminderListPanel(await showReminders(app, athlete, now)));
      },
    },
    delete: {
      needs: 'athlete',
      run: ({ invocation, respond }, context) =>
        remove(respond, context, String(invocation.options.reminder), 'answer'),
    },
  },
  autocomplete: {
    async reminder({ caller, typed }, app) {
      const { athlete } = await recogniseCaller(app, caller);
      const lines = athlete ? await showReminders(app, athlete, app.clock.now()) : [];
      return lines
        .map(({ reminder }) => ({ name: reminderLabel(reminder), value: reminder.id }))
        .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
    },
  },
  components: {
    done: {
      needs: 'nobody',
      async run({ id, args, caller, respond }, { app, now }) {
        const delivery = args.delivery ?? '';
        const done = await finishReminded(app, delivery, caller.userId, id, now);
        if (done.isShared) await respond.answer(sharedDonePanel(done));
        else await respond.redraw(remindedDonePanel(done, delivery, caller.clubId !== null));
      },
    },
    'warm-up': {
      needs: 'nobody',
      async run({ args, caller, respond }, { app, now }) {
        const shown = await showWarmUp(app, args.delivery ?? '', caller.userId, now);
        await respond.answer(
          shown.kind === 'steps'
            ? warmUpSteps(shown.warmUp)
            : blockedPanel('core', shown.block, shown.athlete),
        );
      },
    },
    delete: {
      needs: 'athlete',
      run: ({ args, respond }, context) => remove(respond, context, args.reminder ?? '', 'redraw'),
    },
    pick: {
      needs: 'athlete',
      run: ({ values, respond }, context) => remove(respond, context, values[0] ?? '', 'redraw'),
    },
  },
} satisfies Command;
