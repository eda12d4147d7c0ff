import type { AthleteContext, ClubContext, Command } from '../src/app.ts';
import { askToJoin, isCoach } from '../src/athletes/admit.ts';
import { recogniseCaller } from '../src/athletes/caller.ts';
import type { Call, Caller, Press, Submission } from '../src/discord/command.ts';
import { customId } from '../src/discord/custom-ids.ts';
import type { Invocation } from '../src/discord/drafts.ts';
import { blockedPanel } from '../src/exercises/messages.ts';
import { warmUpNow } from '../src/exercises/show-warm-up.ts';
import { UserError } from '../src/faults.ts';
import { warmUpSteps } from '../src/habits/warm-up-messages.ts';
import { painObjection } from '../src/pain/objection.ts';
import { changeDay, changeTimes, findMeant, openPlan, stopPlan } from '../src/plans/change-plan.ts';
import { planCommand } from '../src/plans/command.ts';
import { dayForm, logTitle, timesForm, typedOfDay } from '../src/plans/form-messages.ts';
import { overwritePanel, planSavedPanel, stoppedPanel, stopQuestion } from '../src/plans/messages.ts';
import { typedOfPost } from '../src/plans/planned-session.ts';
import { readPlanDay } from '../src/plans/read-plan.ts';
import { dayOf } from '../src/plans/rules.ts';
import { showWeek } from '../src/plans/show-week.ts';
import { type Started, startPlan } from '../src/plans/start-plan.ts';
import { TEMPLATES } from '../src/plans/template-rules.ts';
import { WHOLE_CLUB } from '../src/plans/types.ts';
import { weekPanel } from '../src/plans/week-messages.ts';
import { readChoice, textOf, typedIn } from '../src/reading.ts';
import { filledForm } from '../src/sessions/open-form.ts';
import { workPreview } from '../src/sessions/preview-messages.ts';

/** The squad that was named; null: none. The role that everybody has stands for the whole club. */
function squadOf({ options }: Pick<Invocation, 'options'>, { clubId }: Caller): string | null {
  const squad = textOf(options, 'squad') ?? null;
  return squad === clubId ? WHOLE_CLUB : squad;
}

/** The week as the caller may see it. */
async function weekFor(context: ClubContext, caller: Caller, squad: string | null) {
  const { athlete } = await recogniseCaller(context.app, caller);
  const viewer = { roleIds: caller.roleIds, isCoach: isCoach(context.club, caller), athlete };
  return await showWeek(context, viewer, squad, painObjection(context.app));
}

async function savedPanel(
  context: ClubContext,
  caller: Caller,
  change: Parameters<typeof planSavedPanel>[0],
) {
  return planSavedPanel(change, await weekFor(context, caller, change.plan.squad));
}

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
      const kept = keptFor(context, press);
      await start(context, press, kept, { here: textOf(kept.options, 'channel') ?? '', days }, 'redraw');
    },
  };
}

function keptFor({ app }: ClubContext, { args, caller }: Pick<Press, 'args' | 'caller'>): Invocation {
  const kept = app.drafts.find(args.draft ?? '', caller.userId);
  if (kept === undefined) throw new UserError({ code: 'draft-lost' });
  return kept;
}

/** The form that has the field at fault: a day's, or the times. */
async function mendForm(
  context: ClubContext,
  { args, caller }: Press,
  { options, form, subcommand }: Invocation,
) {
  const draft = args.draft ?? '';
  if (form?.action === 'save') {
    const plan = await openPlan(context, form.args.plan ?? '');
    return dayForm(plan, readPlanDay(form.args.day ?? ''), options);
  }
  if (form?.action === 'save-times')
    return timesForm(customId('plan', 'save-times', { plan: form.args.plan ?? '' }), options);
  if (subcommand !== 'day')
    return timesForm(customId('plan', 'begin', { draft }), options, { channel: true });
  const plan = await findMeant(context, squadOf({ options }, caller), caller.roleIds);
  const day = readPlanDay(String(options.day ?? ''));
  return dayForm(plan, day, { ...typedOfDay(dayOf(plan, day)), ...options });
}

