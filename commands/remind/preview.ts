/** Adding and changing a reminder: what would be saved is shown first, with Save and Change. */
import type { Command, MemberContext } from '../../src/app.ts';
import { askToJoin } from '../../src/athletes/admit.ts';
import type { Invocation } from '../../src/discord/drafts.ts';
import type { Responder } from '../../src/discord/responder.ts';
import { addWished } from '../../src/reminders/add-reminder.ts';
import { draftReminder, findDrafted, saveDrafted } from '../../src/reminders/drafted.ts';
import { openManaged } from '../../src/reminders/edit-reminder.ts';
import { scheduleText } from '../../src/reminders/label-messages.ts';
import { previewPanel, reminderSavedPanel } from '../../src/reminders/messages.ts';
import { readWish } from '../../src/reminders/read-wish.ts';
import { showDraftForm, showEditForm } from './form.ts';
import { meant } from './meant.ts';

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

export const execute = {
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
  edit: {
    needs: 'member',
    async run(call, context) {
      const id = await meant(call.invocation.options, context);
      const { reminder: _, ...changes } = call.invocation.options;
      if (Object.keys(changes).length === 0) return await showEditForm(call.respond, context, id);
      await preview(context, call, { ...call.invocation, options: { ...changes, reminder: id } });
    },
  },
} satisfies Command['execute'];

export const components = {
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
} satisfies Command['components'];

export const forms = {
  'save-change': {
    needs: 'member',
    async run({ args, options, channelId, respond }, context) {
      const draft = args.draft ?? '';
      const before = await findDrafted(context, draft);
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
} satisfies Command['forms'];
