import type { Command, MemberContext } from '../src/app.ts';
import { askToJoin, isCoach } from '../src/athletes/admit.ts';
import { recogniseCaller } from '../src/athletes/caller.ts';
import { zoneOf } from '../src/athletes/rules.ts';
import type { Press } from '../src/discord/command.ts';
import { customId } from '../src/discord/custom-ids.ts';
import type { Invocation } from '../src/discord/drafts.ts';
import type { Responder } from '../src/discord/responder.ts';
import { finishReminded } from '../src/exercises/finish-reminded.ts';
import { blockedPanel, remindedDonePanel, sharedDonePanel } from '../src/exercises/messages.ts';
import { showWarmUp } from '../src/exercises/show-warm-up.ts';
import { putOffAnswer, putOffPanel } from '../src/habits/later-messages.ts';
import { gotItPanel, ownTextPanel } from '../src/habits/own-messages.ts';
import { noteGotIt, readOwnReminder } from '../src/habits/own-reminder.ts';
import { putOff, putOffLast } from '../src/habits/put-off.ts';
import { warmUpSteps } from '../src/habits/warm-up-messages.ts';
import { type Typed, textOf } from '../src/reading.ts';
import { addWished } from '../src/reminders/add-reminder.ts';
import { remindCommand } from '../src/reminders/command.ts';
import { draftReminder, findDrafted, saveDrafted } from '../src/reminders/drafted.ts';
import { openManaged } from '../src/reminders/edit-reminder.ts';
import { sendTest, showHealth } from '../src/reminders/health.ts';
import { healthPanel, TEST_TEXT } from '../src/reminders/health-messages.ts';
import {
  changedPanel,
  deletedFromListPanel,
  nothingToPutOffPanel,
  reminderListPanel,
  reminderPanel,
} from '../src/reminders/hub-messages.ts';
import { reminderLabel, scheduleText } from '../src/reminders/label-messages.ts';
import {
  aboutPanel,
  editFirstPanel,
  previewPanel,
  reminderDeletedPanel,
  reminderForm,
  reminderSavedPanel,
} from '../src/reminders/messages.ts';
import {
  ALL,
  meantReminder,
  pauseReminders,
  resumeReminders,
  suggestedReminders,
} from '../src/reminders/pause.ts';
import { readWish } from '../src/reminders/read-wish.ts';
import {
  aboutReminder,
  removeReminder,
  showHub,
  showReminder,
  showReminders,
} from '../src/reminders/show-reminders.ts';
import { whenChoices } from '../src/reminders/when-messages.ts';

/** Shows what would be saved, with Save and Change. */
async function preview(
  context: MemberContext,
  { respond, channelId }: { readonly respond: Responder; readonly channelId: string },
  typed: Invocation,
  how: 'answer' | 'redraw' = 'answer',
  draft?: string,
) {
  const drafted = await draftReminder(context, typed, channelId, draft);
  await respond[how](previewPanel(drafted.proposal, drafted.draft));
}

/** A reminder's form, filled as it is now; a form cannot always open, then a button does. */
async function showEditForm(respond: Responder, context: MemberContext, id: string, typed: Typed = {}) {
  const kept = await openManaged(context, id);
  if (!respond.canShowForm) return await respond.answer(editFirstPanel(kept));
  const filled = {
    when: textOf(typed, 'when') ?? scheduleText(kept.schedule),
    text: textOf(typed, 'text') ?? kept.text ?? undefined,
  };
  await respond.showForm(reminderForm(customId('remind', 'save-edit', { reminder: id }), filled, kept.kind));
}

/** The form of what was typed but is not saved: of a preview, or of something that could not be read. */
async function showDraftForm(respond: Responder, context: MemberContext, draft: string) {
  const { options, subcommand, form } = findDrafted(context, draft);
  const edited = form?.args.reminder ?? (subcommand === 'edit' ? await meant(options, context) : undefined);
  if (edited !== undefined) return await showEditForm(respond, context, edited, options);
  const filled = { when: textOf(options, 'when'), text: textOf(options, 'text') };
  await respond.showForm(
    reminderForm(customId('remind', 'save-change', { draft }), filled, String(options.what)),
  );
}

