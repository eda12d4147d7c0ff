/** The morning question after a day of pain. */
import type { Command } from '../../src/app.ts';
import { answerMorning, openEcho } from '../../src/pain/morning-echo.ts';
import {
  morningAnswerPanel,
  morningPanel,
  morningPassedPanel,
  NO_DELIVERY,
} from '../../src/pain/morning-messages.ts';
import { onReport } from './on-report.ts';

export const components = {
  // Noted in the message that the echo sent, and answered beside it.
  echo: onReport(async ({ args, respond }, context) => {
    const said = await answerMorning(context, args.report ?? '', args.answer ?? '');
    if (said === null) return await respond.answer(morningPassedPanel());
    const delivery = args.delivery ?? NO_DELIVERY;
    if (delivery !== NO_DELIVERY) await respond.redraw(morningPanel(said.questions, delivery));
    await respond.answer(morningAnswerPanel(said, context.athlete));
  }),
  'echo-open': {
    needs: 'nobody',
    async run({ args, caller, respond }, anyone) {
      const questions = await openEcho(anyone, caller, args.delivery ?? '');
      await respond.answer(morningPanel(questions, args.delivery ?? NO_DELIVERY));
    },
  },
} satisfies Command['components'];
