import type { AdministratorContext, Command } from '../src/app.ts';
import { settingsOfForm } from '../src/clubs/read-settings.ts';
import { timesForm, typedOfTimes } from '../src/clubs/times-messages.ts';
import { zoneChoices } from '../src/clubs/zone-messages.ts';
import type { Press } from '../src/discord/command.ts';
import { UserError } from '../src/faults.ts';
import { readDraft, typedIn } from '../src/reading.ts';
import { change, panelOf } from './setup/change.ts';
import { shape } from './setup/shape.ts';
import * as undelivered from './setup/undelivered.ts';

/** A menu of the panel: what was chosen is saved at once. */
function choice(option: string) {
  return {
    needs: 'administrator' as const,
    async run(press: Press, context: AdministratorContext) {
      const [value] = press.values;
      await press.respond.redraw(
        value ? await change(context, { [option]: value }) : await panelOf(context, context.club),
      );
    },
  };
}

export default {
  data: shape,
  mendable: true,
  execute: {
    needs: 'administrator',
    async run({ invocation, respond }, context) {
      const typed = Object.keys(invocation.options).length > 0;
      await respond.answer(
        typed ? await change(context, invocation.options) : await panelOf(context, context.club),
      );
    },
  },
  autocomplete: { 'time-zone': async ({ typed }) => zoneChoices(typed) },
  components: {
    'coach-role': choice('coach-role'),
    'summary-channel': choice('summary-channel'),
    'reminder-channel': choice('reminder-channel'),
    zone: choice('time-zone'),
    times: {
      needs: 'administrator',
      async run({ respond }, { club }) {
        if (club === null)
          throw new UserError({
            code: 'missing',
            field: 'coach-role',
            example: 'choose it in the menu first',
          });
        await respond.showForm(timesForm(typedOfTimes(club)));
      },
    },
    form: {
      needs: 'administrator',
      async run(press, { app }) {
        await press.respond.showForm(timesForm(readDraft(app.drafts, press).options));
      },
    },
    confirm: {
      needs: 'administrator',
      async run({ respond }, context) {
        await respond.redraw(await change(context, {}, true));
      },
    },
    ...undelivered.components,
  },
  forms: {
    'save-times': {
      needs: 'administrator',
      async run({ fields, respond }, context) {
        await respond.redraw(await change(context, settingsOfForm(typedIn(fields))));
      },
    },
  },
} satisfies Command;
