import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { App, AthleteContext, Command } from '../src/app.ts';
import { recogniseCaller } from '../src/athletes/caller.ts';
import { zoneOf } from '../src/athletes/rules.ts';
import type { Press, Submission } from '../src/discord/command.ts';
import { customId } from '../src/discord/custom-ids.ts';
import type { Invocation } from '../src/discord/drafts.ts';
import type { Panel } from '../src/discord/panel.ts';
import type { Responder } from '../src/discord/responder.ts';
import { UserError } from '../src/faults.ts';
import { absenceText } from '../src/insights/ledger-messages.ts';
import { absenceNotice } from '../src/insights/notice-absence.ts';
import { painObjection } from '../src/pain/objection.ts';
import { plannedChoice } from '../src/plans/messages.ts';
import { AS_PLANNED, asksForPlan, offeredToday, typedAsPlanned } from '../src/plans/planned-session.ts';
import { streakLine } from '../src/progress/messages.ts';
import { currentStreaks } from '../src/progress/show-progress.ts';
import { type Typed, typedIn } from '../src/reading.ts';
import { sessionPanel, undonePanel } from '../src/sessions/answer-messages.ts';
import type { LoggedSession, Silence } from '../src/sessions/describe-session.ts';
import {
  changeSession,
  lastSession,
  logSession,
  noteNoPain,
  openSession,
  undoSession,
} from '../src/sessions/log-session.ts';
import {
  EDIT_TITLE,
  formPanel,
  logForm,
  moreForm,
  moreOf,
  TYPE_CHOICES,
  typedOf,
  typeQuestion,
  WARMUP_CHOICES,
  withoutDraft,
} from '../src/sessions/messages.ts';
import { filledForm, nothingKept, wasKept } from '../src/sessions/open-form.ts';
import { workPreview } from '../src/sessions/preview-messages.ts';
import { asksForLast, readChanges, readSession } from '../src/sessions/read-session.ts';
import { localDate } from '../src/time/local.ts';
import { suggestDates } from '../src/time/show.ts';

const choices = (list: readonly { label: string; value: string }[]) =>
  list.map(({ label, value }) => ({ name: label, value }));

const data = new SlashCommandBuilder()
  .setName('log')
  .setDescription('Log a session: with options, or alone for a form')
  .setContexts(InteractionContextType.Guild)
  .addStringOption((o) => o.setName('type').setDescription('Which session').addChoices(choices(TYPE_CHOICES)))
  .addStringOption((o) =>
    o
      .setName('work')
      .setDescription('Like 2x10x100 @17.5 r45, or massage 30min')
      .setAutocomplete(true)
      .setMaxLength(200),
  )
  .addIntegerOption((o) =>
    o.setName('minutes').setDescription('How long, 1 to 600').setMinValue(1).setMaxValue(600),
  )
  .addIntegerOption((o) =>
    o.setName('effort').setDescription('How hard: 0 rest, 5 hard, 10 maximal').setMinValue(0).setMaxValue(10),
  )
  .addStringOption((o) =>
    o.setName('warmup').setDescription('Warm-up before it').addChoices(choices(WARMUP_CHOICES)),
  )
  .addStringOption((o) =>
    o
      .setName('core')
      .setDescription('Core work with it')
      .addChoices({ name: 'Yes', value: 'yes' }, { name: 'No', value: 'no' }),
  )
  .addStringOption((o) =>
    o
      .setName('stretch')
      .setDescription('Stretched after it')
      .addChoices(
        { name: 'Yes', value: 'yes' },
        { name: 'No', value: 'no' },
        { name: 'Later', value: 'later' },
      ),
  )
  .addStringOption((o) =>
    o.setName('date').setDescription('Today, unless you say another').setAutocomplete(true).setMaxLength(40),
  )
  .addStringOption((o) => o.setName('notes').setDescription('Anything to remember').setMaxLength(1000));

/** Pain stands above sessions: it holds training words back while a warning sign is open, and on a red day. */
function silenceOf(app: App): Silence {
  const objection = painObjection(app);
  return async (owner, day) => typeof (await objection(owner, 'core', [day])) === 'object';
}

/** Saves what was typed, asks for the type alone if only that is missing, and shows the result. */
async function save(
  context: AthleteContext,
  respond: Responder,
  once: string,
  invocation: Invocation,
  how: { readonly redraw?: boolean; readonly draftIsLost?: boolean } = {},
) {
  const { app, athlete, club, now } = context;
  const told = (panel: Panel) => (how.draftIsLost ? withoutDraft(panel) : panel);
  const last = asksForLast(invocation.options) ? await lastSession(app, athlete) : null;
  const { type, ...entry } = readSession(invocation.options, localDate(now, zoneOf(athlete, club)), last);
  if (type === null) {
    const draft = app.drafts.keep(athlete.userId, invocation);
    return await respond.answer(told(typeQuestion(draft, invocation)));
  }
  const logged = await logSession(context, once, { ...entry, type }, silenceOf(app));
  const panel = told(await answerPanel(context, logged));
  await (how.redraw ? respond.redraw(panel) : respond.answer(panel));
  // Once a week is often enough to look for what is no longer there.
  const absence = logged.inWeek === 1 ? await absenceNotice(context) : null;
  if (absence !== null) await respond.answer({ content: absenceText(absence) });
}

/** The answer to a log. Beside an open warning sign no stretch reminder is promised: it is held back (handbook §2). */
async function answerPanel(context: AthleteContext, logged: LoggedSession): Promise<Panel> {
  const { app, athlete } = context;
  const streaks = await currentStreaks(context);
  if (streaks !== null) return sessionPanel(logged, context, streakLine(streaks));
  const owner = { clubId: athlete.clubId, athleteId: athlete.id };
  const objection = await painObjection(app)(owner, 'stretch', [logged.session.localDate]);
  const told = typeof objection === 'object' ? { ...logged, stretchAt: null } : logged;
  return sessionPanel(told, context, null);
}

