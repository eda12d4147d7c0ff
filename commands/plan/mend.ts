/** Going on with what could not be read. */
import type { ClubContext, Command } from '../../src/app.ts';
import type { Press } from '../../src/discord/command.ts';
import { customId } from '../../src/discord/custom-ids.ts';
import { findMeant, openPlan } from '../../src/plans/change-plan.ts';
import { dayForm, timesForm, typedOfDay } from '../../src/plans/form-messages.ts';
import { readPlanDay } from '../../src/plans/read-plan.ts';
import { dayOf } from '../../src/plans/rules.ts';
import { readDraft } from '../../src/reading.ts';
import { squadOf } from './week.ts';

/** The form that has the field at fault: a day's, or the times. */
async function mendForm(context: ClubContext, press: Press) {
  const { options, form, subcommand } = readDraft(context.app.drafts, press);
  const { args, caller } = press;
  if (form?.action === 'save') {
    const plan = await openPlan(context, form.args.plan ?? '');
    return dayForm(plan, readPlanDay(form.args.day ?? ''), options);
  }
  if (form?.action === 'save-times')
    return timesForm(customId('plan', 'save-times', { plan: form.args.plan ?? '' }), options);
  if (subcommand !== 'day')
    return timesForm(customId('plan', 'begin', { draft: args.draft ?? '' }), options, { channel: true });
  const plan = await findMeant(context, squadOf({ options }, caller), caller.roleIds);
  const day = readPlanDay(String(options.day ?? ''));
  return dayForm(plan, day, { ...typedOfDay(dayOf(plan, day)), ...options });
}

export const components = {
  form: {
    needs: 'coach',
    run: async (press, context) => press.respond.showForm(await mendForm(context, press)),
  },
} satisfies Command['components'];
