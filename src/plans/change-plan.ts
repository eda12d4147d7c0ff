import type { ClubContext } from '../app.ts';
import { UserError } from '../faults.ts';
import type { Typed } from '../reading.ts';
import { localDate, localTime, type Weekday, weekday } from '../time/local.ts';
import { readDay } from './read-plan.ts';
import { dayOf, planMeant, plansFor } from './rules.ts';
import { amendToday, schedulePlan, unschedulePlan } from './schedule-plan.ts';
import { type PlanChange, type Started, startPlan } from './start-plan.ts';
import { deletePlan, findPlanById, listPlans, savePlanDay } from './store.ts';
import type { Plan } from './types.ts';

/** The plan that a coach means; throws `no-plan`, or `missing` when several could be meant. */
export async function findMeant(
  { app, club }: ClubContext,
  squad: string | null,
  roleIds: readonly string[],
): Promise<Plan> {
  const plans = plansFor(await listPlans(app.database.db, club.id), { roleIds, isCoach: true });
  const meant = planMeant(plans, squad, { roleIds });
  if (meant !== undefined) return meant;
  if (squad !== null || plans.length === 0) throw new UserError({ code: 'no-plan' });
  throw new UserError({ code: 'missing', field: 'squad', example: '@Sprinters' });
}

/** A plan of this club by its id; throws `stale` when it is stopped. */
export async function openPlan({ app, club }: ClubContext, planId: string): Promise<Plan> {
  const plan = await findPlanById(app.database.db, club.id, planId);
  if (plan === null) throw new UserError({ code: 'stale' });
  return plan;
}

/** Changes one day, and when the plan posts with it; today's post is edited in place while it is not an hour old. Throws `stale` for a plan that is stopped. */
export async function changeDay(
  context: ClubContext,
  planId: string,
  day: Weekday,
  typed: Typed,
): Promise<PlanChange> {
  const { app, club, now } = context;
  return await app.database.transaction(async (tx) => {
    const before = await findPlanById(tx, club.id, planId);
    const wanted = before && readDay(typed, dayOf(before, day));
    const plan = wanted && (await savePlanDay(tx, club.id, planId, wanted, now));
    if (plan === null) throw new UserError({ code: 'stale' });
    const next = await schedulePlan(tx, club, plan, now);
    const today = localDate(now, club.zone);
    const isPast = weekday(today) === day && localTime(now, club.zone) >= plan.time;
    const isStillToCome = next !== null && localDate(next, club.zone) === today;
    const notes = isPast && !isStillToCome ? [await amendToday(tx, club, plan, now)] : [];
    return { plan, next, isNew: false, notes };
  });
}

/** Changes when a plan posts and when its training begins. Throws `stale` for a plan that is stopped. */
export async function changeTimes(context: ClubContext, planId: string, typed: Typed): Promise<Started> {
  const { squad, channelId } = await openPlan(context, planId);
  const same = { template: null, channelId: null, here: channelId, calls: null, days: 'keep' } as const;
  return await startPlan(context, { ...same, squad, typed });
}

/** Stops a plan: its days, its reminders and what they still had to send go. Null: it was stopped already. */
export async function stopPlan({ app, club }: ClubContext, planId: string): Promise<Plan | null> {
  return await app.database.transaction(async (tx) => {
    const plan = await findPlanById(tx, club.id, planId);
    if (plan === null || !(await deletePlan(tx, club.id, planId))) return null;
    await unschedulePlan(tx, plan);
    return plan;
  });
}
