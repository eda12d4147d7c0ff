/** The form of a reminder, to change what is kept or what is not saved yet. */
import type { MemberContext } from '../../src/app.ts';
import { customId } from '../../src/discord/custom-ids.ts';
import type { Responder } from '../../src/discord/responder.ts';
import { type Typed, textOf } from '../../src/reading.ts';
import { findDrafted } from '../../src/reminders/drafted.ts';
import { openManaged } from '../../src/reminders/edit-reminder.ts';
import { scheduleText } from '../../src/reminders/label-messages.ts';
import { editFirstPanel, reminderForm } from '../../src/reminders/messages.ts';
import { meant } from './meant.ts';

/** A reminder's form, filled as it is now; a form cannot always open, then a button does. */
export async function showEditForm(
  respond: Responder,
  context: MemberContext,
  id: string,
  typed: Typed = {},
): Promise<void> {
  const kept = await openManaged(context, id);
  if (!respond.canShowForm) return await respond.answer(editFirstPanel(kept));
  const filled = {
    when: textOf(typed, 'when') ?? scheduleText(kept.schedule),
    text: textOf(typed, 'text') ?? kept.text ?? undefined,
  };
  await respond.showForm(reminderForm(customId('remind', 'save-edit', { reminder: id }), filled, kept.kind));
}

/** The form of what was typed but is not saved: of a preview, or of something that could not be read. */
export async function showDraftForm(
  respond: Responder,
  context: MemberContext,
  draft: string,
): Promise<void> {
  const { options, subcommand, form } = await findDrafted(context, draft);
  const edited = form?.args.reminder ?? (subcommand === 'edit' ? await meant(options, context) : undefined);
  if (edited !== undefined) return await showEditForm(respond, context, edited, options);
  const filled = { when: textOf(options, 'when'), text: textOf(options, 'text') };
  await respond.showForm(
    reminderForm(customId('remind', 'save-change', { draft }), filled, String(options.what)),
  );
}
