// Which sessions can be compared for a habit, and on which side they stand (handbook §8).
import type { LocalDate } from '../time/calendar.ts';
import { EVER, exposuresOf } from './habit-rules.ts';
import { findReports, indexReports, outcomeOf } from './outcome-rules.ts';
import { type Diary, type DiarySession, HABITS, type Habit, type Row, type SessionType } from './types.ts';

/** A session that is compared. */
export interface CountedRow extends Row {
  readonly session: DiarySession;
}

/** The sessions of one class that can be compared for a habit, oldest first, and why others are left out. */
export interface HabitRows {
  readonly rows: readonly CountedRow[];
  /** The habit's answer, or what it is reckoned from, is missing. */
  readonly unanswered: number;
  /** It was noted after the pain, so it cannot be said to have gone before it. */
  readonly late: number;
}

/** What one class of sessions says. */
export interface ClassRows {
  readonly type: SessionType;
  /** Sessions of the class in the days that are read. */
  readonly sessions: number;
  /** Of these, how many nothing was said about, or too little to tell whether pain rose. */
  readonly nothingSaid: number;
  readonly habits: Readonly<Record<Habit, HabitRows>>;
}

/** The days whose sessions count, both included; earlier ones are only looked back at. */
export interface Days {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/**
 * The rows of one class. A habit counts as answered only where it was noted before the outcome (handbook §8): it is
 * worked out from what was known by then, and again from all that is known now, and a session on which the two
 * differ is left out as noted late.
 */
export function readClass(diary: Diary, type: SessionType, days: Days): ClassRows {
  const { sessions } = diary;
  const reports = findReports(sessions, type, indexReports(diary.reports));
  const exposures = exposuresOf(diary, type);
  const habits = Object.fromEntries(
    HABITS.map((habit) => [habit, { rows: [] as CountedRow[], unanswered: 0, late: 0 }]),
  ) as Record<Habit, { rows: CountedRow[]; unanswered: number; late: number }>;
  let inDays = 0;
  let nothingSaid = 0;
  for (const [index, session] of sessions.entries()) {
    if (session.type !== type || session.localDate < days.first || session.localDate > days.last) continue;
    inDays += 1;
    const { event, notedAt } = outcomeOf(session, reports.get(session.id) ?? []);
    if (event === null || notedAt === null) {
      nothingSaid += 1;
      continue;
    }
    for (const habit of HABITS) {
      const known = exposures[habit](index, EVER);
      const inTime = exposures[habit](index, notedAt.getTime());
      if (known === null) habits[habit].unanswered += 1;
      else if (inTime !== known) habits[habit].late += 1;
      else habits[habit].rows.push({ session, exposed: known, event });
    }
  }
  return { type, sessions: inDays, nothingSaid, habits };
}