/** Changes a session from a press on its answer, and draws the answer anew. */
async function change(context: AthleteContext, { args, respond }: Press | Submission, typed: Typed) {
  const { app, athlete, club, now } = context;
  const changes = readChanges(typed, localDate(now, zoneOf(athlete, club)));
  const changed = await changeSession(context, args.session ?? '', changes, silenceOf(app));
  await respond.redraw(await answerPanel(context, changed));
}

/** A press that sets one field. */
function setting(field: string, value: string | null) {
  return {
    needs: 'athlete' as const,
    run: (press: Press, context: AthleteContext) =>
      change(context, press, { [field]: value ?? press.values[0] ?? '' }),
  };
}

/** The form that a draft came from, or for a typed command the one that has the field at fault, filled. */
async function mendForm(context: AthleteContext, { options, form }: Invocation) {
  const session = form?.args.session;
  if (session !== undefined) {
    return form?.action === 'save-more'
      ? moreForm(customId('log', 'save-more', { session }), options)
      : logForm({ id: customId('log', 'save', { session }), typed: options, last: null, title: EDIT_TITLE });
  }
  return await filledForm(context, options);
}

export default {
  data,
  mendable: true,
  execute: {
    needs: 'athlete',
    async run({ id, invocation, respond, caller }, context) {
      const { app, athlete } = context;
      if (asksForPlan(invocation.options)) {
        const options = await typedAsPlanned(context, caller.roleIds, invocation.options);
        return await save(context, respond, id, { ...invocation, options });
      }
      if (Object.keys(invocation.options).length > 0) return await save(context, respond, id, invocation);
      const last = await lastSession(app, athlete);
      // Only now: a slow lookup has used up the time in which a form can open.
      if (!respond.canShowForm) {
        return await respond.answer(formPanel(app.drafts.keep(caller.userId, invocation)));
      }
      const formId = customId('log', 'submit', { draft: nothingKept() });
      await respond.showForm(logForm({ id: formId, typed: {}, last }));
    },
  },
  autocomplete: {
    work: async ({ typed, caller }, app) => {
      const { club, athlete, today } = await recogniseCaller(app, caller);
      if (club === null || athlete === null) return workPreview(typed, null);
      const whose = { club, athlete, today };
      const planned =
        typed.trim() === '' ? await offeredToday(app, whose, caller.roleIds, painObjection(app)) : null;
      const others = workPreview(typed, await lastSession(app, athlete));
      return planned === null ? others : [plannedChoice(planned, AS_PLANNED), ...others];
    },
    date: async ({ typed, caller }, app) => suggestDates(typed, (await recogniseCaller(app, caller)).today),
  },
  components: {
    form: {
      needs: 'athlete',
      async run({ args, caller, respond }, context) {
        const kept = context.app.drafts.find(args.draft ?? '', caller.userId);
        if (kept === undefined) throw new UserError({ code: 'draft-lost' });
        await respond.showForm(await mendForm(context, kept));
      },
    },
    type: {
      needs: 'athlete',
      async run({ args, values, caller, respond }, context) {
        const kept = context.app.drafts.find(args.draft ?? '', caller.userId);
        if (kept === undefined) throw new UserError({ code: 'draft-lost' });
        const options = { ...kept.options, type: values[0] ?? '' };
        await save(context, respond, `draft:${args.draft}`, { ...kept, options }, { redraw: true });
      },
    },
    stretched: setting('stretch', 'yes'),
    core: setting('core', 'yes'),
    warmup: setting('warmup', null),
    effort: setting('effort', null),
    modality: setting('modality', null),
    'no-pain': {
      needs: 'athlete',
      async run({ args, respond }, context) {
        const noted = await noteNoPain(context, args.session ?? '', silenceOf(context.app));
        await respond.redraw(await answerPanel(context, noted));
      },
    },
    edit: {
      needs: 'athlete',
      async run({ args, respond }, { app, athlete }) {
        const session = await openSession(app, athlete, args.session ?? '');
        const id = customId('log', 'save', { session: session.id });
        await respond.showForm(logForm({ id, typed: typedOf(session), last: null, title: EDIT_TITLE }));
      },
    },
    more: {
      needs: 'athlete',
      async run({ args, respond }, { app, athlete, club, now }) {
        const session = await openSession(app, athlete, args.session ?? '');
        const typed = moreOf(session, localDate(now, zoneOf(athlete, club)));
        await respond.showForm(moreForm(customId('log', 'save-more', { session: session.id }), typed));
      },
    },
    undo: {
      needs: 'athlete',
      async run({ args, respond }, context) {
        await respond.redraw(undonePanel(await undoSession(context, args.session ?? '')));
      },
    },
  },
  forms: {
    submit: {
      needs: 'athlete',
      async run({ args, options, caller, respond }, context) {
        const draft = args.draft ?? '';
        const draftIsLost = wasKept(draft) && context.app.drafts.find(draft, caller.userId) === undefined;
        const invocation = { command: 'log', subcommand: null, options };
        await save(context, respond, `draft:${draft}`, invocation, { draftIsLost });
      },
    },
    save: { needs: 'athlete', run: (sent, context) => change(context, sent, typedIn(sent.fields)) },
    'save-more': { needs: 'athlete', run: (sent, context) => change(context, sent, typedIn(sent.fields)) },
  },
} satisfies Command;
