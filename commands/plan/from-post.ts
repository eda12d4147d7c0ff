/** The buttons under the post of a day: log it in one tap, or see the warm-up. */
import type { Command } from '../../src/app.ts';
import { warmUpNow } from '../../src/exercises/show-warm-up.ts';
import { warmUpPanel } from '../../src/exercises/warm-up-messages.ts';
import { painObjection } from '../../src/pain/objection.ts';
import { logTitle } from '../../src/plans/form-messages.ts';
import { typedOfPost } from '../../src/plans/planned-session.ts';
import { filledForm } from '../../src/sessions/open-form.ts';

export const components = {
  log: {
    needs: 'athlete',
    async run({ args, respond }, context) {
      const typed = await typedOfPost(context, args.delivery ?? '', painObjection(context.app));
      await respond.showForm(await filledForm(context, typed, logTitle(typed)));
    },
  },
  'warm-up': {
    needs: 'athlete',
    run: async ({ respond }, context) => respond.answer(warmUpPanel(await warmUpNow(context))),
  },
} satisfies Command['components'];
