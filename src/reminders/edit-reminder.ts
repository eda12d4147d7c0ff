import type { MemberContext } from '../app.ts';
import type { Db } from '../db/database.ts';
import { UserError } from '../faults.ts';
import { change, draftOwner, type SavedReminder } from './add-reminder.ts';
import { markSaved } from './draft-store.ts';
import {
  farYearOf,
  type Proposal,
  requireAhead,
  requireChannel,
  requireLoudHours,
  targetOf,
} from './propose.ts';
import { readTiming } from './read-when.ts';
import { ASKED_FOR } from './rules.ts';
import { comingTimes, firstDue, isSameSchedule, pausedAt } from './schedule.ts';
import { findManaged } from './show-reminders.ts';
import type { Reminder } from './store.ts';

/** What is to be different; what is null stays. */
export interface Change {
  readonly when: string | null;
  readonly text: string | null;
  /** The channel for "here", or "direct". */
  readonly to: { readonly channelId: string | null } | null;
}

/** A reminder that this member may change, as it is now. Throws `stale` when it is gone or not theirs. */
export async function openManaged(context: MemberContext, id: string): Promise<Reminder> {
  return await findManaged(context.app.database.db, context, id);
}

/**
 * What a reminder would become. A pause stays; a schedule that comes out the same keeps its next time. Throws `stale`
 * when it is gone or not theirs, else like `proposeReminder`.
 */
export async function proposeChange(
  context: MemberContext,
  id: string,
  wish: Change,
  typedAt: Date,
  db: Db = context.app.database.db,
): Promise<Proposal & { readonly before: Reminder }> {
  const { club, now } = context;
  const kept = await findManaged(db, context, id);
  const before = { ...kept, pausedUntil: pausedAt(kept, now) };
  const kind = ASKED_FOR.find((each) => each === before.kind);
  if (kind === undefined) throw new UserError({ code: 'stale' });
  const isClubs = before.athleteId === null;
  if (isClubs && wish.to?.channelId === null)
    throw new UserError({ code: 'option-does-not-fit', field: 'where', why: 'roles-in-channels' });
  if (wish.text !== null && kind !== 'own')
    throw new UserError({ code: 'option-does-not-fit', field: 'text', why: 'own-text-only' });
  requireChannel(context, wish.to?.channelId ?? null);
  const timed = wish.when === null ? null : readTiming(club, kind, wish.when, before.zone, typedAt);
  if (isClubs && timed) requireLoudHours(context, timed.schedule);
  const isMoved = timed !== null && !isSameSchedule(before.schedule, timed.schedule);
  const schedule = isMoved ? timed.schedule : before.schedule;
  const timing = { schedule, zone: before.zone, pausedUntil: before.pausedUntil };
  const due = before.pausedUntil === null ? (timed?.exactly ?? null) : null;
  const { id: _, ...rest } = before;
  const reminder = {
    ...{ ...rest, schedule, text: wish.text ?? before.text },
    to: wish.to === null ? before.to : targetOf(wish.to.channelId),
    nextDueAt: isMoved ? (due ?? firstDue(timing, now)) : before.nextDueAt,
  };
  if (isMoved && before.pausedUntil === null) requireAhead(reminder, now, wish.when);
  const isHalfOpen = timed?.isHalfOpen ?? false;
  const farYear = isMoved ? farYearOf(reminder, now) : null;
  return { reminder, next: comingTimes(reminder, now, 3), isHalfOpen, farYear, before, besides: [] };
}

/** Saves the change of a draft; the same one twice changes nothing more. Throws like `proposeChange`. */
export async function saveChange(
  context: MemberContext,
  id: string,
  wish: Change,
  typedAt: Date,
  draft: string,
): Promise<SavedReminder> {
  const reminder = await context.app.database.transaction(async (tx) => {
    const { before, reminder: wanted } = await proposeChange(context, id, wish, typedAt, tx);
    await markSaved(tx, draftOwner(context), draft, id, context.now);
    return await change(tx, context, before, wanted);
  });
  return { reminder, next: comingTimes(reminder, context.now, 3) };
}
