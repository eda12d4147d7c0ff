import type { ClubContext } from '../app.ts';
import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { UserError } from '../faults.ts';
import type { Typed } from '../reading.ts';
import { readTimes } from './read-plan.ts';
import { isSameWeek, isTraining, MOST_PLANS, nudgeTime, takesWarmUp } from './rules.ts';
import { amendToday, schedulePlan, type TodaysPost } from './schedule-plan.ts';
import { findPlan, listPlans, savePlan } from './store.ts';
import { type Template, weekOf } from './template-rules.ts';
import { type Plan, type PlanEntry, WHOLE_CLUB } from './types.ts';

/** What a coach should know about a change. */
export type PlanNote = 'nobody-called' | 'coaches-channel' | 'no-nudge' | TodaysPost;

/** A plan after a change. */
export interface PlanChange {
  readonly plan: Plan;
  readonly isNew: boolean;
  /** When the next session is posted; null: every day is rest. */
  readonly next: Date | null;
  readonly notes: readonly PlanNote[];
}

/** As asked for in `/plan start`; what is null was left out: it stays, or gets its usual. */
export interface StartWish {
  /** The squad's role, or `WHOLE_CLUB`. */
  readonly squad: string;
  readonly template: Template | null;
  readonly channelId: string | null;
  /** Where it was typed: the channel of a new plan that names none. */
  readonly here: string;
  readonly calls: boolean | null;
  /** With `time` and `training`, when they were typed. */
  readonly typed: Typed;
  /** What becomes of days that a template would take the place of. */
  readonly days: 'ask' | 'replace' | 'keep';
}

/** What came of it: saved, or first the question whether days may go. */
export type Started =
  | ({ readonly kind: 'saved' } & PlanChange)
  | { readonly kind: 'asks'; readonly plan: Plan };

const USUAL = { time: '07:00', training: '18:00', template: 'charlie-francis' } as const;

/**
 * Starts the plan of a squad or of the whole club, or changes the one that it has. Days that would be lost to a template
 * are asked about first, and nothing is saved. Throws for a 13th plan, for times that cannot be, and for a channel that
 * the bot cannot post in.
 */
export async function startPlan(context: ClubContext, wish: StartWish): Promise<Started> {
  const start = () => context.app.database.transaction((tx) => startIn(tx, context, wish));
  try {
    return await start();
  } catch (error) {
    // Two coaches at once: one of them has made it.
    if (!isDuplicate(error)) throw error;
    return await start();
  }
}

async function startIn(tx: Db, { app, club, now }: ClubContext, wish: StartWish): Promise<Started> {
  const times = readTimes(wish.typed, club);
  const present = await findPlan(tx, club.id, wish.squad);
  if (present === null && (await listPlans(tx, club.id)).length >= MOST_PLANS) {
    throw new UserError({ code: 'too-many-plans', most: MOST_PLANS });
  }
  const week = wish.template === null || wish.days === 'keep' ? null : weekOf(wish.template);
  if (
    week !== null &&
    wish.days === 'ask' &&
    present?.days.some(isTraining) &&
    !isSameWeek(present.days, week)
  ) {
    return { kind: 'asks', plan: present };
  }
  const channelId = wish.channelId ?? present?.channelId ?? wish.here;
  const missing = app.missingPermissions(club.id, channelId);
  if (missing.length > 0)
    throw new UserError({ code: 'channel-closed', field: 'channel', channelId, missing });
  const wanted: PlanEntry = {
    ...{ clubId: club.id, squad: wish.squad, channelId },
    time: times.time ?? present?.time ?? USUAL.time,
    trainingTime: times.training ?? present?.trainingTime ?? USUAL.training,
    callsSquad: wish.squad !== WHOLE_CLUB && (wish.calls ?? present?.callsSquad ?? false),
    days: week ?? present?.days ?? weekOf(USUAL.template),
  };
  // The usual time may lie in this club's quiet hours.
  readTimes({ time: wanted.time }, club);
  const plan = await savePlan(tx, wanted, now);
  const next = await schedulePlan(tx, club, plan, now);
  const notes: PlanNote[] = [];
  if (wish.calls && !plan.callsSquad) notes.push('nobody-called');
  if (channelId === club.summaryChannelId) notes.push('coaches-channel');
  if (nudgeTime(plan.trainingTime, club) === null && plan.days.some(takesWarmUp)) notes.push('no-nudge');
  // Posted elsewhere this morning, it stays there as it is.
  if (week !== null && present?.channelId === channelId) {
    const post = await amendToday(tx, club, plan, now);
    if (post !== 'no-post-today') notes.push(post);
  }
  return { kind: 'saved', plan, next, isNew: present === null, notes };
}
