import type { AthleteContext, Command } from '../../src/app.ts';
import { sendTest, showHealth } from '../../src/reminders/health.ts';
import { healthPanel, TEST_TEXT } from '../../src/reminders/health-messages.ts';

async function panel(context: AthleteContext) {
  return healthPanel(await showHealth(context), context.now);
}

export const execute = {
  health: { needs: 'athlete', run: async ({ respond }, context) => respond.answer(await panel(context)) },
} satisfies Command['execute'];

export const components = {
  health: { needs: 'athlete', run: async ({ respond }, context) => respond.redraw(await panel(context)) },
  test: {
    needs: 'athlete',
    async run({ id, respond }, context) {
      await sendTest(context, id, TEST_TEXT);
      await respond.redraw(await panel(context));
    },
  },
} satisfies Command['components'];
