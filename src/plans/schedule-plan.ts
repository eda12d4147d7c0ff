import type { Club } from '../clubs/store.ts';
import type { Db } from '../db/database.ts';
import { amendSoon } from '../deliveries/amend-store.ts';
import { firstDue } from '../reminders/schedule.ts';
import {
  addReminder,
  changeReminder,
  listReminders,
  type Reminder,
  type Schedule,
} from '../reminders/store.ts';
import { addDays, instantOf, localDate, type WallTime } from '../time/local.ts';
import { daysWhere, isTraining, nudgeTime, takesWarmUp } from './rules.ts';
import { deletePlanReminders, hasPostedOn, listPlans } from './store.ts';
import { type Plan, WHOLE_CLUB } from './types.ts';

/** The reminder kind of the day's session, posted each morning. */
export const PLAN_KIND = 'plan';

/** The reminder kind of the nudge to warm up before it. */
export const WARM_UP_KIND = 'plan-warm-up';

/** The role of a plan's reminders; null: the whole club's. */
export function roleOf({ squad }: Pick<Plan, 'squad'>): string | null {
  return squad === WHOLE_CLUB ? null : squad;
}

/**
 * After a plan changed: its two reminders come on its days, at its times, in the club's zone. Their version is raised
 * by every change, so that a post that is just leaving is composed anew; one that is due and not yet taken up stays due,
 * and a day that has had its post gets no second one. Gives the next post; null: every day is rest.
 */
export async function schedulePlan(tx: Db, club: Club, plan: Plan, now: Date): Promise<Date | null> {
  const nudge = nudgeTime(plan.trainingTime, club);
  const next = await schedule(tx, club, plan, now, {
    kind: PLAN_KIND,
    days: daysWhere(plan.days, isTraining),
    time: plan.time,
  });
  const warmUpDays = nudge === null ? null : daysWhere(plan.days, takesWarmUp);
  await schedule(tx, club, plan, now, { kind: WARM_UP_KIND, days: warmUpDays, time: nudge ?? plan.time });
  return next;
}

async function schedule(
  tx: Db,
  club: Club,
  plan: Plan,
  now: Date,
  wanted: { readonly kind: string; readonly days: string | null; readonly time: WallTime },
): Promise<Date | null> {
  const roleId = roleOf(plan);
  const { kind, days, time } = wanted;
  if (days === null) {
    await deletePlanReminders(tx, club.id, roleId, [kind]);
    return null;
  }
  const present = await findReminderOf(tx, plan, kind);
  const schedule: Schedule = { every: 'week', days, time };
  const reminder = {
    ...{ clubId: club.id, athleteId: null, kind, roleId, schedule, zone: club.zone },
    to: { target: 'channel', channelId: plan.channelId } as const,
    nextDueAt: firstDue(
      { schedule, zone: club.zone, pausedUntil: null },
      await startOf(tx, club, present, now),
    ),
  };
  if (present === undefined) await addReminder(tx, reminder, now);
  else await changeReminder(tx, present.id, reminder);
  return reminder.nextDueAt;
}

async function findReminderOf(tx: Db, plan: Plan, kind: string): Promise<Reminder | undefined> {
  const known = await listReminders(tx, plan.clubId, null);
  return known.find((reminder) => reminder.kind === kind && reminder.roleId === roleOf(plan));
}

/** What becomes of today's post when the plan changes after its time. */
export type TodaysPost = 'post-changes' | 'post-stays' | 'no-post-today';

/** After today's session changed: a post that is not yet an hour old is edited in place at once. */
export async function amendToday(tx: Db, club: Club, plan: Plan, now: Date): Promise<TodaysPost> {
  const reminder = await findReminderOf(tx, plan, PLAN_KIND);
  const isPosted = reminder && (await hasPostedOn(tx, club.id, reminder.id, localDate(now, club.zone)));
  if (!isPosted) return 'no-post-today';
  return (await amendSoon(tx, club.id, reminder.id, now)) ? 'post-changes' : 'post-stays';
}

/** After which instant a reminder comes next: after today when today has had its own, else not before what is due. */
async function startOf(tx: Db, club: Club, present: Reminder | undefined, now: Date): Promise<Date> {
  if (present === undefined) return now;
  const today = localDate(now, club.zone);
  if (await hasPostedOn(tx, club.id, present.id, today))
    return justBefore(instantOf(addDays(today, 1), '00:00', club.zone));
  const { nextDueAt } = present;
  return nextDueAt !== null && nextDueAt <= now ? justBefore(nextDueAt) : now;
}

function justBefore(at: Date): Date {
  return new Date(at.getTime() - 1);
}

/** After the club changed: its plans come by its zone, and nobody is nudged in its quiet hours. */
export async function movePlansWithClub(tx: Db, club: Club, now: Date): Promise<void> {
  for (const plan of await listPlans(tx, club.id)) await schedulePlan(tx, club, plan, now);
}

/** Deletes the reminders of a plan that is stopped. */
export async function unschedulePlan(tx: Db, plan: Plan): Promise<void> {
  await deletePlanReminders(tx, plan.clubId, roleOf(plan), [PLAN_KIND, WARM_UP_KIND]);
}
