import type { MemberContext } from '../app.ts';
import { setWantsDirect } from '../athletes/store.ts';
import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { reopenDirect } from '../deliveries/direct-store.ts';
import { cancelForReminder } from '../deliveries/store.ts';
import { UserError } from '../faults.ts';
import { addDays, localDate } from '../time/local.ts';
import { type DraftOwner, markSaved } from './draft-store.ts';
import { findBefore, proposeReminder, type Wish } from './propose.ts';
import { comingTimes, isSameSchedule, isSpent } from './schedule.ts';
import { isManagedBy, noteDirectLeft } from './show-reminders.ts';
import {
  addReminder,
  changeReminder,
  deleteReminder,
  findReminder,
  listReminders,
  type NewReminder,
  type Reminder,
} from './store.ts';

/** A reminder as it is kept now, with its next three times. */
export interface SavedReminder {
  readonly reminder: Reminder;
  readonly next: readonly Date[];
}

/** Days for which a reminder that has come for the only time stays in the list. */
const KEEP_SPENT_DAYS = 7;

/**
 * Saves a reminder. An athlete has one of stretching, morning question and check-in, so a second one replaces it; of
 * the others the same one twice is saved once. The same draft twice, also at once, is one reminder under the draft's
 * id. Throws like `proposeReminder`.
 */
export async function addWished(
  context: MemberContext,
  wish: Wish,
  typedAt: Date,
  draft?: string,
): Promise<SavedReminder> {
  const { app, now } = context;
  const { reminder: wanted } = await proposeReminder(context, wish, typedAt);
  const save = () =>
    app.database.transaction(async (tx) => {
      const reminder = await add(tx, context, wanted, draft);
      if (draft !== undefined) await markSaved(tx, draftOwner(context), draft, reminder.id, now);
      return reminder;
    });
  const reminder = await save().catch((error: unknown) => {
    // Two presses at once: one of them has saved it.
    if (!isDuplicate(error)) throw error;
    return save();
  });
  return { reminder, next: comingTimes(reminder, now, 3) };
}

async function add(
  tx: Db,
  context: MemberContext,
  wanted: Required<NewReminder>,
  id: string | undefined,
): Promise<Reminder> {
  const { club, now } = context;
  const saved = id === undefined ? null : await findReminder(tx, club.id, id);
  if (saved !== null) return saved;
  const before = await findBefore(tx, wanted, now);
  if (before !== null) return await change(tx, context, before, wanted);
  await dropSpent(tx, wanted, now);
  await noteDirectWanted(tx, context, wanted);
  return await addReminder(tx, wanted, now, id);
}

/**
 * Makes one reminder into another. What was pending and unsent for an old time is called off; whether direct messages
 * are wanted follows.
 */
export async function change(
  tx: Db,
  context: MemberContext,
  before: Reminder,
  wanted: Required<NewReminder>,
): Promise<Reminder> {
  const { athlete, club } = context;
  await changeReminder(tx, before.id, wanted);
  const isMoved = before.zone !== wanted.zone || !isSameSchedule(before.schedule, wanted.schedule);
  if (isMoved) await cancelForReminder(tx, club.id, before.id);
  await noteDirectWanted(tx, context, wanted);
  if (athlete && before.to.target === 'direct' && wanted.to.target === 'channel')
    await noteDirectLeft(tx, athlete);
  return { ...wanted, id: before.id };
}

async function noteDirectWanted(
  tx: Db,
  { athlete }: MemberContext,
  { to, athleteId }: NewReminder,
): Promise<void> {
  if (to.target !== 'direct' || athlete === null || athleteId === null) return;
  await reopenDirect(tx, athlete.userId);
  await setWantsDirect(tx, athlete.clubId, athlete.id, true);
}

/** Reminders that came for the only time a week ago make room. */
async function dropSpent(tx: Db, { clubId, athleteId, zone }: NewReminder, now: Date): Promise<void> {
  const until = addDays(localDate(now, zone), -KEEP_SPENT_DAYS);
  for (const one of await listReminders(tx, clubId, athleteId)) {
    const isOld = one.schedule.every === 'once' && one.schedule.date < until;
    if (isOld && isSpent(one, now)) await deleteReminder(tx, clubId, athleteId, one.id);
  }
}

/** Whose drafts a member's are. */
export function draftOwner({ club, userId }: MemberContext): DraftOwner {
  return { clubId: club.id, userId };
}

/** The reminder that a press saved before, as it is now. Throws `stale` when it is gone. */
export async function savedBefore(context: MemberContext, id: string): Promise<SavedReminder> {
  const saved = await savedUnder(context, id);
  if (saved === null) throw new UserError({ code: 'stale' });
  return saved;
}

/** The same for an id under which perhaps nothing was saved; null: nothing, or it is not theirs. */
export async function savedUnder(context: MemberContext, id: string): Promise<SavedReminder | null> {
  const { app, club, athlete, isCoach, now } = context;
  const reminder = await findReminder(app.database.db, club.id, id);
  if (reminder === null || !isManagedBy({ athlete, isCoach }, reminder)) return null;
  return { reminder, next: comingTimes(reminder, now, 3) };
}
