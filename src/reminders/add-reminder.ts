import type { App } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import { type Athlete, setWantsDirect } from '../athletes/store.ts';
import { STRETCH_AFTER } from '../clubs/rules.ts';
import type { Club } from '../clubs/store.ts';
import { reopenDirect } from '../deliveries/direct-store.ts';
import { UserError } from '../faults.ts';
import { parseDays, parseWallTime, type WallTime } from '../time/local.ts';
import { ECHO_USUAL, WARM_UP_USUAL } from './rules.ts';
import { firstDue, nextTimes } from './schedule.ts';
import { noteDirectLeft } from './show-reminders.ts';
import { addReminder, changeReminder, listReminders, type Reminder, type Schedule } from './store.ts';

/** What reminders athletes can add. */
export const ASKED_FOR = ['core', 'stretch', 'warm-up', 'echo'] as const;

/** Kinds of which one athlete can have several, each at its own time. */
const SEVERAL: readonly string[] = ['core', 'warm-up'];

/** As typed in `/remind add`; what is null was left out. */
export interface ReminderWish {
  readonly what: (typeof ASKED_FOR)[number];
  readonly days: string | null;
  readonly time: string | null;
  /** Minutes after a session. */
  readonly after: number | null;
  /** The channel for "here"; null: by direct message. */
  readonly channelId: string | null;
}

const NOON: WallTime = '12:00';

/** Reminders that one athlete can have. */
export const MOST_REMINDERS = 10;

/**
 * Saves a reminder and gives its next three occurrences. What is left out comes from the club's defaults. An
 * athlete has one stretch reminder and one morning question, so a second one replaces it; of core work and warming up
 * the same reminder twice is saved once.
 */
export async function addAthleteReminder(
  app: App,
  club: Club,
  athlete: Athlete,
  wish: ReminderWish,
  now: Date,
): Promise<{ reminder: Reminder; next: readonly Date[] }> {
  const schedule = scheduleOf(club, wish);
  if (wish.channelId !== null) {
    const missing = app.missingPermissions(club.id, wish.channelId);
    if (missing.length > 0) {
      throw new UserError({ code: 'channel-closed', field: 'where', channelId: wish.channelId, missing });
    }
  }
  const zone = zoneOf(athlete, club);
  const wanted = {
    clubId: club.id,
    athleteId: athlete.id,
    kind: wish.what,
    schedule,
    zone,
    to:
      wish.channelId === null
        ? ({ target: 'direct', channelId: null } as const)
        : ({ target: 'channel', channelId: wish.channelId } as const),
    nextDueAt: firstDue({ schedule, zone, pausedUntil: null }, now),
  };
  const reminder = await app.database.transaction(async (tx) => {
    if (wish.channelId === null) {
      await reopenDirect(tx, athlete.userId);
      await setWantsDirect(tx, club.id, athlete.id, true);
    }
    const present = await listReminders(tx, club.id, athlete.id);
    const same = present.find(
      (other) => other.kind === wish.what && (!SEVERAL.includes(wish.what) || isSame(other, schedule)),
    );
    if (same !== undefined) {
      await changeReminder(tx, same.id, wanted);
      if (same.to.target === 'direct' && wish.channelId !== null) await noteDirectLeft(tx, athlete);
      return { ...same, ...wanted, pausedUntil: null };
    }
    if (present.length >= MOST_REMINDERS)
      throw new UserError({ code: 'too-many-reminders', most: MOST_REMINDERS });
    return await addReminder(tx, wanted, now);
  });
  return { reminder, next: nextTimes(reminder, now, 3) };
}

function isSame(other: Reminder, schedule: Schedule): boolean {
  return JSON.stringify(other.schedule) === JSON.stringify(schedule);
}

function scheduleOf(club: Club, wish: ReminderWish): Schedule {
  if (wish.what === 'stretch') return afterSession(club, wish);
  if (wish.what === 'core') return weekly(wish, { days: club.coreDays, time: club.coreTime });
  if (wish.what === 'warm-up') return weekly(wish, WARM_UP_USUAL);
  const schedule = weekly(wish, ECHO_USUAL);
  // "How is it this morning?" has no meaning later in the day.
  if (schedule.time >= NOON)
    throw new UserError({
      code: 'line-unreadable',
      field: 'time',
      typed: `${schedule.time}, for a morning question`,
      example: ECHO_USUAL.time,
    });
  return schedule;
}

function weekly(
  wish: ReminderWish,
  usual: { readonly days: string; readonly time: string },
): Schedule & { readonly every: 'week' } {
  const days = parseDays(wish.days ?? usual.days);
  if (days === undefined)
    throw new UserError({ code: 'days-unreadable', field: 'days', typed: wish.days ?? '' });
  const time = parseWallTime(wish.time ?? usual.time);
  if (time === undefined)
    throw new UserError({ code: 'time-unreadable', field: 'time', typed: wish.time ?? '' });
  return { every: 'week', days: days.join(','), time };
}

function afterSession(club: Club, wish: ReminderWish): Schedule {
  const afterMinutes = wish.after ?? club.stretchAfterMinutes;
  const { min, max } = STRETCH_AFTER;
  if (!Number.isInteger(afterMinutes) || afterMinutes < min || afterMinutes > max) {
    throw new UserError({
      code: 'out-of-range',
      field: 'after',
      typed: `${afterMinutes}`,
      min,
      max,
      unit: 'minutes',
    });
  }
  return { every: 'session', afterMinutes };
}
