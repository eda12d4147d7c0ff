import type { App } from '../app.ts';
import { isQuiet, setupGaps } from '../clubs/rules.ts';
import { type Club, findClub } from '../clubs/store.ts';
import type { Composed, DeliveryKind, DueDelivery } from '../deliveries/kind.ts';
import { findReminder } from '../reminders/store.ts';
import { type LocalDate, localTime, weekday } from '../time/local.ts';
import { nudgeMessage, postMessage } from './post-messages.ts';
import { dayOf, isTraining, NUDGE_MINUTES, takesWarmUp } from './rules.ts';
import { PLAN_KIND, WARM_UP_KIND } from './schedule-plan.ts';
import { findPlan, hasPostedOn } from './store.ts';
import { type Plan, type PlanDay, WHOLE_CLUB } from './types.ts';

/** The local date that a delivery is for. */
export function dateOf({ occurrenceKey }: Pick<DueDelivery, 'occurrenceKey'>): LocalDate {
  return occurrenceKey.slice(0, 10);
}

/** A change of the plan has its post compared at once; this is the last look, after which it stays as it is. */
const LAST_LOOK_MINUTES: readonly number[] = [55];

/**
 * The day's session, posted each morning and up to 5 hours late; nothing on a rest day, and once a day however its
 * time is changed. Edited in place when the plan is changed within the hour. Public, so it says nothing about anybody.
 */
export function planKind(app: App): DeliveryKind {
  return {
    name: PLAN_KIND,
    graceMinutes: 5 * 60,
    amendMinutes: LAST_LOOK_MINUTES,
    async compose(delivery, now) {
      const due = await readPlanned(app, delivery);
      if ('cancel' in due) return due;
      const { club, plan, date, planned } = due;
      if (!isSent(delivery) && !isTraining(planned)) return { cancel: 'rest day' };
      if (!isSent(delivery) && isUnquiet(club, delivery, now)) return { cancel: 'quiet hours' };
      return { send: postMessage(plan, planned, date, delivery.id), to: toChannel(plan) };
    },
  };
}

/**
 * The nudge to warm up, 45 minutes before training on days that take a warm-up (handbook §6); not after training has
 * begun, nor in quiet hours.
 */
export function planWarmUpKind(app: App): DeliveryKind {
  return {
    name: WARM_UP_KIND,
    graceMinutes: NUDGE_MINUTES,
    async compose(delivery, now) {
      const due = await readPlanned(app, delivery);
      if ('cancel' in due) return due;
      const { club, plan, planned } = due;
      if (!takesWarmUp(planned)) return { cancel: 'no warm-up today' };
      if (isQuiet(localTime(now, club.zone), club)) return { cancel: 'quiet hours' };
      return { send: nudgeMessage(plan, planned, delivery.id), to: toChannel(plan) };
    },
  };
}

interface Planned {
  readonly club: Club;
  readonly plan: Plan;
  readonly date: LocalDate;
  readonly planned: PlanDay;
}

/** Reads the plan as it is now, so that an edit after the claim counts. */
async function readPlanned(app: App, delivery: DueDelivery): Promise<Planned | { readonly cancel: string }> {
  const { db } = app.database;
  const { clubId, reminderId } = delivery;
  const club = await findClub(db, clubId);
  const reminder = await findReminder(db, clubId, reminderId);
  if (club === null || reminder === null) return { cancel: 'gone' };
  if (setupGaps(club).length > 0) return { cancel: 'club is not switched on' };
  const plan = await findPlan(db, clubId, reminder.roleId ?? WHOLE_CLUB);
  if (plan === null) return { cancel: 'gone' };
  const date = dateOf(delivery);
  if (!isSent(delivery) && (await hasPostedOn(db, clubId, reminderId, date)))
    return { cancel: 'posted already' };
  // A role that was deleted since would be read as "unknown role": the post goes on without a name.
  const isNamed = plan.squad === WHOLE_CLUB || app.hasRole(clubId, plan.squad);
  const named = isNamed ? plan : { ...plan, squad: WHOLE_CLUB };
  return { club, plan: named, date, planned: dayOf(plan, weekday(date)) };
}

/** Whether it is asked what its post should say now. */
function isSent({ sentAt }: DueDelivery): boolean {
  return sentAt instanceof Date;
}

/** Late, and into quiet hours that it was not made for. */
function isUnquiet(club: Club, { dueAt }: DueDelivery, now: Date): boolean {
  return !isQuiet(localTime(dueAt, club.zone), club) && isQuiet(localTime(now, club.zone), club);
}

function toChannel({ channelId }: Plan): Extract<Composed, { send: unknown }>['to'] {
  return { kind: 'channel', channelId };
}
