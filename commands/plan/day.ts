import type { Command } from '../../src/app.ts';
import { changeDay, findMeant, openPlan } from '../../src/plans/change-plan.ts';
import { dayForm, typedOfDay } from '../../src/plans/form-messages.ts';
import { readPlanDay } from '../../src/plans/read-plan.ts';
import { dayOf } from '../../src/plans/rules.ts';
import { typedIn } from '../../src/reading.ts';
import { savedPanel, squadOf } from './week.ts';

export const execute = {
  day: {
    needs: 'coach',
    async run({ invocation, caller, respond }, context) {
      const { options } = invocation;
      const plan = await findMeant(context, squadOf(invocation, caller), caller.roleIds);
      const change = await changeDay(context, plan.id, readPlanDay(String(options.day ?? '')), options);
      await respond.answer(await savedPanel(context, caller, change));
    },
  },
} satisfies Command['execute'];

export const components = {
  day: {
    needs: 'coach',
    async run({ args, values, respond }, context) {
      const plan = await openPlan(context, args.plan ?? '');
      const day = readPlanDay(values[0] ?? '');
      await respond.showForm(dayForm(plan, day, typedOfDay(dayOf(plan, day))));
    },
  },
} satisfies Command['components'];

export const forms = {
  save: {
    needs: 'coach',
    as: 'day',
    async run({ args, fields, caller, respond }, context) {
      const day = readPlanDay(args.day ?? '');
      const change = await changeDay(context, args.plan ?? '', day, typedIn(fields));
      await respond.redraw(await savedPanel(context, caller, change));
    },
  },
} satisfies Command['forms'];
