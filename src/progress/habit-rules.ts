// Habits by day: done, not done, or not said, which is never "not done".
import type { LocalDate } from '../time/local.ts';
import type { Diary, SessionFact } from './facts.ts';

/** The three habits that `/me` shows. */
export const HABITS = ['warmup', 'core', 'stretch'] as const;
export type Habit = (typeof HABITS)[number];

/** What was said about a habit. */
export type Answer = 'done' | 'not-done';

/** By local day; a day that is not in it was not answered. */
export type HabitDays = ReadonlyMap<LocalDate, Answer>;

/** What a session says about a habit; "stretch later" says nothing yet, and a core session is core work. */
export function answerOf(session: SessionFact, habit: Habit): Answer | null {
  if (habit === 'warmup') return of(session.warmup === null ? null : session.warmup !== 'none');
  if (habit === 'core') return of(session.type === 'core' ? true : session.core);
  return of(session.stretch === null || session.stretch === 'later' ? null : session.stretch === 'yes');
}

function of(answer: boolean | null): Answer | null {
  return answer === null ? null : answer ? 'done' : 'not-done';
}

/** One habit by day: done once is done, whatever else the day's sessions say. */
export function habitDays({ sessions, habits }: Pick<Diary, 'sessions' | 'habits'>, habit: Habit): HabitDays {
  const days = new Map<LocalDate, Answer>();
  for (const session of sessions) {
    const answer = answerOf(session, habit);
    if (answer !== null && days.get(session.localDate) !== 'done') days.set(session.localDate, answer);
  }
  for (const mark of habits) if (mark.habit === habit) days.set(mark.localDate, 'done');
  return days;
}
