import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { LocalDate, WallTime } from '../time/local.ts';
import { TEST_ID } from './test-store.ts';

/** When a reminder comes: on days at a wall time, once on a local date, or minutes after a logged session. */
export type Schedule =
  | { readonly every: 'week'; readonly days: string; readonly time: WallTime }
  | { readonly every: 'once'; readonly date: LocalDate; readonly time: WallTime }
  | { readonly every: 'session'; readonly afterMinutes: number };

/** Where it goes. */
export type ReminderTarget =
  | { readonly target: 'direct'; readonly channelId: null }
  | { readonly target: 'channel'; readonly channelId: string };

export interface NewReminder {
  readonly clubId: string;
  /** Null: the club's own. */
  readonly athleteId: string | null;
  readonly kind: string;
  /** What an own reminder says; null: its kind says it. */
  readonly text?: string | null;
  /** The role that a coach's reminder calls; null: nobody. */
  readonly roleId?: string | null;
  /** Discord's id of the coach who made the club's reminder; null: an athlete's, or the bot's. */
  readonly madeBy?: string | null;
  readonly schedule: Schedule;
  /** IANA zone of the wall time. */
  readonly zone: string;
  readonly to: ReminderTarget;
  /** Local date from which it comes again; null: not paused. */
  readonly pausedUntil?: LocalDate | null;
  /** Next occurrence; null: only after sessions, paused without an end, or come for the only time. */
  readonly nextDueAt: Date | null;
}

export interface Reminder extends Required<NewReminder> {
  readonly id: string;
}

/** Stores a reminder; with an id, only if there is none of that id: it fails as a duplicate then. */
export async function addReminder(db: Db, reminder: NewReminder, now: Date, id?: string): Promise<Reminder> {
  const data = { ...toRow(reminder), createdAt: now, ...(id === undefined ? {} : { id }) };
  return fromRow(await db.reminder.create({ data }));
}

/** Changes when and where it comes; raises the version, so that a materialisation under way loses. */
export async function changeReminder(db: Db, id: string, reminder: NewReminder): Promise<void> {
  await db.reminder.update({
    where: { id, clubId: reminder.clubId },
    data: { ...toRow(reminder), version: { increment: 1 } },
  });
}

/** An athlete's reminders, tests left out, or with null the club's own; the oldest first. */
export async function listReminders(db: Db, clubId: string, athleteId: string | null): Promise<Reminder[]> {
  const rows = await db.reminder.findMany({
    where: { clubId, athleteId, NOT: { id: { startsWith: TEST_ID } } },
    orderBy: [{ createdAt: 'asc' }, { kind: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** A reminder that follows a session, as far as what follows depends on it. */
export interface SessionReminder extends Pick<Reminder, 'id' | 'clubId' | 'athleteId' | 'kind' | 'text'> {
  readonly target: string;
  readonly channelId: string | null;
  readonly afterMinutes: number;
}

/** An athlete's reminders that follow a session and are not paused on this local day, the soonest first. */
export async function listSessionReminders(
  db: Db,
  { clubId, athleteId }: Owner,
  today: LocalDate,
): Promise<SessionReminder[]> {
  const rows = await db.reminder.findMany({
    where: {
      ...{ clubId, athleteId, afterMinutes: { not: null } },
      OR: [{ pausedUntil: null }, { pausedUntil: { lte: today } }],
    },
    select: {
      ...{ id: true, clubId: true, athleteId: true, kind: true, text: true },
      ...{ target: true, channelId: true, afterMinutes: true },
    },
    orderBy: { afterMinutes: 'asc' },
  });
  return rows.flatMap(({ afterMinutes, ...row }) =>
    afterMinutes === null ? [] : [{ ...row, afterMinutes }],
  );
}

/** Reminders by the club's zone: those of athletes who have no zone of their own, and those that coaches made; tests left out. */
export async function listRemindersInClubZone(db: Db, clubId: string): Promise<Reminder[]> {
  const rows = await db.reminder.findMany({
    where: {
      ...{ clubId, NOT: { id: { startsWith: TEST_ID } } },
      OR: [{ athlete: { zone: null } }, { athleteId: null, madeBy: { not: null } }],
    },
  });
  return rows.map(fromRow);
}

export async function findReminder(db: Db, clubId: string, id: string): Promise<Reminder | null> {
  const row = await db.reminder.findUnique({ where: { id, clubId } });
  return row && fromRow(row);
}

/** The reminder that a delivery came from. */
export async function findReminderOf(db: Db, clubId: string, deliveryId: string): Promise<Reminder | null> {
  const row = await db.delivery.findFirst({ where: { id: deliveryId, clubId }, include: { reminder: true } });
  return row && fromRow(row.reminder);
}

/** Deletes a reminder of an athlete, or with null the club's own, with what it still had to send; false: there was none. */
export async function deleteReminder(
  db: Db,
  clubId: string,
  athleteId: string | null,
  id: string,
): Promise<boolean> {
  const { count } = await db.reminder.deleteMany({ where: { id, clubId, athleteId } });
  return count > 0;
}

type Row = Omit<Reminder, 'schedule' | 'to'> & {
  readonly days: string | null;
  readonly date: string | null;
  readonly time: string | null;
  readonly afterMinutes: number | null;
  readonly target: string;
  readonly channelId: string | null;
};

function fromRow(row: Row): Reminder {
  const { id, clubId, athleteId, kind, text, roleId, madeBy, zone, pausedUntil, nextDueAt } = row;
  const to: ReminderTarget =
    row.target === 'channel' && row.channelId !== null
      ? { target: 'channel', channelId: row.channelId }
      : { target: 'direct', channelId: null };
  const whose = { id, clubId, athleteId, kind, text, roleId, madeBy };
  return { ...whose, zone, pausedUntil, nextDueAt, schedule: scheduleOf(row), to };
}

function scheduleOf({ days, date, time, afterMinutes }: Row): Schedule {
  if (afterMinutes !== null) return { every: 'session', afterMinutes };
  if (date !== null) return { every: 'once', date, time: time ?? '' };
  return { every: 'week', days: days ?? '', time: time ?? '' };
}

function toRow({ schedule: { every: _, ...rule }, to, ...rest }: NewReminder) {
  const { clubId, athleteId, kind, zone, nextDueAt } = rest;
  const { text = null, roleId = null, madeBy = null, pausedUntil = null } = rest;
  const whose = { clubId, athleteId, kind, text, roleId, madeBy };
  const when = { days: null, date: null, time: null, afterMinutes: null, ...rule };
  return { ...whose, zone, pausedUntil, nextDueAt, ...when, ...to };
}
