/** Reminders that no command of the story sets: of several people in one channel at one minute, once on a date, paused. */
import type { Database } from '../../src/db/database.ts';
import { firstDue } from '../../src/reminders/schedule.ts';
import { addReminder, type NewReminder, type Schedule } from '../../src/reminders/store.ts';
import { addDays, instantOf, type LocalDate, localDate } from '../../src/time/local.ts';
import { ZONE } from './people.ts';
import type { Random } from './random.ts';

/** A reminder and from when on it must come. */
export interface Planted {
  readonly reminderId: string;
  readonly schedule: Exclude<Schedule, { every: 'session' }>;
  readonly from: Date;
}

/** The usual core work is due at the same minute. */
const SAME_MINUTE = '18:00';
/** Times at which the story looks closely. */
const ONCE_AT = ['07:32', SAME_MINUTE, '18:03'] as const;
/** One-off reminders are set at most so many days ahead. */
const DAYS_AHEAD = 9;
const LONGEST_PAUSE_DAYS = 6;

/** Puts reminders into the database while no bot runs: some for good the first time, and some for the next days. */
export async function plantReminders(
  { db }: Database,
  given: { readonly now: Date; readonly random: Random; readonly isFirst: boolean },
): Promise<Planted[]> {
  const { now, random, isFirst } = given;
  const today = localDate(now, ZONE);
  const planted: Planted[] = [];

  for (const club of await db.club.findMany()) {
    const athletes = await db.athlete.findMany({ where: { clubId: club.id }, orderBy: { userId: 'asc' } });
    const here = { target: 'channel', channelId: club.reminderChannelId ?? '' } as const;
    const direct = { target: 'direct', channelId: null } as const;
    for (const [index, { id: athleteId }] of athletes.entries()) {
      const plant = async (
        schedule: Planted['schedule'],
        to: NewReminder['to'],
        pausedUntil: LocalDate | null = null,
      ) => {
        const nextDueAt = firstDue({ schedule, zone: ZONE, pausedUntil }, now);
        const whose = { clubId: club.id, athleteId, kind: 'core', zone: ZONE };
        const { id } = await addReminder(db, { ...whose, schedule, to, pausedUntil, nextDueAt }, now);
        const from = pausedUntil === null ? now : instantOf(pausedUntil, '00:00', ZONE);
        planted.push({ reminderId: id, schedule, from });
      };
      const date = addDays(today, random.whole(1, DAYS_AHEAD));
      await plant({ every: 'once', date, time: random.pick(ONCE_AT) }, index % 2 === 0 ? here : direct);
      if (!isFirst) continue;
      await plant({ every: 'week', days: 'mon,tue,thu,sat', time: SAME_MINUTE }, here);
      await plant({ every: 'week', days: 'mon', time: SAME_MINUTE }, direct);
      const paused = addDays(today, random.whole(1, LONGEST_PAUSE_DAYS));
      if (index % 2 === 1) await plant({ every: 'week', days: 'sun', time: SAME_MINUTE }, direct, paused);
    }
  }
  return planted;
}
