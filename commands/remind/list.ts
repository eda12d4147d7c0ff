/** The list of reminders, and what is done with one of them: pause, resume, delete. */
import type { Command, MemberContext } from '../../src/app.ts';
import type { Press } from '../../src/discord/command.ts';
import { textOf } from '../../src/reading.ts';
import {
  changedPanel,
  deletedFromListPanel,
  reminderListPanel,
  reminderPanel,
} from '../../src/reminders/hub-messages.ts';
import { reminderDeletedPanel } from '../../src/reminders/messages.ts';
import { pauseReminders, resumeReminders } from '../../src/reminders/pause.ts';
import { removeReminder, showHub, showReminder } from '../../src/reminders/show-reminders.ts';
import { meant } from './meant.ts';

/** One reminder as it is now, drawn over the message that was pressed. */
async function redrawOne({ respond }: Press, context: MemberContext, id: string) {
  await respond.redraw(reminderPanel(await showReminder(context, id), context.now));
}

export const execute = {
  list: {
    needs: 'member',
    run: async ({ respond }, context) => respond.answer(reminderListPanel(await showHub(context))),
  },
  pause: {
    needs: 'member',
    async run(call, context) {
      const until = textOf(call.invocation.options, 'until') ?? null;
      const id = await meant(call.invocation.options, context);
      const paused = await pauseReminders(context, id, until);
      await call.respond.answer(changedPanel(paused, 'pause'));
    },
  },
  resume: {
    needs: 'member',
    async run(call, context) {
      const id = await meant(call.invocation.options, context);
      const resumed = await resumeReminders(context, id);
      await call.respond.answer(changedPanel(resumed, 'resume'));
    },
  },
  delete: {
    needs: 'member',
    async run(call, context) {
      const id = await meant(call.invocation.options, context);
      const reminder = await removeReminder(context, id);
      await call.respond.answer(reminderDeletedPanel(reminder));
    },
  },
} satisfies Command['execute'];

export const components = {
  list: {
    needs: 'member',
    run: async ({ respond }, context) => respond.redraw(reminderListPanel(await showHub(context))),
  },
  open: { needs: 'member', run: (press, context) => redrawOne(press, context, press.values[0] ?? '') },
  pause: {
    needs: 'member',
    async run(press, context) {
      const id = press.args.reminder ?? '';
      await pauseReminders(context, id, press.values[0] ?? '');
      await redrawOne(press, context, id);
    },
  },
  resume: {
    needs: 'member',
    async run(press, context) {
      const id = press.args.reminder ?? '';
      await resumeReminders(context, id);
      await redrawOne(press, context, id);
    },
  },
  delete: {
    needs: 'member',
    async run({ args, respond }, context) {
      await respond.redraw(deletedFromListPanel(await removeReminder(context, args.reminder ?? '')));
    },
  },
} satisfies Command['components'];
