// Which days a plan posts on, when it nudges to warm up, and whose plan is whose.
import { isQuiet } from '../clubs/rules.ts';
import type { Club } from '../clubs/store.ts';
import { asksWarmup } from '../sessions/rules.ts';
import { minutesOf, type WallTime, type Weekday } from '../time/calendar.ts';
import { type Plan, type PlanDay, WHOLE_CLUB } from './types.ts';

/** Plans that one club can have. */
export const MOST_PLANS = 12;

/** Minutes before training at which the nudge to warm up comes [D]. */
export const NUDGE_MINUTES = 45;

/** Whether a day's session is posted. */
export function isTraining({ type }: Pick<PlanDay, 'type'>): boolean {
  return type !== 'rest';
}

/** Whether a day's session takes a warm-up (handbook §6: before sprints and before tempo). */
export function takesWarmUp({ type }: Pick<PlanDay, 'type'>): boolean {
  return type !== 'rest' && asksWarmup(type);
}

/** The days that a plan's reminder comes on, comma-separated; null: none. */
export function daysWhere(days: readonly PlanDay[], is: (day: PlanDay) => boolean): string | null {
  const chosen = days.filter(is).map(({ day }) => day);
  return chosen.length === 0 ? null : chosen.join(',');
}

/** When to warm up before training; null: in quiet hours, or on the day before, so nobody is nudged. */
export function nudgeTime(
  trainingTime: WallTime,
  club: Pick<Club, 'quietFrom' | 'quietTo'>,
): WallTime | null {
  const minutes = minutesOf(trainingTime) - NUDGE_MINUTES;
  if (minutes < 0) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return isQuiet(time, club) ? null : time;
}

/** A day of a plan. */
export function dayOf(plan: Pick<Plan, 'days'>, day: Weekday): PlanDay {
  return plan.days.find((each) => each.day === day) ?? { day, type: 'rest', work: null, note: null };
}

/** Whether two weeks are the same. */
export function isSameWeek(a: readonly PlanDay[], b: readonly PlanDay[]): boolean {
  const key = (days: readonly PlanDay[]) =>
    JSON.stringify(days.map(({ day, type, work, note }) => [day, type, work, note]));
  return key(a) === key(b);
}

/** Who asks for a plan. */
export interface Asker {
  readonly roleIds: readonly string[];
  readonly isCoach: boolean;
}

/** The plans that somebody may read: of their own squads and of the whole club; coaches all. */
export function plansFor(plans: readonly Plan[], { roleIds, isCoach }: Asker): readonly Plan[] {
  return plans.filter(({ squad }) => isCoach || squad === WHOLE_CLUB || roleIds.includes(squad));
}

/**
 * The plan that is meant: of the squad that was named, else the oldest of the own squads, else the whole club's, else
 * the only one. Undefined: none, or several that could be meant.
 */
export function planMeant(
  plans: readonly Plan[],
  squad: string | null,
  { roleIds }: Pick<Asker, 'roleIds'>,
): Plan | undefined {
  if (squad !== null) return plans.find((plan) => plan.squad === squad);
  return (
    plans.find((plan) => roleIds.includes(plan.squad)) ??
    plans.find((plan) => plan.squad === WHOLE_CLUB) ??
    (plans.length === 1 ? plans[0] : undefined)
  );
}
