/** What somebody asks for, as the reminder that it would become: shown before it is saved, and read again when it is. */
import type { MemberContext } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import { isQuiet } from '../clubs/rules.ts';
import type { Db } from '../db/database.ts';
import { UserError } from '../faults.ts';
import { addDays, localDate } from '../time/local.ts';
import { findBesides } from './besides.ts';
import { readTiming } from './read-when.ts';
import { FOR_ROLES, type Kind, MOST_CLUB_REMINDERS, MOST_REMINDERS, SEVERAL } from './rules.ts';
import { comingTimes, firstDue, isSameSchedule, isSpent } from './schedule.ts';
import {
  listReminders,
  type NewReminder,
  type Reminder,
  type ReminderTarget,
  type Schedule,
} from './store.ts';

/** A reminder as asked for; what is null was left out. */
export interface Wish {
  readonly what: Kind;
  readonly when: string | null;
  readonly text: string | null;
  /** The channel for "here"; null: by direct message. */
  readonly channelId: string | null;
  /** A coach's reminder for this role; null: for the one who asks. */
  readonly roleId: string | null;
}

/** A reminder that is not saved yet. */
export interface Proposal {
  readonly reminder: Required<NewReminder>;
  /** Its next three times. */
  readonly next: readonly Date[];
  /** Its hour leaves open which half of the day is meant, and was taken as the morning's. */
  readonly isHalfOpen: boolean;
  /** The year, for a day so far ahead that another one may be meant; null: near, or on many days. */
  readonly farYear: string | null;
  /** The one whose place it takes; null: it is one more. */
  readonly before: Reminder | null;
  /** Others of the athlete for the same thing, which stay. */
  readonly besides: readonly Reminder[];
}

/**
 * What a wish would become. `typedAt` is when it was typed: "in 2 h" counts from there. Throws a fault of the field
 * that cannot be read or does not fit, `coaches-remind`, `channel-closed`, `time-in-quiet-hours`, `too-many-reminders`.
 */
export async function proposeReminder(context: MemberContext, wish: Wish, typedAt: Date): Promise<Proposal> {
  const { app, club, athlete, now } = context;
  requireRights(context, wish);
  const { what: kind, text, roleId } = wish;
  const zone = roleId === null && athlete !== null ? zoneOf(athlete, club) : club.zone;
  const { schedule, exactly, isHalfOpen } = readTiming(club, kind, wish.when, zone, typedAt);
  if (roleId !== null) requireLoudHours(context, schedule);
  requireChannel(context, wish.channelId);
  const timing = { schedule, zone, pausedUntil: null };
  const whose =
    roleId === null
      ? { athleteId: athlete?.id ?? null, madeBy: null }
      : { athleteId: null, madeBy: context.userId };
  const reminder = {
    ...{ clubId: club.id, ...whose, kind, text, roleId, ...timing },
    to: targetOf(wish.channelId),
    nextDueAt: exactly ?? firstDue(timing, now),
  };
  requireAhead(reminder, now, wish.when);
  const before = await findBefore(app.database.db, reminder, now);
  return {
    reminder,
    next: comingTimes(reminder, now, 3),
    isHalfOpen,
    farYear: farYearOf(reminder, now),
    before,
    besides: before === null ? await findBesides(app.database.db, reminder, now) : [],
  };
}

/** "20 Oct", typed two days after it, is a day of next year: more than these days ahead it is said. */
const FAR_DAYS = 183;

/** The year of a reminder that comes once, in half a year or later; null: of any other. */
export function farYearOf(
  { schedule, zone }: Pick<NewReminder, 'schedule' | 'zone'>,
  now: Date,
): string | null {
  if (schedule.every !== 'once' || schedule.date <= addDays(localDate(now, zone), FAR_DAYS)) return null;
  return schedule.date.slice(0, 4);
}

function requireRights({ isCoach, athlete, club }: MemberContext, { what, roleId, channelId }: Wish): void {
  if (roleId === null) {
    if (athlete === null) throw new UserError({ code: 'stale' });
    return;
  }
  if (!isCoach) throw new UserError({ code: 'coaches-remind' });
  if (roleId === club.id) throw new UserError({ code: 'role-is-everyone', field: 'role' });
  if (!FOR_ROLES.includes(what))
    throw new UserError({ code: 'option-does-not-fit', field: 'what', why: 'too-personal' });
  if (channelId === null)
    throw new UserError({ code: 'option-does-not-fit', field: 'where', why: 'roles-in-channels' });
}

/** Throws when a club's reminder would call people in the club's quiet hours. */
export function requireLoudHours({ club }: MemberContext, schedule: Schedule): void {
  if (schedule.every === 'session' || !isQuiet(schedule.time, club)) return;
  const { quietFrom: from, quietTo: to } = club;
  throw new UserError({ code: 'time-in-quiet-hours', field: 'when', typed: schedule.time, from, to });
}

/** Throws when the bot may not post in the channel that was asked for. */
export function requireChannel({ app, club }: MemberContext, channelId: string | null): void {
  const missing = channelId === null ? [] : app.missingPermissions(club.id, channelId);
  if (channelId !== null && missing.length > 0)
    throw new UserError({ code: 'channel-closed', field: 'where', channelId, missing });
}

/** Throws when the only time at which it comes has passed since it was typed. */
export function requireAhead(
  { schedule, nextDueAt }: Pick<NewReminder, 'schedule' | 'nextDueAt'>,
  now: Date,
  when: string | null,
): void {
  if (schedule.every === 'once' && (nextDueAt === null || nextDueAt <= now))
    throw new UserError({ code: 'when-unreadable', field: 'when', typed: when ?? '', why: 'past' });
}

/** Where it goes. */
export function targetOf(channelId: string | null): ReminderTarget {
  return channelId === null ? { target: 'direct', channelId: null } : { target: 'channel', channelId };
}

/** The one that a new reminder takes the place of; null: none. Throws `too-many-reminders` when there is no room. */
export async function findBefore(db: Db, wanted: Required<NewReminder>, now: Date): Promise<Reminder | null> {
  const isClubs = wanted.athleteId === null;
  const present = (await listReminders(db, wanted.clubId, wanted.athleteId)).filter(
    ({ madeBy }) => (madeBy !== null) === isClubs,
  );
  const isOnly = !isClubs && !SEVERAL.some((kind) => kind === wanted.kind);
  const same = present.find((other) => other.kind === wanted.kind && (isOnly || isSame(other, wanted)));
  if (same !== undefined) return same;
  const most = isClubs ? MOST_CLUB_REMINDERS : MOST_REMINDERS;
  if (present.filter((one) => !isSpent(one, now)).length >= most)
    throw new UserError({ code: 'too-many-reminders', most, isClubs });
  return null;
}

function isSame(a: Required<NewReminder>, b: Required<NewReminder>): boolean {
  return a.text === b.text && a.roleId === b.roleId && isSameSchedule(a.schedule, b.schedule);
}
