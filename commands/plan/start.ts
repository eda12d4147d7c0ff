/** Starting a plan, or changing how it posts. A template asks before it takes the place of a plan's days. */
import type { ClubContext, Command } from '../../src/app.ts';
import type { Call, Press, Submission } from '../../src/discord/command.ts';
import { customId } from '../../src/discord/custom-ids.ts';
import type { Invocation } from '../../src/discord/drafts.ts';
import { changeTimes, openPlan } from '../../src/plans/change-plan.ts';
import { timesForm } from '../../src/plans/form-messages.ts';
import { overwritePanel } from '../../src/plans/messages.ts';
import { type Started, startPlan } from '../../src/plans/start-plan.ts';
import { TEMPLATES } from '../../src/plans/template-rules.ts';
import { WHOLE_CLUB } from '../../src/plans/types.ts';
import { readChoice, readDraft, textOf, typedIn } from '../../src/reading.ts';
import { savedPanel, squadOf } from './week.ts';

/** Starts as typed, or asks first; from a press or a form it draws the message anew. */
async function start(
  context: ClubContext,
  { caller, respond }: Pick<Call, 'caller' | 'respond'>,
  invocation: Invocation,
  from: { readonly here: string; readonly days: 'ask' | 'replace' | 'keep' },
  how: 'answer' | 'redraw',
) {
  const { options } = invocation;
  const [template, call] = [textOf(options, 'template'), textOf(options, 'call')];
  const started: Started = await startPlan(context, {
    ...from,
    squad: squadOf(invocation, caller) ?? WHOLE_CLUB,
    template: template === undefined ? null : readChoice('template', template, TEMPLATES),
    channelId: textOf(options, 'channel') ?? null,
    calls: call === undefined ? null : readChoice('call', call, ['yes', 'no']) === 'yes',
    typed: options,
  });
  if (started.kind === 'saved') return await respond[how](await savedPanel(context, caller, started));
  const kept = { ...invocation, options: { ...options, channel: textOf(options, 'channel') ?? from.here } };
  await respond[how](overwritePanel(started.plan, context.app.drafts.keep(caller.userId, kept), invocation));
}

/** Answers the question whether a template takes the place of a plan's days. */
function sure(days: 'replace' | 'keep') {
  return {
    needs: 'coach' as const,
    async run(press: Press, context: ClubContext) {
      const kept = readDraft(context.app.drafts, press);
      await start(context, press, kept, { here: textOf(kept.options, 'channel') ?? '', days }, 'redraw');
    },
  };
}

export const execute = {
  start: {
    needs: 'coach',
    run: (call, context) =>
      start(context, call, call.invocation, { here: call.channelId, days: 'ask' }, 'answer'),
  },
} satisfies Command['execute'];

export const components = {
  times: {
    needs: 'coach',
    async run({ args, respond }, context) {
      const { id, time, trainingTime } = await openPlan(context, args.plan ?? '');
      const formId = customId('plan', 'save-times', { plan: id });
      await respond.showForm(timesForm(formId, { time, training: trainingTime }));
    },
  },
  sure: sure('replace'),
  'keep-days': sure('keep'),
} satisfies Command['components'];

export const forms = {
  'save-times': {
    needs: 'coach',
    as: 'start',
    async run({ args, fields, caller, respond }, context) {
      const started = await changeTimes(context, args.plan ?? '', typedIn(fields));
      if (started.kind === 'saved') await respond.redraw(await savedPanel(context, caller, started));
    },
  },
  begin: {
    needs: 'coach',
    as: 'start',
    async run(sent: Submission, context: ClubContext) {
      const { channelId, options } = sent;
      const invocation = { command: 'plan', subcommand: 'start', options };
      await start(context, sent, invocation, { here: channelId, days: 'ask' }, 'redraw');
    },
  },
} satisfies Command['forms'];
