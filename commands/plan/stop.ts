import type { Command } from '../../src/app.ts';
import { findMeant, openPlan, stopPlan } from '../../src/plans/change-plan.ts';
import { stoppedPanel, stopQuestion } from '../../src/plans/messages.ts';
import { shownSquad } from '../../src/plans/show-week.ts';
import { squadOf, weekFor } from './week.ts';

export const execute = {
  stop: {
    needs: 'coach',
    async run({ invocation, caller, respond }, context) {
      const plan = await findMeant(context, squadOf(invocation, caller), caller.roleIds);
      await respond.answer(stopQuestion({ id: plan.id, squad: shownSquad(context.app, plan) }));
    },
  },
} satisfies Command['execute'];

export const components = {
  stop: {
    needs: 'coach',
    async run({ args, respond }, context) {
      const plan = await openPlan(context, args.plan ?? '');
      await respond.redraw(stopQuestion({ id: plan.id, squad: shownSquad(context.app, plan) }));
    },
  },
  'stop-yes': {
    needs: 'coach',
    async run({ args, respond }, context) {
      const stopped = await stopPlan(context, args.plan ?? '');
      await respond.redraw(stoppedPanel(stopped && shownSquad(context.app, stopped)));
    },
  },
  keep: {
    needs: 'coach',
    async run({ args, caller, respond }, context) {
      const { squad } = await openPlan(context, args.plan ?? '');
      await respond.redraw(await weekFor(context, caller, squad));
    },
  },
} satisfies Command['components'];