/** The reminder that was typed or chosen, by its id. */
async function meant({ reminder }: Typed, context: MemberContext): Promise<string> {
  const { own, clubs } = await showHub(context);
  return meantReminder([...own, ...clubs], String(reminder), reminderLabel);
}

/** One reminder as it is now, drawn over the message that was pressed. */
async function redrawOne({ respond }: Press, context: MemberContext, id: string) {
  await respond.redraw(reminderPanel(await showReminder(context, id), context.now));
}

export default {
  data: remindCommand,
  mendable: true,
  execute: {
    add: {
      needs: 'member',
      async run({ invocation, respond, caller, channelId }, context) {
        const wish = readWish(invocation.options, channelId);
        if (context.athlete === null && wish.roleId === null)
          return await askToJoin(context.app, caller, respond, invocation);
        if (wish.when !== null) return await preview(context, { respond, channelId }, invocation);
        const saved = await addWished(context, wish, context.now);
        await respond.answer(reminderSavedPanel(saved, context.athlete));
      },
    },
    list: {
      needs: 'member',
      run: async ({ respond }, context) => respond.answer(reminderListPanel(await showHub(context))),
    },
    pause: {
      needs: 'member',
      async run(call, context) {
        const until = textOf(call.invocation.options, 'until') ?? null;
        const id = await meant(call.invocation.options, context);
        const paused = await pauseReminders(context, id, until);
        await call.respond.answer(changedPanel(paused, 'pause'));
      },
    },
    resume: {
      needs: 'member',
      async run(call, context) {
        const id = await meant(call.invocation.options, context);
        const resumed = await resumeReminders(context, id);
        await call.respond.answer(changedPanel(resumed, 'resume'));
      },
    },
    snooze: {
      needs: 'athlete',
      async run({ invocation, respond }, { app, athlete, now }) {
        const put = await putOffLast(app, athlete, String(invocation.options.for), now);
        const nothing = async () => nothingToPutOffPanel(await showReminders(app, athlete, now), now);
        await respond.answer(put === null ? await nothing() : putOffAnswer(put, now));
      },
    },
    edit: {
      needs: 'member',
      async run(call, context) {
        const id = await meant(call.invocation.options, context);
        const { reminder: _, ...changes } = call.invocation.options;
        if (Object.keys(changes).length === 0) return await showEditForm(call.respond, context, id);
        await preview(context, call, { ...call.invocation, options: { ...changes, reminder: id } });
      },
    },
    delete: {
      needs: 'member',
      async run(call, context) {
        const id = await meant(call.invocation.options, context);
        const reminder = await removeReminder(context, id);
        await call.respond.answer(reminderDeletedPanel(reminder));
      },
    },
    health: {
      needs: 'athlete',
      run: async ({ respond }, context) =>
        respond.answer(healthPanel(await showHealth(context), context.now)),
    },
  },
  autocomplete: {
    async reminder({ caller, subcommand, typed }, app) {
      const { club, athlete } = await recogniseCaller(app, caller);
      if (club === null) return [];
      const who = { app, club, athlete, isCoach: isCoach(club, caller), now: app.clock.now() };
      const { own, clubs } = await showHub(who);
      const canMeanAll = subcommand === 'pause' || subcommand === 'resume';
      const all = canMeanAll && own.length > 1 ? [{ name: 'All of yours', value: ALL }] : [];
      const each = suggestedReminders([...own, ...clubs], reminderLabel);
      return [...all, ...each].filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
    },
    async when({ caller, typed }, app) {
      const { club, athlete } = await recogniseCaller(app, caller);
      const zone = club === null ? 'UTC' : athlete === null ? club.zone : zoneOf(athlete, club);
      return whenChoices(typed, app.clock.now(), zone);
    },
  },
  components: {
    save: {
      needs: 'member',
      async run({ args, channelId, respond }, context) {
        const saved = await saveDrafted(context, args.draft ?? '', channelId);
        await respond.redraw(reminderSavedPanel(saved, context.athlete));
      },
    },
    change: {
      needs: 'member',
      run: ({ args, respond }, context) => showDraftForm(respond, context, args.draft ?? ''),
    },
    form: {
      needs: 'member',
      run: ({ args, respond }, context) => showDraftForm(respond, context, args.draft ?? ''),
    },
    edit: {
      needs: 'member',
      run: ({ args, respond }, context) => showEditForm(respond, context, args.reminder ?? ''),
    },
    about: {
      needs: 'club',
      async run({ args, caller, respond }, context) {
        const line = await aboutReminder(context, args.delivery ?? '');
        await respond.answer(aboutPanel(line, isCoach(context.club, caller)));
      },
    },
    'got-it': {
      needs: 'nobody',
      async run({ args, caller, respond }, { app }) {
        const own = await noteGotIt(app, args.delivery ?? '', caller.userId);
        await respond[own.isShared ? 'answer' : 'redraw'](gotItPanel(own, args.delivery ?? ''));
      },
    },
    'own-text': {
      needs: 'nobody',
      async run({ args, caller, respond }, { app }) {
        await respond.answer(ownTextPanel(await readOwnReminder(app, args.delivery ?? '', caller.userId)));
      },
    },
    done: {
      needs: 'nobody',
      async run({ id, args, caller, respond }, { app, now }) {
        const delivery = args.delivery ?? '';
        const done = await finishReminded(app, delivery, caller.userId, id, now);
        if (done.isShared) await respond.answer(sharedDonePanel(done));
        else await respond.redraw(remindedDonePanel(done, delivery, caller.clubId !== null));
      },
    },
    'warm-up': {
      needs: 'nobody',
      async run({ args, caller, respond }, { app, now }) {
        const shown = await showWarmUp(app, args.delivery ?? '', caller.userId, now);
        await respond.answer(
          shown.kind === 'steps'
            ? warmUpSteps(shown.warmUp)
            : blockedPanel('core', shown.block, shown.athlete),
        );
      },
    },
    snooze: {
      needs: 'nobody',
      async run({ args, values, caller, respond }, { app, now }) {
        const press = { deliveryId: args.delivery ?? '', userId: caller.userId, until: values[0] ?? '', now };
        const put = await putOff(app, press);
        if (caller.clubId === null) await respond.redraw(putOffPanel(put, now));
        else await respond.answer(putOffAnswer(put, now));
      },
    },
    list: {
      needs: 'member',
      run: async ({ respond }, context) => respond.redraw(reminderListPanel(await showHub(context))),
    },
    open: { needs: 'member', run: (press, context) => redrawOne(press, context, press.values[0] ?? '') },
    pause: {
      needs: 'member',
      async run(press, context) {
        const id = press.args.reminder ?? '';
        await pauseReminders(context, id, press.values[0] ?? '');
        await redrawOne(press, context, id);
      },
    },
    resume: {
      needs: 'member',
      async run(press, context) {
        const id = press.args.reminder ?? '';
        await resumeReminders(context, id);
        await redrawOne(press, context, id);
      },
    },
    delete: {
      needs: 'member',
      async run({ args, respond }, context) {
        await respond.redraw(deletedFromListPanel(await removeReminder(context, args.reminder ?? '')));
      },
    },
    health: {
      needs: 'athlete',
      run: async ({ respond }, context) =>
        respond.redraw(healthPanel(await showHealth(context), context.now)),
    },
    test: {
      needs: 'athlete',
      async run({ id, respond }, context) {
        await sendTest(context, id, TEST_TEXT);
        await respond.redraw(healthPanel(await showHealth(context), context.now));
      },
    },
  },
  forms: {
    'save-change': {
      needs: 'member',
      async run({ args, options, channelId, respond }, context) {
        const draft = args.draft ?? '';
        const before = findDrafted(context, draft);
        await preview(context, { respond, channelId }, { ...before, options }, 'redraw', draft);
      },
    },
    'save-edit': {
      needs: 'member',
      as: 'edit',
      async run({ args, options, channelId, respond }, context) {
        const id = args.reminder ?? '';
        const kept = await openManaged(context, id);
        // Left as it stood, the time is not typed anew: one that has come stays what it was.
        const { when: typed, ...rest } = options;
        const changes = typed === scheduleText(kept.schedule) ? rest : options;
        const typedNow = { command: 'remind', subcommand: 'edit', options: { ...changes, reminder: id } };
        await preview(context, { respond, channelId }, typedNow, 'redraw');
      },
    },
  },
} satisfies Command;
