import { SlashCommandBuilder, type SlashCommandStringOption } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { App, Command, MemberContext } from '../src/app.ts';
import { askToJoin, isCoach } from '../src/athletes/admit.ts';
import { recogniseCaller } from '../src/athletes/caller.ts';
import { zoneOf } from '../src/athletes/rules.ts';
import type { Caller } from '../src/discord/command.ts';
import { customId } from '../src/discord/custom-ids.ts';
import type { Invocation } from '../src/discord/drafts.ts';
import type { Responder } from '../src/discord/responder.ts';
import { finishReminded } from '../src/exercises/finish-reminded.ts';
import { blockedPanel, remindedDonePanel, sharedDonePanel } from '../src/exercises/messages.ts';
import { showWarmUp } from '../src/exercises/show-warm-up.ts';
import { UserError } from '../src/faults.ts';
import { gotItPanel, ownTextPanel } from '../src/habits/own-messages.ts';
import { readOwnReminder } from '../src/habits/own-reminder.ts';
import { warmUpSteps } from '../src/habits/warm-up-messages.ts';
import { type Typed, textOf } from '../src/reading.ts';
import { addWished } from '../src/reminders/add-reminder.ts';
import { draftReminder, findDrafted, saveDrafted } from '../src/reminders/drafted.ts';
import { openManaged } from '../src/reminders/edit-reminder.ts';
import {
  aboutPanel,
  editFirstPanel,
  previewPanel,
  reminderDeletedPanel,
  reminderForm,
  reminderLabel,
  reminderListPanel,
  reminderSavedPanel,
  scheduleText,
} from '../src/reminders/messages.ts';
import { TEXT_LENGTH } from '../src/reminders/own-text.ts';
import { readWish } from '../src/reminders/read-wish.ts';
import {
  aboutReminder,
  removeReminder,
  showManaged,
  showReminders,
} from '../src/reminders/show-reminders.ts';
import { whenChoices } from '../src/reminders/when-messages.ts';
import { WHEN_LENGTH } from '../src/reminders/when-rules.ts';

const when = (o: SlashCommandStringOption) =>
  o
    .setName('when')
    .setDescription('Like weekdays 18:30, fridays 6pm, tomorrow 7:00, in 2 h')
    .setAutocomplete(true)
    .setMaxLength(WHEN_LENGTH);

const where = (o: SlashCommandStringOption) =>
  o
    .setName('where')
    .setDescription('By direct message, or here')
    .addChoices({ name: 'Direct message', value: 'direct' }, { name: 'Here in this channel', value: 'here' });

const text = (o: SlashCommandStringOption) =>
  o.setName('text').setDescription('What your own text shall say').setMaxLength(TEXT_LENGTH);

const reminder = (o: SlashCommandStringOption) =>
  o.setName('reminder').setDescription('Which one').setRequired(true).setAutocomplete(true).setMaxLength(100);

const data = new SlashCommandBuilder()
  .setName('remind')
  .setDescription('Reminders: core work, stretching, warming up, check-in, or your own words')
  .setContexts(InteractionContextType.Guild)
  .addSubcommand((sub) =>
    sub
      .setName('add')
      .setDescription('Add a reminder; what you leave out is the club’s usual')
      .addStringOption((o) =>
        o
          .setName('what')
          .setDescription('What for')
          .setRequired(true)
          .addChoices(
            { name: 'Core work', value: 'core' },
            { name: 'Stretching, after a session', value: 'stretch' },
            { name: 'Warm-up before training', value: 'warm-up' },
            { name: 'Morning check-in', value: 'check-in' },
            { name: 'Own text', value: 'own' },
            { name: 'Morning question after pain', value: 'echo' },
          ),
      )
      .addStringOption(when)
      .addStringOption(where)
      .addStringOption(text)
      .addRoleOption((o) => o.setName('role').setDescription('For coaches: everybody with this role')),
  )
  .addSubcommand((sub) => sub.setName('list').setDescription('Your reminders, and when they come next'))
  .addSubcommand((sub) =>
    sub
      .setName('edit')
      .setDescription('Change when a reminder comes, where, or its own text')
      .addStringOption(reminder)
      .addStringOption(when)
      .addStringOption(where)
      .addStringOption(text),
  )
  .addSubcommand((sub) =>
    sub.setName('delete').setDescription('Delete a reminder').addStringOption(reminder),
  );

async function remove(respond: Responder, context: MemberContext, id: string, how: 'answer' | 'redraw') {
  await respond[how](reminderDeletedPanel(await removeReminder(context, id)));
}

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
  await respond.showForm(
    reminderForm(customId('remind', 'save-edit', { reminder: id }), filled, kept.kind === 'own'),
  );
}

/** The form of what was typed but is not saved: of a preview, or of something that could not be read. */
async function showDraftForm(respond: Responder, context: MemberContext, draft: string) {
  const { options, subcommand, form } = findDrafted(context, draft);
  const edited = form?.args.reminder ?? (subcommand === 'edit' ? String(options.reminder) : undefined);
  if (subcommand === 'saved') throw new UserError({ code: 'stale' });
  if (edited !== undefined) return await showEditForm(respond, context, edited, options);
  const filled = { when: textOf(options, 'when'), text: textOf(options, 'text') };
  await respond.showForm(
    reminderForm(customId('remind', 'save-change', { draft }), filled, options.what === 'own'),
  );
}

/** What the caller can change, for suggestions; somebody who has not joined is asked nothing. */
async function managedBy(app: App, caller: Caller) {
  const { club, athlete } = await recogniseCaller(app, caller);
  if (club === null) return [];
  return await showManaged({ app, club, athlete, isCoach: isCoach(club, caller), now: app.clock.now() });
}

export default {
  data,
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
      needs: 'athlete',
      async run({ respond }, { app, athlete, now }) {
        await respond.answer(reminderListPanel(await showReminders(app, athlete, now)));
      },
    },
    edit: {
      needs: 'member',
      async run({ invocation, respond, channelId }, context) {
        const { reminder: id, ...changes } = invocation.options;
        if (Object.keys(changes).length === 0) return await showEditForm(respond, context, String(id));
        await preview(context, { respond, channelId }, invocation);
      },
    },
    delete: {
      needs: 'member',
      run: ({ invocation, respond }, context) =>
        remove(respond, context, String(invocation.options.reminder), 'answer'),
    },
  },
  autocomplete: {
    async reminder({ caller, typed }, app) {
      return (await managedBy(app, caller))
        .map(({ reminder }) => ({ name: reminderLabel(reminder), value: reminder.id }))
        .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
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
        const own = await readOwnReminder(app, args.delivery ?? '', caller.userId);
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
    delete: {
      needs: 'member',
      run: ({ args, respond }, context) => remove(respond, context, args.reminder ?? '', 'redraw'),
    },
    pick: {
      needs: 'member',
      run: ({ values, respond }, context) => remove(respond, context, values[0] ?? '', 'redraw'),
    },
  },
  forms: {
    'save-change': {
      needs: 'member',
      async run({ args, options, channelId, respond }, context) {
        const draft = args.draft ?? '';
        const before = findDrafted(context, draft);
        if (before.subcommand === 'saved') throw new UserError({ code: 'stale' });
        await preview(context, { respond, channelId }, { ...before, options }, 'redraw', draft);
      },
    },
    'save-edit': {
      needs: 'member',
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
