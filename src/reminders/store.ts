import type { Db } from '../db/database.ts';

/** When a reminder comes: on days at a wall time, or minutes after a logged session. */
export type Schedule =
  | { readonly every: 'week'; readonly days: string; readonly time: string }
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
  readonly schedule: Schedule;
  /** IANA zone of the wall time. */
  readonly zone: string;
  readonly to: ReminderTarget;
  /** First occurrence; null: only after sessions. */
  readonly nextDueAt: Date | null;
}

export interface Reminder extends NewReminder {
  readonly id: string;
}

export async function addReminder(db: Db, reminder: NewReminder, now: Date): Promise<Reminder> {
  return fromRow(await db.reminder.create({ data: { ...toRow(reminder), createdAt: now } }));
}

/** Changes when and where it comes; raises the version, so that a materialisation under way loses. */
export async function changeReminder(db: Db, id: string, reminder: NewReminder): Promise<void> {
  await db.reminder.update({
    where: { id, clubId: reminder.clubId },
    data: { ...toRow(reminder), version: { increment: 1 } },
  });
}

/** An athlete's reminders, or with null the club's own; the oldest first. */
export async function listReminders(db: Db, clubId: string, athleteId: string | null): Promise<Reminder[]> {
  const rows = await db.reminder.findMany({
    where: { clubId, athleteId },
    orderBy: [{ createdAt: 'asc' }, { kind: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** An athlete's reminders that follow a session, the soonest first. */
export async function listSessionReminders(
  db: Db,
  clubId: string,
  athleteId: string,
): Promise<{ id: string; clubId: string; afterMinutes: number }[]> {
  const rows = await db.reminder.findMany({
    where: { clubId, athleteId, afterMinutes: { not: null } },
    select: { id: true, clubId: true, afterMinutes: true },
    orderBy: { afterMinutes: 'asc' },
  });
  return rows.flatMap(({ afterMinutes, ...row }) =>
    afterMinutes === null ? [] : [{ ...row, afterMinutes }],
  );
}

/** Weekly reminders of the club's athletes who have no zone of their own. */
export async function listRemindersInClubZone(db: Db, clubId: string): Promise<Reminder[]> {
  const rows = await db.reminder.findMany({ where: { clubId, athlete: { zone: null } } });
  return rows.map(fromRow);
}

export async function findReminder(db: Db, clubId: string, id: string): Promise<Reminder | null> {
  const row = await db.reminder.findUnique({ where: { id, clubId } });
  return row && fromRow(row);
}

/** Deletes one of this athlete's reminders with what it still had to send; false: there was none. */
export async function deleteReminder(
  db: Db,
  clubId: string,
  athleteId: string,
  id: string,
): Promise<boolean> {
  const { count } = await db.reminder.deleteMany({ where: { id, clubId, athleteId } });
  return count > 0;
}

type Row = Omit<Reminder, 'schedule' | 'to'> & {
  readonly days: string | null;
  readonly time: string | null;
  readonly afterMinutes: number | null;
  readonly target: string;
  readonly channelId: string | null;
};

function fromRow(row: Row): Reminder {
  const { id, clubId, athleteId, kind, zone, nextDueAt } = row;
  const schedule: Schedule =
    row.afterMinutes === null
      ? { every: 'week', days: row.days ?? '', time: row.time ?? '' }
      : { every: 'session', afterMinutes: row.afterMinutes };
  const to: ReminderTarget =
    row.target === 'channel' && row.channelId !== null
      ? { target: 'channel', channelId: row.channelId }
      : { target: 'direct', channelId: null };
  return { id, clubId, athleteId, kind, zone, nextDueAt, schedule, to };
}

function toRow({ schedule, to, ...rest }: NewReminder) {
  const { clubId, athleteId, kind, zone, nextDueAt } = rest;
  const rule =
    schedule.every === 'week'
      ? { days: schedule.days, time: schedule.time, afterMinutes: null }
      : { days: null, time: null, afterMinutes: schedule.afterMinutes };
  return { clubId, athleteId, kind, zone, nextDueAt, ...rule, ...to };
}
