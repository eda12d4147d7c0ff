import type { App, ClubContext, MemberContext } from '../app.ts';
import { type Athlete, setWantsDirect } from '../athletes/store.ts';
import type { Club } from '../clubs/store.ts';
import type { Db } from '../db/database.ts';
import { UserError } from '../faults.ts';
import { comingTimes } from './schedule.ts';
import { deleteReminder, findReminder, findReminderOf, listReminders, type Reminder } from './store.ts';

/** A reminder with its next occurrence; null: after the next session, paused for good, or it has come. */
export interface ReminderLine {
  readonly reminder: Reminder;
  readonly next: Date | null;
}

/** This athlete's reminders, the oldest first. */
export async function showReminders(app: App, athlete: Athlete, now: Date): Promise<ReminderLine[]> {
  return (await listReminders(app.database.db, athlete.clubId, athlete.id)).map((one) => lineOf(one, now));
}

/** The reminders that the club's coaches made for roles, the oldest first. */
export async function showClubReminders(app: App, club: Club, now: Date): Promise<ReminderLine[]> {
  const reminders = await listReminders(app.database.db, club.id, null);
  return reminders.filter(({ madeBy }) => madeBy !== null).map((one) => lineOf(one, now));
}

/** What a member can change: their own reminders and, for a coach, those of coaches. */
export async function showManaged({
  app,
  club,
  athlete,
  isCoach,
  now,
}: Pick<MemberContext, 'app' | 'club' | 'athlete' | 'isCoach' | 'now'>): Promise<ReminderLine[]> {
  return [
    ...(athlete === null ? [] : await showReminders(app, athlete, now)),
    ...(isCoach ? await showClubReminders(app, club, now) : []),
  ];
}

/** A reminder that this member may change: their own or, for a coach, a coach's. Throws `stale` for any other. */
export async function findManaged(
  db: Db,
  member: Pick<MemberContext, 'club' | 'athlete' | 'isCoach'>,
  id: string,
): Promise<Reminder> {
  const reminder = await findReminder(db, member.club.id, id);
  if (reminder === null || !isManagedBy(member, reminder)) throw new UserError({ code: 'stale' });
  return reminder;
}

/** Whether a member of the reminder's club may change it: their own or, for a coach, a coach's. */
export function isManagedBy(
  { athlete, isCoach }: Pick<MemberContext, 'athlete' | 'isCoach'>,
  { athleteId, madeBy }: Reminder,
): boolean {
  const isOwn = athlete !== null && athleteId === athlete.id;
  return isOwn || (isCoach && athleteId === null && madeBy !== null);
}

/** The coach's reminder that a message in this club came from. Throws `stale` when it is gone or an athlete's own. */
export async function aboutReminder(
  { app, club, now }: ClubContext,
  deliveryId: string,
): Promise<ReminderLine> {
  const reminder = await findReminderOf(app.database.db, club.id, deliveryId);
  if (reminder === null || reminder.madeBy === null) throw new UserError({ code: 'stale' });
  return lineOf(reminder, now);
}

function lineOf(reminder: Reminder, now: Date): ReminderLine {
  return { reminder, next: comingTimes(reminder, now, 1)[0] ?? null };
}

/**
 * Deletes a reminder that this member may change, and what it still had to send; without the last direct one, direct
 * messages are no longer wanted. Throws `stale` when it is gone already.
 */
export async function removeReminder(context: MemberContext, id: string): Promise<Reminder> {
  const { app, club, athlete } = context;
  return await app.database.transaction(async (tx) => {
    const reminder = await findManaged(tx, context, id);
    if (!(await deleteReminder(tx, club.id, reminder.athleteId, id))) throw new UserError({ code: 'stale' });
    if (athlete !== null && reminder.to.target === 'direct') await noteDirectLeft(tx, athlete);
    return reminder;
  });
}

/** After a direct reminder went: whether direct messages are wanted still. */
export async function noteDirectLeft(tx: Db, athlete: Athlete): Promise<void> {
  const left = await listReminders(tx, athlete.clubId, athlete.id);
  const wantsDirect = left.some(({ to }) => to.target === 'direct');
  await setWantsDirect(tx, athlete.clubId, athlete.id, wantsDirect);
}
