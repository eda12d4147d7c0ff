/** The questions in the answer to a report: the number that stood open, the warning signs, the clinician's review. */
import type { Command } from '../../src/app.ts';
import type { Press } from '../../src/discord/command.ts';
import { UserError } from '../../src/faults.ts';
import { answerScreen, clearFlags } from '../../src/pain/answer-screen.ts';
import { painPanel, reviewedPanel, reviewQuestion } from '../../src/pain/messages.ts';
import { readPain } from '../../src/pain/read-pain.ts';
import { completeReport, openReport } from '../../src/pain/report-pain.ts';
import { LEVELS } from '../../src/pain/screen.ts';
import { onReport } from './on-report.ts';

/** A menu for a number that stood open. */
function number(field: 'now' | 'start') {
  return onReport(async ({ args, values, respond }: Press, context) => {
    const value = readPain({ [field]: values[0] ?? '' })[field];
    if (value === null) throw new UserError({ code: 'missing', field, example: '3' });
    const completed = field === 'now' ? { now: value } : { start: value };
    const answer = await completeReport(context, args.report ?? '', completed);
    await respond.redraw(painPanel(answer, context.athlete));
  });
}

export const components = {
  now: number('now'),
  start: number('start'),
  screen: onReport(async ({ args, respond }, context) => {
    const level = LEVELS.find((each) => each === args.answer);
    if (level === undefined) throw new UserError({ code: 'stale' });
    const answer = await answerScreen(context, args.report ?? '', level);
    await respond.redraw(painPanel(answer, context.athlete));
  }),
  reviewed: onReport(async ({ args, respond }, context) => {
    await respond.answer(reviewQuestion(await openReport(context, args.report ?? '')));
  }),
  'reviewed-yes': onReport(async ({ args, respond }, context) => {
    await clearFlags(context, args.report ?? '');
    await respond.redraw(reviewedPanel());
  }),
} satisfies Command['components'];
