/** What was not delivered, and sending it again. */
import type { AdministratorContext, Command } from '../../src/app.ts';
import type { Press } from '../../src/discord/command.ts';
import { UserError } from '../../src/faults.ts';
import { sendAgain, showUndelivered } from '../../src/reminders/undelivered.ts';
import { undeliveredPanel } from '../../src/reminders/undelivered-messages.ts';

/** As a new answer: under the panel, or to a notice in a channel. */
const look = {
  needs: 'administrator' as const,
  async run({ respond }: Press, { app, club, now }: AdministratorContext) {
    if (club === null) throw new UserError({ code: 'stale' });
    await respond.answer(undeliveredPanel(await showUndelivered(app, club, now)));
  },
};

export const components = {
  undelivered: look,
  look,
  again: {
    needs: 'administrator',
    async run({ values: [key], respond }, { app, club, now }) {
      if (club === null || key === undefined) throw new UserError({ code: 'stale' });
      const asked = await sendAgain(app, club, key, now);
      await respond.redraw(undeliveredPanel(await showUndelivered(app, club, now), asked));
    },
  },
} satisfies Command['components'];
