import type { Command } from '../src/app.ts';
import { recogniseCaller } from '../src/athletes/caller.ts';
import { customId } from '../src/discord/custom-ids.ts';
import { painObjection } from '../src/pain/objection.ts';
import { plannedChoice } from '../src/plans/messages.ts';
import { AS_PLANNED, asksForPlan, offeredToday, typedAsPlanned } from '../src/plans/planned-session.ts';
import { lastSession } from '../src/sessions/log-session.ts';
import { formPanel, logForm } from '../src/sessions/messages.ts';
import { nothingKept } from '../src/sessions/open-form.ts';
import { workPreview } from '../src/sessions/preview-messages.ts';
import { suggestDates } from '../src/time/show.ts';
import * as answer from './log/answer.ts';
import * as drafts from './log/drafts.ts';
import { save } from './log/save.ts';
import { shape } from './log/shape.ts';

export default {
  data: shape,
  mendable: true,
  execute: {
    needs: 'athlete',
    async run({ id, invocation, respond, caller }, context) {
      const { app, athlete } = context;
      if (asksForPlan(invocation.options)) {
        const options = await typedAsPlanned(context, caller.roleIds, invocation.options);
        return await save(context, respond, id, { ...invocation, options });
      }
      if (Object.keys(invocation.options).length > 0) return await save(context, respond, id, invocation);
      const last = await lastSession(app, athlete);
      // Only now: a slow lookup has used up the time in which a form can open.
      if (!respond.canShowForm) {
        return await respond.answer(formPanel(app.drafts.keep(caller.userId, invocation)));
      }
      const formId = customId('log', 'submit', { draft: nothingKept() });
      await respond.showForm(logForm({ id: formId, typed: {}, last }));
    },
  },
  autocomplete: {
    work: async ({ typed, caller }, app) => {
      const { club, athlete, today } = await recogniseCaller(app, caller);
      if (club === null || athlete === null) return workPreview(typed, null);
      const whose = { club, athlete, today };
      const planned =
        typed.trim() === '' ? await offeredToday(app, whose, caller.roleIds, painObjection(app)) : null;
      const others = workPreview(typed, await lastSession(app, athlete));
      return planned === null ? others : [plannedChoice(planned, AS_PLANNED), ...others];
    },
    date: async ({ typed, caller }, app) => suggestDates(typed, (await recogniseCaller(app, caller)).today),
  },
  components: { ...drafts.components, ...answer.components },
  forms: { ...drafts.forms, ...answer.forms },
} satisfies Command;
