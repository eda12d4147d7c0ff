/** A reminder between Preview and Save: kept as it was typed, with when, and read again when it is saved. */
import type { App, MemberContext } from '../app.ts';
import type { Caller } from '../discord/command.ts';
import type { Invocation } from '../discord/drafts.ts';
import { UserError } from '../faults.ts';
import { addWished, draftOwner, type SavedReminder, savedBefore, savedUnder } from './add-reminder.ts';
import { findDraft, keepDraft, type TypedReminder } from './draft-store.ts';
import { proposeChange, saveChange } from './edit-reminder.ts';
import { type Proposal, proposeReminder } from './propose.ts';
import { readChange, readWish } from './read-wish.ts';

/** What would be saved, and the draft that it is kept under. */
export interface Drafted {
  readonly proposal: Proposal;
  readonly draft: string;
}

/**
 * Keeps what was typed for `/remind add` or `edit`, under `draft` if that preview is changed, and gives what it would
 * become. Throws a fault of the field at fault; then nothing is kept here.
 */
export async function draftReminder(
  context: MemberContext,
  { subcommand, options }: Invocation,
  channelId: string,
  draft?: string,
): Promise<Drafted> {
  const { app, now } = context;
  const typed: TypedReminder = { subcommand: subcommand === 'edit' ? 'edit' : 'add', options };
  const proposal = await propose(context, typed, channelId);
  return { proposal, draft: await keepDraft(app.database.db, draftOwner(context), typed, now, draft) };
}

async function propose(
  context: MemberContext,
  { options, subcommand }: TypedReminder,
  channelId: string,
): Promise<Proposal> {
  const { now } = context;
  if (subcommand === 'add') return await proposeReminder(context, readWish(options, channelId), now);
  return await proposeChange(context, String(options.reminder), readChange(options, channelId), now);
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
  const kept = await findDraft(context.app.database.db, draftOwner(context), draft, context.now);
  if (kept === null) return (await savedUnder(context, draft)) ?? lost();
  if (kept.saved !== null) return await savedBefore(context, kept.saved);
  const { typedAt, typed } = kept;
  const { options } = typed;
  if (typed.subcommand === 'add')
    return await addWished(context, readWish(options, channelId), typedAt, draft);
  const change = readChange(options, channelId);
  return await saveChange(context, String(options.reminder), change, typedAt, draft);
}

/**
 * What was typed and is not saved yet: of a preview from the database; of what could not be read, which nobody has
 * looked at yet, from memory. Throws `draft-lost` when it is in neither any more, `stale` when it is saved.
 */
export async function findDrafted(context: MemberContext, draft: string): Promise<Invocation> {
  const { app, userId, now } = context;
  const unread = app.drafts.find(draft, userId);
  if (unread !== undefined) return unread;
  const kept = (await findDraft(app.database.db, draftOwner(context), draft, now)) ?? lost();
  if (kept.saved !== null) throw new UserError({ code: 'stale' });
  return { command: 'remind', ...kept.typed };
}

/** What was typed for a preview and is not saved yet, for the form that changes it; undefined: it is not kept. */
export async function recallDrafted(
  draft: string,
  { clubId, userId }: Caller,
  { database, clock }: App,
): Promise<Invocation | undefined> {
  if (clubId === null) return undefined;
  const kept = await findDraft(database.db, { clubId, userId }, draft, clock.now());
  return kept === null || kept.saved !== null ? undefined : { command: 'remind', ...kept.typed };
}

function lost(): never {
  throw new UserError({ code: 'draft-lost' });
}
