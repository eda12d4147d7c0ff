/** How a pain goes on after its report: better, the same, worse, gone. */
import type { AthleteContext, Command } from '../../src/app.ts';
import type { Press, Submission } from '../../src/discord/command.ts';
import type { Panel } from '../../src/discord/panel.ts';
import { UserError } from '../../src/faults.ts';
import { updateForm, updateOf } from '../../src/pain/form-messages.ts';
import { painPanel, resolvedPanel, trendQuestion } from '../../src/pain/messages.ts';
import { readPain } from '../../src/pain/read-pain.ts';
import { openReport, reportPain, resolveEpisode } from '../../src/pain/report-pain.ts';
import type { PainReport } from '../../src/pain/store.ts';
import { readWhole, type Typed, typedIn } from '../../src/reading.ts';
import { RANGES } from '../../src/sessions/rules.ts';
import { onReport } from './on-report.ts';

/** Saves a report of a known area from a press or form on an earlier one. */
async function again(
  sent: Press | Submission,
  context: AthleteContext,
  earlier: PainReport,
  typed: Typed,
  once = sent.id,
): Promise<Panel> {
  const answer = await reportPain(context, once, earlier.area, readPain({ when: earlier.phase, ...typed }));
  return painPanel(answer, context.athlete);
}

/** The same report with another number: more pain is growing, and what was said before a session is now said in it. */
function withNumber(report: PainReport, now: number): Typed {
  return {
    when: report.phase === 'before' ? 'during' : report.phase,
    kind: report.kinds.join(','),
    'stride-changed': report.strideChanged,
    growing: now === report.now ? report.growing : now > (report.now ?? 0),
    now,
  };
}

export const components = {
  update: onReport(async ({ args, respond }, context) => {
    const report = await openReport(context, args.report ?? '');
    await respond.showForm(updateForm(report, updateOf(report)));
  }),
  trend: onReport(async (press: Press, context) => {
    const report = await openReport(context, press.args.report ?? '');
    const { trend } = press.args;
    if (trend === 'better' || trend === 'worse')
      return await press.respond.answer(trendQuestion(report, trend));
    if (report.now === null) throw new UserError({ code: 'stale' });
    const once = `${press.messageId}:same`;
    await press.respond.answer(await again(press, context, report, withNumber(report, report.now), once));
  }),
  number: onReport(async (press: Press, context) => {
    const report = await openReport(context, press.args.report ?? '');
    const now = readWhole('now', press.values[0] ?? '', RANGES.pain);
    const once = `${press.messageId}:number`;
    // In the place of the question: a menu left standing would take a second number and change nothing.
    await press.respond.redraw(await again(press, context, report, withNumber(report, now), once));
  }),
  resolved: onReport(async ({ args, respond }, context) => {
    await respond.answer(resolvedPanel(await resolveEpisode(context, args.report ?? '')));
  }),
} satisfies Command['components'];

export const forms = {
  save: onReport(async (sent: Submission, context) => {
    const report = await openReport(context, sent.args.report ?? '');
    await sent.respond.answer(await again(sent, context, report, typedIn(sent.fields)));
  }),
} satisfies Command['forms'];
