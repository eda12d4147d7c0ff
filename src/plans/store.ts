import type { Db } from '../db/database.ts';
import { WEEKDAYS, type Weekday } from '../time/local.ts';
import type { Plan, PlanDay, PlanEntry, PlanType } from './types.ts';

/** A club's plans, the oldest first. */
export async function listPlans(db: Db, clubId: string): Promise<Plan[]> {
  const rows = await db.plan.findMany({
    where: { clubId },
    include: { days: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** The plan of a squad, or of the whole club; null: none. */
export async function findPlan(db: Db, clubId: string, squad: string): Promise<Plan | null> {
  const row = await db.plan.findUnique({
    where: { clubId_squad: { clubId, squad } },
    include: { days: true },
  });
  return row && fromRow(row);
}

/** A plan by its own id, inside one club; null: stopped meanwhile. */
export async function findPlanById(db: Db, clubId: string, id: string): Promise<Plan | null> {
  const row = await db.plan.findUnique({ where: { id_clubId: { id, clubId } }, include: { days: true } });
  return row && fromRow(row);
}

/** Starts a plan, or changes the one of the same squad, all seven days with it. */
export async function savePlan(tx: Db, { days, ...entry }: PlanEntry, now: Date): Promise<Plan> {
  const { clubId, squad } = entry;
  const { id } = await tx.plan.upsert({
    where: { clubId_squad: { clubId, squad } },
    create: { ...entry, createdAt: now, updatedAt: now },
    update: { ...entry, updatedAt: now },
  });
  await tx.planDay.deleteMany({ where: { clubId, planId: id } });
  await tx.planDay.createMany({
    data: days.map(({ day, type, work, note }) => ({ clubId, planId: id, day, type, work, note })),
  });
  return { ...entry, id, days };
}

/**
 * Writes one day of a plan; null: the plan is stopped. The plan's own row is touched first, so that two changes at
 * once come one after the other.
 */
export async function savePlanDay(
  tx: Db,
  clubId: string,
  planId: string,
  { day, type, work, note }: PlanDay,
  now: Date,
): Promise<Plan | null> {
  const { count } = await tx.plan.updateMany({ where: { id: planId, clubId }, data: { updatedAt: now } });
  if (count === 0) return null;
  await tx.planDay.upsert({
    where: { planId_day: { planId, day }, clubId },
    create: { clubId, planId, day, type, work, note },
    update: { type, work, note },
  });
  return await findPlanById(tx, clubId, planId);
}

/** Deletes a plan with its days; false: there was none. */
export async function deletePlan(tx: Db, clubId: string, planId: string): Promise<boolean> {
  const { count } = await tx.plan.deleteMany({ where: { id: planId, clubId } });
  return count > 0;
}

/** Deletes the reminders of these kinds of one squad, with what they still had to send; `roleId` null: the whole club's. */
export async function deletePlanReminders(
  tx: Db,
  clubId: string,
  roleId: string | null,
  kinds: readonly string[],
): Promise<number> {
  const where = { clubId, athleteId: null, roleId, kind: { in: [...kinds] } };
  const { count } = await tx.reminder.deleteMany({ where });
  return count;
}

/** A post of a plan. */
export interface Post {
  /** The squad's role; null: the whole club's. */
  readonly roleId: string | null;
  /** Local date-time of the occurrence. */
  readonly occurrenceKey: string;
}

/** The post behind a delivery's id; null: its plan is stopped, or it is another club's. */
export async function findPost(db: Db, clubId: string, deliveryId: string): Promise<Post | null> {
  const row = await db.delivery.findFirst({
    where: { id: deliveryId, clubId, reminder: { athleteId: null } },
    select: { occurrenceKey: true, reminder: { select: { roleId: true } } },
  });
  return row && { roleId: row.reminder.roleId, occurrenceKey: row.occurrenceKey };
}

/** Whether a reminder has sent something for a local date already. */
export async function hasPostedOn(
  db: Db,
  clubId: string,
  reminderId: string,
  localDate: string,
): Promise<boolean> {
  const where = { clubId, reminderId, state: 'sent', occurrenceKey: { startsWith: localDate } };
  return (await db.delivery.count({ where })) > 0;
}

interface Row extends Omit<Plan, 'days'> {
  readonly days: readonly { day: string; type: string; work: string | null; note: string | null }[];
}

function fromRow({ id, clubId, squad, channelId, time, trainingTime, callsSquad, days }: Row): Plan {
  const kept = new Map(days.map((each) => [each.day, each]));
  const week = WEEKDAYS.map((day: Weekday): PlanDay => {
    const { type = 'rest', work = null, note = null } = kept.get(day) ?? {};
    return { day, type: type as PlanType, work, note };
  });
  return { id, clubId, squad, channelId, time, trainingTime, callsSquad, days: week };
}
