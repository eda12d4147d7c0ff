/** The plan where athletes log: the day's session to start from, unless something holds training back. */
import type { App, AthleteContext } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import type { Club } from '../clubs/store.ts';
import { UserError } from '../faults.ts';
import type { Objection } from '../habits/types.ts';
import { type Typed, textOf } from '../reading.ts';
import { type LocalDate, localDate, parseLocalDate, weekday } from '../time/local.ts';
import { dateOf } from './plan-kinds.ts';
import { dayOf, isTraining, planMeant, plansFor } from './rules.ts';
import { holdOf } from './show-week.ts';
import { findPlan, findPost, listPlans } from './store.ts';
import { type PlanDay, WHOLE_CLUB } from './types.ts';

/** What `/log work:` says for "what is planned for the day". */
export const AS_PLANNED = "today's plan";

/** Whether the planned session is asked for. */
export function asksForPlan(typed: Typed): boolean {
  return textOf(typed, 'work')?.toLowerCase().replace('’', "'") === AS_PLANNED;
}

/** The session that is planned for somebody on a date; null: none, or rest. */
async function plannedOn(
  app: App,
  clubId: string,
  roleIds: readonly string[],
  date: LocalDate,
): Promise<PlanDay | null> {
  const plans = plansFor(await listPlans(app.database.db, clubId), { roleIds, isCoach: false });
  const plan = planMeant(plans, null, { roleIds });
  const planned = plan && dayOf(plan, weekday(date));
  return planned !== undefined && isTraining(planned) ? planned : null;
}

/** Today's planned session to offer while an athlete types; null: none, or training is held back. */
export async function offeredToday(
  app: App,
  whose: { readonly club: Club; readonly athlete: Athlete; readonly today: LocalDate },
  roleIds: readonly string[],
  objection: Objection,
): Promise<PlanDay | null> {
  const { club, athlete, today } = whose;
  const planned = await plannedOn(app, club.id, roleIds, today);
  if (planned === null) return null;
  return (await holdOf(athlete, club, app.clock.now(), objection)) === 'none' ? planned : null;
}

/** What was typed, with the day's planned type and work in its place. Throws `nothing-planned`. */
export async function typedAsPlanned(
  { app, club, athlete, now }: AthleteContext,
  roleIds: readonly string[],
  typed: Typed,
): Promise<Typed> {
  const today = localDate(now, zoneOf(athlete, club));
  const reading = parseLocalDate(textOf(typed, 'date') ?? 'today', today);
  const planned = await plannedOn(app, club.id, roleIds, reading.ok ? reading.date : today);
  if (planned === null) throw new UserError({ code: 'nothing-planned', field: 'work' });
  const { work: _, ...rest } = typed;
  return { type: planned.type, ...rest, ...(planned.work === null ? {} : { work: planned.work }) };
}

/**
 * What a press of "Log it" fills the form with: the post's session, and its date when that is over by the athlete's
 * days. Nothing of the session when the plan is stopped, the day has become rest, or training is held back.
 */
export async function typedOfPost(
  { app, club, athlete, now }: AthleteContext,
  deliveryId: string,
  objection: Objection,
): Promise<Typed> {
  const { db } = app.database;
  const post = await findPost(db, club.id, deliveryId);
  if (post === null) return {};
  const day = dateOf(post);
  const past: Typed = day < localDate(now, zoneOf(athlete, club)) ? { date: day } : {};
  const plan = await findPlan(db, club.id, post.roleId ?? WHOLE_CLUB);
  const planned = plan && dayOf(plan, weekday(day));
  if (planned === null || !isTraining(planned)) return past;
  if ((await holdOf(athlete, club, now, objection)) !== 'none') return past;
  return { ...past, type: planned.type, ...(planned.work === null ? {} : { work: planned.work }) };
}
