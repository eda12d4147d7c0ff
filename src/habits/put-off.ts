import type { App } from '../app.ts';
import { type Owner, ownerOf } from '../athletes/owner.ts';
import type { Athlete } from '../athletes/store.ts';
import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { callOff, putOffDelivery } from '../deliveries/put-off-store.ts';
import { UserError } from '../faults.ts';
import { LATERS, laterTime, WAITING_KINDS } from '../reminders/later-rules.ts';
import { nextTimes } from '../reminders/schedule.ts';
import { findReminder, type Reminder } from '../reminders/store.ts';
import { findSession } from '../sessions/store.ts';
import { localTime } from '../time/local.ts';
import { isDoneSince } from './done-since.ts';
import { type DeliveredReminder, findDelivered, findLastDelivered } from './store.ts';

/** A wish to be reminded later. */
export interface LaterPress {
  readonly deliveryId: string;
  readonly userId: string;
  /** One of `LATERS`, as chosen. */
  readonly until: string;
  readonly now: Date;
}

/** What a wish to be reminded later came to. */
export interface PutOffReminder {
  /** waits: it comes again then; by-itself: it comes by then anyway, so nothing was made; done: it was done already. */
  readonly means: 'waits' | 'by-itself' | 'done';
  /** Null: it comes no more. */
  readonly at: Date | null;
  readonly deliveryId: string;
  readonly reminder: Reminder;
  /** IANA zone of the athlete's days. */
  readonly zone: string;
}

/** How long ago the reminder may have come that `/remind snooze` means, in hours. */
const RECENT_HOURS = 12;

/**
 * Puts off the athlete's own reminder behind a message. Pressed again, what waits is moved; its recurrence never is. It
 * comes in quiet hours too, because the athlete asked for it. Throws `stale` when it is gone or cannot wait, `not-yours`
 * for another person.
 */
export async function putOff(app: App, press: LaterPress): Promise<PutOffReminder> {
  const put = () => app.database.transaction((tx) => putOffIn(tx, press));
  try {
    return await put();
  } catch (error) {
    // Two presses at once: one of them has made what the other one moves.
    if (!isDuplicate(error)) throw error;
    return await put();
  }
}

/** Puts off the athlete's reminder that came last, within 12 hours; null: none came. */
export async function putOffLast(
  app: App,
  athlete: Athlete,
  until: string,
  now: Date,
): Promise<PutOffReminder | null> {
  const since = new Date(now.getTime() - RECENT_HOURS * 60 * 60_000);
  const deliveryId = await findLastDelivered(app.database.db, ownerOf(athlete), WAITING_KINDS, since);
  if (deliveryId === null) return null;
  return await putOff(app, { deliveryId, userId: athlete.userId, until, now });
}

async function putOffIn(tx: Db, { deliveryId, userId, until, now }: LaterPress): Promise<PutOffReminder> {
  const later = LATERS.find((each) => each === until);
  const delivered = await findDelivered(tx, deliveryId, userId);
  const reminder = delivered && (await findReminder(tx, delivered.clubId, delivered.reminderId));
  if (later === undefined || !delivered || !reminder) throw new UserError({ code: 'stale' });
  if (delivered.userId !== userId) throw new UserError({ code: 'not-yours' });
  if (!WAITING_KINDS.includes(delivered.kind)) throw new UserError({ code: 'stale' });
  const { zone } = delivered;
  const shown = { deliveryId, reminder, zone };
  const drop = (why: string) => callOff(tx, delivered, 'put-off', why);
  if (await isDone(tx, delivered, now)) {
    await drop('done already');
    return { ...shown, means: 'done', at: null };
  }
  const { schedule } = reminder;
  const time = schedule.every === 'session' ? localTime(delivered.dueAt, zone) : schedule.time;
  const at = laterTime(later, now, { zone, time });
  const [next] = nextTimes(reminder, now, 1);
  if (next !== undefined && next <= at) {
    await drop('newer');
    return { ...shown, means: 'by-itself', at: next };
  }
  await putOffDelivery(tx, delivered, at);
  return { ...shown, means: 'waits', at };
}

async function isDone(tx: Db, delivered: DeliveredReminder, now: Date): Promise<boolean> {
  const { kind, sessionId, dueAt, zone } = delivered;
  const owner: Owner = { clubId: delivered.clubId, athleteId: delivered.athleteId };
  if (kind === 'core') return await isDoneSince(tx, owner, dueAt, now, zone);
  if (kind !== 'stretch' || sessionId === null) return false;
  const session = await findSession(tx, owner, sessionId);
  if (session === null) throw new UserError({ code: 'stale' });
  return session.stretch === 'yes';
}
