import type { App, ClubContext, MemberContext } from '../app.ts';
import { type Athlete, setWantsDirect } from '../athletes/store.ts';
import type { Club } from '../clubs/store.ts';
import type { Db } from '../db/database.ts';
import { nextWaiting } from '../deliveries/put-off-store.ts';
import { UserError } from '../faults.ts';
import type { LocalDate } from '../time/local.ts';
import { isForeseen } from './rules.ts';
import { comingTimes, pausedAt } from './schedule.ts';
import { deleteReminder, findReminder, findReminderOf, listReminders, type Reminder } from './store.ts';

/** Who looks at reminders, and in which club. */
type Member = Pick<MemberContext, 'club' | 'athlete' | 'isCoach'>;

/** A reminder with its next occurrence; null: not known ahead, paused for good, or over. */
export interface ReminderLine {
  readonly reminder: Reminder;
  readonly next: Date | null;
  /** When the delivery is due that waits already, put off or after a session; null: none waits. */
  readonly waiting: Date | null;
  /** Local date from which it comes again; null: not paused. */
  readonly paused: LocalDate | null;
  /** The role that it called was deleted. */
  readonly isRoleGone: boolean;
}

/** All that somebody can open: their own reminders and, for a coach, those that coaches made for the club. */
export interface ReminderHub {
  readonly own: readonly ReminderLine[];
  readonly clubs: readonly ReminderLine[];
}

/** One reminder with all that is to come of it. */
export interface ReminderDetail extends ReminderLine {
  /** Its next three times; none where they are not known ahead. */
  readonly times: readonly Date[];
}

/** This athlete's reminders that are still to come, the oldest first. */
export async function showReminders(app: App, athlete: Athlete, now: Date): Promise<ReminderLine[]> {
  return (await recallReminders(app, athlete, now)).filter(isToCome);
}

/** The same with those that have come for the only time. */
export async function recallReminders(app: App, athlete: Athlete, now: Date): Promise<ReminderLine[]> {
  return await linesOf(app, await listReminders(app.database.db, athlete.clubId, athlete.id), now);
}

/** Every reminder that somebody can open and that is still to come, the oldest first. */
export async function showHub({
  app,
  club,
  athlete,
  isCoach,
  now,
}: Member & Pick<MemberContext, 'app' | 'now'>): Promise<ReminderHub> {
  const clubs = isCoach ? await recallClubs(app, club, now) : [];
  return {
    own: athlete === null ? [] : await showReminders(app, athlete, now),
    clubs: clubs.filter(isToCome),
  };
}

/** Those that coaches made for the club, with those that have come for the only time. */
export async function recallClubs(app: App, club: Club, now: Date): Promise<ReminderLine[]> {
  const made = await listReminders(app.database.db, club.id, null);
  return await linesOf(
    app,
    made.filter(({ madeBy }) => madeBy !== null),
    now,
  );
}

async function linesOf(app: App, reminders: readonly Reminder[], now: Date): Promise<ReminderLine[]> {
  const [first] = reminders;
  if (first === undefined) return [];
  const waiting = await nextWaiting(
    app.database.db,
    first.clubId,
    reminders.map(({ id }) => id),
  );
  return reminders.map((reminder) => ({
    reminder,
    next: timesAhead(reminder, now, 1)[0] ?? null,
    waiting: waiting.get(reminder.id) ?? null,
    paused: pausedAt(reminder, now),
    isRoleGone: reminder.roleId !== null && !app.hasRole(reminder.clubId, reminder.roleId),
  }));
}

function timesAhead(reminder: Reminder, now: Date, count: number): readonly Date[] {
  return isForeseen(reminder) ? comingTimes(reminder, now, count) : [];
}

async function lineOf(app: App, reminder: Reminder, now: Date): Promise<ReminderLine> {
  const [line] = await linesOf(app, [reminder], now);
  if (line === undefined) throw new UserError({ code: 'stale' });
  return line;
}

/** Whether anything of it is still to come, now or after a pause. */
export function isToCome({ reminder, next, waiting, paused }: ReminderLine): boolean {
  return reminder.schedule.every !== 'once' || next !== null || waiting !== null || paused !== null;
}

/** One of them in detail. Throws `stale` when it is gone or is not theirs. */
export async function showReminder(context: MemberContext, id: string): Promise<ReminderDetail> {
  const { app, now } = context;
  const reminder = await findManaged(app.database.db, context, id);
  return { ...(await lineOf(app, reminder, now)), times: timesAhead(reminder, now, 3) };
}

/** A reminder that this member may change: their own or, for a coach, a coach's. Throws `stale` for any other. */
export async function findManaged(db: Db, member: Member, id: string): Promise<Reminder> {
  const reminder = await findReminder(db, member.club.id, id);
  if (reminder === null || !isManagedBy(member, reminder)) throw new UserError({ code: 'stale' });
  return reminder;
}

/** Whether a member of the reminder's club may change it: their own or, for a coach, a coach's. */
export function isManagedBy(
  { athlete, isCoach }: Pick<Member, 'athlete' | 'isCoach'>,
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
  return await lineOf(app, reminder, now);
}

/**
 * Deletes a reminder that this member may change, and what it still had to send; without an athlete's last direct one,
 * direct messages are no longer wanted. Throws `stale` when it is gone already.
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
