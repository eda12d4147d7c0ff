/**
 * Streaks of habits that rest, pain and illness never break, and that never reward training through pain
 * (handbook, Never 4). A fixed club rule, not medical evidence [D].
 */
import { RED_LIGHTS } from '../pain/types.ts';
import { addDays, type LocalDate, mondayOf } from '../time/local.ts';
import type { Diary } from './facts.ts';
import { answerOf, type Habit } from './habit-rules.ts';

/** How long each habit has been kept. */
export interface Streaks {
  /** Sessions in a row. */
  readonly warmup: number;
  /** Sessions in a row. */
  readonly stretch: number;
  /** Weeks in a row, Monday to Sunday, with core work at least once. */
  readonly core: number;
}

/** The three streaks as they stand today. */
export function streaks(diary: Diary, today: LocalDate): Streaks {
  return {
    warmup: sessionStreak(diary, 'warmup'),
    stretch: sessionStreak(diary, 'stretch'),
    core: coreStreak(diary, today),
  };
}

/** Whether a warning sign was open on this day. */
function isFlagged({ flags }: Pick<Diary, 'flags'>, date: LocalDate): boolean {
  return flags.some(({ from, to }) => from <= date && (to === null || date <= to));
}

/** Whether today is red or a warning sign is still open: nothing is rewarded and no pace is named (handbook, Never 2, 4). */
export function isStopDay({ flags, reports }: Pick<Diary, 'flags' | 'reports'>, today: LocalDate): boolean {
  return (
    flags.some(({ to }) => to === null) ||
    reports.some(({ localDate, light }) => localDate === today && RED_LIGHTS.includes(light))
  );
}

/**
 * Sessions in a row with a habit. Only an answered "no" ends the row; what was not answered, and sessions of a day
 * with any light but green or with an open warning sign, are passed over.
 */
function sessionStreak(diary: Diary, habit: Exclude<Habit, 'core'>): number {
  const sore = new Set(diary.reports.filter(({ light }) => light !== 'green').map((each) => each.localDate));
  const marked = new Set(diary.habits.filter((each) => each.habit === habit).map((each) => each.localDate));
  let row = 0;
  for (const session of diary.sessions.toReversed()) {
    const { localDate } = session;
    if (sore.has(localDate) || isFlagged(diary, localDate)) continue;
    const answer = marked.has(localDate) ? 'done' : answerOf(session, habit);
    if (answer === 'not-done') return row;
    if (answer === 'done') row += 1;
  }
  return row;
}

/**
 * Weeks in a row with core work, up to this one. A week with a red light or an open warning sign is passed over, and
 * so is one without a session in which no core work was noted; the running week counts once it has core work.
 */
function coreStreak(diary: Diary, today: LocalDate): number {
  const { sessions, habits, reports } = diary;
  const trained = new Set(sessions.map(({ localDate }) => mondayOf(localDate)));
  const done = new Set([
    ...sessions.filter((each) => answerOf(each, 'core') === 'done').map((each) => mondayOf(each.localDate)),
    ...habits.filter(({ habit }) => habit === 'core').map(({ localDate }) => mondayOf(localDate)),
  ]);
  const red = new Set(
    reports.filter(({ light }) => RED_LIGHTS.includes(light)).map((each) => mondayOf(each.localDate)),
  );
  const first = [...trained, ...done].sort()[0];
  const current = mondayOf(today);
  let row = 0;
  for (let week = current; first !== undefined && week >= first; week = addDays(week, -7)) {
    if (red.has(week) || isFlaggedInWeek(diary, week)) continue;
    if (done.has(week)) row += 1;
    else if (trained.has(week) && week !== current) return row;
  }
  return row;
}

function isFlaggedInWeek({ flags }: Diary, monday: LocalDate): boolean {
  const sunday = addDays(monday, 6);
  return flags.some(({ from, to }) => from <= sunday && (to === null || to >= monday));
}
