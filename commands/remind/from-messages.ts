/** What is done about a reminder that came, mostly by the buttons under it; a direct message names no club. */
import type { Command } from '../../src/app.ts';
import { isCoach } from '../../src/athletes/admit.ts';
import { finishReminded } from '../../src/exercises/finish-reminded.ts';
import { remindedDonePanel, sharedDonePanel } from '../../src/exercises/messages.ts';
import { showWarmUp } from '../../src/exercises/show-warm-up.ts';
import { warmUpPanel } from '../../src/exercises/warm-up-messages.ts';
import { putOffAnswer, putOffPanel } from '../../src/habits/later-messages.ts';
import { gotItPanel, ownTextPanel } from '../../src/habits/own-messages.ts';
import { noteGotIt, readOwnReminder } from '../../src/habits/own-reminder.ts';
import { putOff, putOffLast } from '../../src/habits/put-off.ts';
import { nothingToPutOffPanel } from '../../src/reminders/hub-messages.ts';
import { aboutPanel } from '../../src/reminders/messages.ts';
import { aboutReminder, showReminders } from '../../src/reminders/show-reminders.ts';

export const execute = {
  snooze: {
    needs: 'athlete',
    async run({ invocation, respond }, { app, athlete, now }) {
      const put = await putOffLast(app, athlete, String(invocation.options.for), now);
      const nothing = async () => nothingToPutOffPanel(await showReminders(app, athlete, now), now);
      await respond.answer(put === null ? await nothing() : putOffAnswer(put, now));
    },
  },
} satisfies Command['execute'];

export const components = {
  about: {
    needs: 'club',
    async run({ args, caller, respond }, context) {
      const line = await aboutReminder(context, args.delivery ?? '');
      await respond.answer(aboutPanel(line, isCoach(context.club, caller)));
    },
  },
  'got-it': {
    needs: 'nobody',
    async run({ args, caller, respond }, { app }) {
      const own = await noteGotIt(app, args.delivery ?? '', caller.userId);
      await respond[own.isShared ? 'answer' : 'redraw'](gotItPanel(own, args.delivery ?? ''));
    },
  },
  'own-text': {
    needs: 'nobody',
    async run({ args, caller, respond }, { app }) {
      await respond.answer(ownTextPanel(await readOwnReminder(app, args.delivery ?? '', caller.userId)));
    },
  },
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
      await respond.answer(warmUpPanel(await showWarmUp(app, args.delivery ?? '', caller.userId, now)));
    },
  },
  snooze: {
    needs: 'nobody',
    async run({ args, values, caller, respond }, { app, now }) {
      const press = { deliveryId: args.delivery ?? '', userId: caller.userId, until: values[0] ?? '', now };
      const put = await putOff(app, press);
      if (caller.clubId === null) await respond.redraw(putOffPanel(put, now));
      else await respond.answer(putOffAnswer(put, now));
    },
  },
} satisfies Command['components'];
