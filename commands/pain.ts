import { randomUUID } from 'node:crypto';
import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { AnyoneContext, AthleteContext, Command } from '../src/app.ts';
import type { Press, Submission } from '../src/discord/command.ts';
import { customId } from '../src/discord/custom-ids.ts';
import type { Panel } from '../src/discord/panel.ts';
import { UserError } from '../src/faults.ts';
import { answerScreen, clearFlags } from '../src/pain/answer-screen.ts';
import { findAreas } from '../src/pain/areas.ts';
import {
  KIND_CHOICES,
  PHASE_CHOICES,
  painForm,
  painFormPanel,
  updateForm,
  updateOf,
} from '../src/pain/form-messages.ts';
import {
  painPanel,
  resolvedPanel,
  reviewedPanel,
  reviewQuestion,
  trendQuestion,
} from '../src/pain/messages.ts';
import { answerMorning, openEcho } from '../src/pain/morning-echo.ts';
import {
  morningAnswerPanel,
  morningPanel,
  morningPassedPanel,
  NO_DELIVERY,
} from '../src/pain/morning-messages.ts';
import { ownReport } from '../src/pain/own-report.ts';
import { readArea, readPain } from '../src/pain/read-pain.ts';
import { completeReport, openReport, reportPain, resolveEpisode } from '../src/pain/report-pain.ts';
import { LEVELS } from '../src/pain/screen.ts';
import type { PainReport } from '../src/pain/store.ts';
import { readWhole, type Typed, typedIn } from '../src/reading.ts';
import { RANGES } from '../src/sessions/rules.ts';

const choices = (list: readonly { label: string; value: string }[]) =>
  list.map(({ label, value }) => ({ name: label, value }));

const data = new SlashCommandBuilder()
  .setName('pain')
  .setDescription('Report pain and get a light: stop, ease off, or carry on')
  .setContexts(InteractionContextType.Guild)
  .addStringOption((o) =>
    o.setName('area').setDescription('Where, with the side').setAutocomplete(true).setMaxLength(60),
  )
  .addIntegerOption((o) =>
    o.setName('now').setDescription('Pain now: 0 none, 10 worst imaginable').setMinValue(0).setMaxValue(10),
  )
  .addIntegerOption((o) =>
    o.setName('start').setDescription('Pain when this session began, 0 to 10').setMinValue(0).setMaxValue(10),
  )
  .addStringOption((o) => o.setName('kind').setDescription('What kind').addChoices(choices(KIND_CHOICES)))
  .addStringOption((o) =>
    o
      .setName('when')
      .setDescription('During the session, unless you say another')
      .addChoices(choices(PHASE_CHOICES)),
  )
  .addIntegerOption((o) =>
    o.setName('rep').setDescription('At which rep it began, 1 to 200').setMinValue(1).setMaxValue(200),
  )
  .addBooleanOption((o) => o.setName('growing').setDescription('Is it growing?'))
  .addBooleanOption((o) =>
    o.setName('stride-changed').setDescription('Do you limp, or has your stride changed?'),
  )
  .addStringOption((o) => o.setName('notes').setDescription('Anything to remember').setMaxLength(1000));

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

/** What names one of the caller's own reports: it may be pressed in a direct message, which names no club. */
function onReport<Sent extends Press | Submission>(
  run: (sent: Sent, context: AthleteContext) => Promise<void>,
) {
  return {
    needs: 'nobody' as const,
    async run(sent: Sent, anyone: AnyoneContext) {
      await run(sent, await ownReport(anyone, sent.caller, sent.args.report ?? ''));
    },
  };
}

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

/** An answer to the morning question: noted in the message that the echo sent, and answered beside it. */
async function echo({ args, respond }: Press, context: AthleteContext): Promise<void> {
  const said = await answerMorning(context, args.report ?? '', args.answer ?? '');
  if (said === null) return await respond.answer(morningPassedPanel());
  const delivery = args.delivery ?? NO_DELIVERY;
  if (delivery !== NO_DELIVERY) await respond.redraw(morningPanel(said.questions, delivery));
  await respond.answer(morningAnswerPanel(said, context.athlete));
}

function emptyForm() {
  return painForm(customId('pain', 'submit', { draft: randomUUID() }), {});
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

export default {
  data,
  mendable: true,
  execute: {
    needs: 'athlete',
    async run({ id, invocation, respond }, context) {
      const { options } = invocation;
      if (Object.keys(options).length === 0) {
        return await (respond.canShowForm ? respond.showForm(emptyForm()) : respond.answer(painFormPanel()));
      }
      const answer = await reportPain(context, id, readArea(options), readPain(options));
      await respond.answer(painPanel(answer, context.athlete));
    },
  },
  autocomplete: {
    area: async ({ typed }) => findAreas(typed).map(({ id, label }) => ({ name: label, value: id })),
  },
  components: {
    open: {
      needs: 'athlete',
      run: ({ respond }) => respond.showForm(emptyForm()),
    },
    form: {
      needs: 'athlete',
      async run({ args, caller, respond }, context) {
        const { drafts } = context.app;
        const kept = drafts.find(args.draft ?? '', caller.userId);
        if (kept === undefined) throw new UserError({ code: 'draft-lost' });
        const { options, form } = kept;
        if (form?.args.report !== undefined) {
          const report = await openReport(context, form.args.report);
          return await respond.showForm(updateForm(report, options));
        }
        const draft = drafts.keep(caller.userId, { command: 'pain', subcommand: null, options });
        await respond.showForm(painForm(customId('pain', 'submit', { draft }), options));
      },
    },
    now: number('now'),
    start: number('start'),
    screen: onReport(async ({ args, respond }, context) => {
      const level = LEVELS.find((each) => each === args.answer);
      if (level === undefined) throw new UserError({ code: 'stale' });
      const answer = await answerScreen(context, args.report ?? '', level);
      await respond.redraw(painPanel(answer, context.athlete));
    }),
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
    reviewed: onReport(async ({ args, respond }, context) => {
      await respond.answer(reviewQuestion(await openReport(context, args.report ?? '')));
    }),
    'reviewed-yes': onReport(async ({ args, respond }, context) => {
      await clearFlags(context, args.report ?? '');
      await respond.redraw(reviewedPanel());
    }),
    echo: onReport(echo),
    'echo-open': {
      needs: 'nobody',
      async run({ args, caller, respond }, anyone) {
        const questions = await openEcho(anyone, caller, args.delivery ?? '');
        await respond.answer(morningPanel(questions, args.delivery ?? NO_DELIVERY));
      },
    },
  },
  forms: {
    submit: {
      needs: 'athlete',
      async run({ args, options, respond }, context) {
        // In the form the signs are ticks, and an unticked one is a no.
        const { growing: _, 'stride-changed': __, ...typed } = options;
        const answer = await reportPain(context, `draft:${args.draft}`, readArea(typed), readPain(typed));
        await respond.answer(painPanel(answer, context.athlete));
      },
    },
    save: onReport(async (sent: Submission, context) => {
      const report = await openReport(context, sent.args.report ?? '');
      await sent.respond.answer(await again(sent, context, report, typedIn(sent.fields)));
    }),
  },
} satisfies Command;
