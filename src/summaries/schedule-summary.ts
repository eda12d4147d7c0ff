import { setupGaps } from '../clubs/rules.ts';
import type { Club } from '../clubs/store.ts';
import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { firstDue } from '../reminders/schedule.ts';
import { addReminder, changeReminder, listReminders, type NewReminder } from '../reminders/store.ts';
import { minutesOf, type WallTime, WEEKDAYS } from '../time/local.ts';
import { listDailyWithoutWeekly } from './schedule-store.ts';

/** The reminder kind of the daily summary. */
export const SUMMARY_KIND = 'summary';

/** The reminder kind of the weekly summary. */
export const WEEKLY_SUMMARY_KIND = 'weekly-summary';

type Place = Pick<NewReminder, 'clubId' | 'zone' | 'to'> & { readonly time: WallTime };

/**
 * After a club changed: its daily summary comes at its time, in its zone, and on Mondays the weekly one below it. A club
 * that is not on has none yet.
 */
export async function scheduleSummary(tx: Db, club: Club, now: Date): Promise<void> {
  if (club.summaryChannelId === null || setupGaps(club).length > 0) return;
  const present = await listReminders(tx, club.id, null);
  const to = { target: 'channel', channelId: club.summaryChannelId } as const;
  const place = { clubId: club.id, zone: club.zone, to, time: club.summaryTime };
  for (const wanted of [dailyAt(place, now), weeklyAt(place, now)]) {
    const known = present.find(({ kind }) => kind === wanted.kind);
    if (known === undefined) await addReminder(tx, wanted, now, idOf(wanted));
    else if (
      JSON.stringify([known.schedule, known.zone, known.to]) !==
      JSON.stringify([wanted.schedule, wanted.zone, wanted.to])
    ) {
      await changeReminder(tx, known.id, wanted);
    }
  }
}

/**
 * When the bot starts: clubs that were switched on before there were weekly summaries get theirs. Two processes that
 * start at once make one each.
 */
export async function scheduleMissingWeekly(db: Db, now: Date): Promise<void> {
  for (const { clubId, zone, to, schedule } of await listDailyWithoutWeekly(
    db,
    SUMMARY_KIND,
    WEEKLY_SUMMARY_KIND,
  )) {
    if (schedule.every !== 'week') continue;
    const wanted = weeklyAt({ clubId, zone, to, time: schedule.time }, now);
    try {
      await addReminder(db, wanted, now, idOf(wanted));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}

function dailyAt({ time, ...place }: Place, now: Date): NewReminder {
  return weekly(SUMMARY_KIND, place, WEEKDAYS.join(','), time, now);
}

/** Mondays, a minute after the daily one: in the channel it stands below. */
function weeklyAt({ time, ...place }: Place, now: Date): NewReminder {
  const minutes = Math.min(minutesOf(time) + 1, 24 * 60 - 1);
  const at = [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0')).join(':');
  return weekly(WEEKLY_SUMMARY_KIND, place, 'mon', at, now);
}

function weekly(
  kind: string,
  place: Omit<Place, 'time'>,
  days: string,
  time: WallTime,
  now: Date,
): NewReminder {
  const schedule = { every: 'week', days, time } as const;
  const nextDueAt = firstDue({ schedule, zone: place.zone, pausedUntil: null }, now);
  return { ...place, athleteId: null, kind, schedule, nextDueAt };
}

/** A club has one of each: the same id made twice is refused. */
function idOf({ clubId, kind }: NewReminder): string {
  return `${kind}-${clubId}`;
}
