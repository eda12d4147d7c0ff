import type { Command, MemberContext } from '../../src/app.ts';
import { isCoach } from '../../src/athletes/admit.ts';
import { sendTest, showHealth } from '../../src/reminders/health.ts';
import { healthPanel, TEST_TEXT } from '../../src/reminders/health-messages.ts';

async function panel(context: MemberContext) {
  return healthPanel(await showHealth(context), context.now);
}

export const execute = {
  health: { needs: 'member', run: async ({ respond }, context) => respond.answer(await panel(context)) },
} satisfies Command['execute'];

export const components = {
  health: { needs: 'member', run: async ({ respond }, context) => respond.redraw(await panel(context)) },
  test: {
    needs: 'athlete',
    async run({ id, caller, respond }, context) {
      await sendTest(context, id, TEST_TEXT);
      const { userId } = caller;
      await respond.redraw(await panel({ ...context, userId, isCoach: isCoach(context.club, caller) }));
    },
  },
} satisfies Command['components'];
