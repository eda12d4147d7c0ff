import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import type { Nudged, Restraint } from '../habits/types.ts';
import { painObjection, restraintOf } from '../pain/objection.ts';
import { addDays, type LocalDate } from '../time/local.ts';
import type { Diary } from './facts.ts';
import { readDiary, STREAK_DAYS, todayOf } from './read-diary.ts';
import { isStopDay, type Streaks, streaks } from './streak-rules.ts';

/** What an athlete's diary has to say beside one answer. */
export interface Standing {
  /** What pain has against words about training on a local day. */
  restraint(habit: Nudged, day: LocalDate): Promise<Restraint>;
  /** The streaks as they stand today; null on a red day and while a warning sign is open (handbook, Never 4). */
  streaks(): Promise<Streaks | null>;
}

/** Reads the diary once, with the first question: ask when all that belongs in it is saved. */
export function standingOf(context: AthleteContext): Standing {
  const { app, athlete } = context;
  const today = todayOf(context);
  let reading: Promise<Diary> | null = null;
  const diary = (): Promise<Diary> => {
    reading = reading ?? readDiary(context, today);
    return reading;
  };
  return {
    async restraint(habit, day) {
      const isRead = addDays(today, -STREAK_DAYS) <= day && day <= today;
      if (!isRead) return await painObjection(app)(ownerOf(athlete), habit, [day]);
      const { flags, reports } = await diary();
      const lights = reports.filter(({ localDate }) => localDate === day).map(({ light }) => light);
      return restraintOf(habit, { isFlagged: flags.some(({ to }) => to === null), lights });
    },
    async streaks() {
      const read = await diary();
      return isStopDay(read, today) ? null : streaks(read, today);
    },
  };
}
