/** A reminder between Preview and Save: kept as it was typed, with when, and read again when it is saved. */
import type { MemberContext } from '../app.ts';
import type { Invocation } from '../discord/drafts.ts';
import { UserError } from '../faults.ts';
import { addWished, type SavedReminder, savedBefore, savedUnder } from './add-reminder.ts';
import { proposeChange, saveChange } from './edit-reminder.ts';
import { type Proposal, proposeReminder } from './propose.ts';
import { readChange, readWish } from './read-wish.ts';

/** What a draft is marked with once it is saved, so that a second press changes nothing and shows the same. */
const SAVED = 'saved';

/** What would be saved, and the draft that it is kept under. */
export interface Drafted {
  readonly proposal: Proposal;
  readonly draft: string;
}

/**
 * Keeps what was typed for `/remind add` or `edit`, under `draft` if it was kept before, and gives what it would
 * become. Throws a fault of the field at fault; then nothing is kept here.
 */
export async function draftReminder(
  context: MemberContext,
  typed: Invocation,
  channelId: string,
  draft?: string,
): Promise<Drafted> {
  const invocation = { ...typed, typedAt: context.now };
  const proposal = await propose(context, invocation, channelId);
  return { proposal, draft: context.app.drafts.keep(context.userId, invocation, draft) };
}

async function propose(context: MemberContext, typed: Invocation, channelId: string): Promise<Proposal> {
  const { options, subcommand, typedAt = context.now } = typed;
  if (subcommand !== 'edit') return await proposeReminder(context, readWish(options, channelId), typedAt);
  return await proposeChange(context, String(options.reminder), readChange(options, channelId), typedAt);
}

/**
 * Saves a draft, once; one that was saved before is shown as it is now. Throws `stale` when what was saved is gone,
 * `draft-lost` when the draft is no longer kept, else like what gave the preview.
 */
export async function saveDrafted(
  context: MemberContext,
  draft: string,
  channelId: string,
): Promise<SavedReminder> {
  const { drafts } = context.app;
  const earlier = drafts.find(draft, context.userId) ? null : await savedUnder(context, draft);
  if (earlier !== null) return earlier;
  const typed = findKept(context, draft);
  const { options, subcommand, form, typedAt = context.now } = typed;
  if (form?.action === SAVED) return await savedBefore(context, form.args.reminder ?? '');
  const saved =
    subcommand === 'edit'
      ? await saveChange(context, String(options.reminder), readChange(options, channelId), typedAt)
      : await addWished(context, readWish(options, channelId), typedAt, draft);
  const mark = { action: SAVED, args: { reminder: saved.reminder.id } };
  drafts.keep(context.userId, { ...typed, form: mark }, draft);
  return saved;
}

/** What was typed and is not saved yet. Throws `draft-lost` when it is no longer kept, `stale` when it is saved. */
export function findDrafted(context: MemberContext, draft: string): Invocation {
  const kept = findKept(context, draft);
  if (kept.form?.action === SAVED) throw new UserError({ code: 'stale' });
  return kept;
}

function findKept({ app, userId }: MemberContext, draft: string): Invocation {
  const kept = app.drafts.find(draft, userId);
  if (kept === undefined) throw new UserError({ code: 'draft-lost' });
  return kept;
}