async function showWarmUp({ respond }: Press, context: AthleteContext) {
  const shown = await warmUpNow(context);
  await respond.answer(
    shown.kind === 'steps' ? warmUpSteps(shown.warmUp) : blockedPanel('core', shown.block, shown.athlete),
  );
}

export default {
  data: planCommand,
  mendable: true,
  execute: {
    week: {
      needs: 'club',
      async run({ invocation, caller, respond }, context) {
        const { athlete } = await recogniseCaller(context.app, caller);
        if (athlete === null && !isCoach(context.club, caller)) {
          return await askToJoin(context.app, caller, respond, invocation);
        }
        await respond.answer(weekPanel(await weekFor(context, caller, squadOf(invocation, caller))));
      },
    },
    start: {
      needs: 'coach',
      run: (call, context) =>
        start(context, call, call.invocation, { here: call.channelId, days: 'ask' }, 'answer'),
    },
    day: {
      needs: 'coach',
      async run({ invocation, caller, respond }, context) {
        const { options } = invocation;
        const plan = await findMeant(context, squadOf(invocation, caller), caller.roleIds);
        const change = await changeDay(context, plan.id, readPlanDay(String(options.day ?? '')), options);
        await respond.answer(await savedPanel(context, caller, change));
      },
    },
    stop: {
      needs: 'coach',
      async run({ invocation, caller, respond }, context) {
        await respond.answer(
          stopQuestion(await findMeant(context, squadOf(invocation, caller), caller.roleIds)),
        );
      },
    },
  },
  autocomplete: { work: async ({ typed }) => workPreview(typed, null) },
  components: {
    log: {
      needs: 'athlete',
      async run({ args, respond }, context) {
        const typed = await typedOfPost(context, args.delivery ?? '', painObjection(context.app));
        await respond.showForm(await filledForm(context, typed, logTitle(typed)));
      },
    },
    'warm-up': { needs: 'athlete', run: showWarmUp },
    day: {
      needs: 'coach',
      async run({ args, values, respond }, context) {
        const plan = await openPlan(context, args.plan ?? '');
        const day = readPlanDay(values[0] ?? '');
        await respond.showForm(dayForm(plan, day, typedOfDay(dayOf(plan, day))));
      },
    },
    times: {
      needs: 'coach',
      async run({ args, respond }, context) {
        const { id, time, trainingTime } = await openPlan(context, args.plan ?? '');
        const formId = customId('plan', 'save-times', { plan: id });
        await respond.showForm(timesForm(formId, { time, training: trainingTime }));
      },
    },
    stop: {
      needs: 'coach',
      run: async ({ args, respond }, context) =>
        respond.redraw(stopQuestion(await openPlan(context, args.plan ?? ''))),
    },
    'stop-yes': {
      needs: 'coach',
      async run({ args, respond }, context) {
        const stopped = await stopPlan(context, args.plan ?? '');
        await respond.redraw(stoppedPanel(stopped?.squad ?? null));
      },
    },
    keep: {
      needs: 'coach',
      async run({ args, caller, respond }, context) {
        const { squad } = await openPlan(context, args.plan ?? '');
        await respond.redraw(weekPanel(await weekFor(context, caller, squad)));
      },
    },
    sure: sure('replace'),
    'keep-days': sure('keep'),
    form: {
      needs: 'coach',
      async run(press, context) {
        await press.respond.showForm(await mendForm(context, press, keptFor(context, press)));
      },
    },
  },
  forms: {
    save: {
      needs: 'coach',
      async run({ args, fields, caller, respond }, context) {
        const day = readPlanDay(args.day ?? '');
        const change = await changeDay(context, args.plan ?? '', day, typedIn(fields));
        await respond.redraw(await savedPanel(context, caller, change));
      },
    },
    'save-times': {
      needs: 'coach',
      async run({ args, fields, caller, respond }, context) {
        const started = await changeTimes(context, args.plan ?? '', typedIn(fields));
        if (started.kind === 'saved') await respond.redraw(await savedPanel(context, caller, started));
      },
    },
    begin: {
      needs: 'coach',
      async run(sent: Submission, context: ClubContext) {
        const { channelId, options } = sent;
        const invocation = { command: 'plan', subcommand: 'start', options };
        await start(context, sent, invocation, { here: channelId, days: 'ask' }, 'redraw');
      },
    },
  },
} satisfies Command;
