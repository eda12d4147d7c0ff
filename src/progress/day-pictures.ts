/** The two pictures of single days: pain with what was done, and the habits. */
import { dayTimelineChart } from '../charts/day-timeline.ts';
import type { Chart } from '../charts/draw-chart.ts';
import { habitCalendarChart } from '../charts/habit-calendar.ts';
import type { Mark } from '../charts/marks.ts';
import type { Theme } from '../charts/theme.ts';
import { addDays, daysBetween } from '../time/local.ts';
import { showShortDate } from '../time/show.ts';
import { HABITS, type Habit } from './habit-rules.ts';
import type { DayLight } from './pain-rules.ts';
import { DAYS, dayOf, ticksOf } from './picture-days.ts';
import * as words from './picture-messages.ts';
import type { Progress } from './show-progress.ts';

/** Pain by day with sessions and habits on the same days. */
export function painChart(progress: Progress, theme: Theme): Chart {
  const { pain, sessionDays, habits } = progress;
  const lights = lightMarks(theme);
  const done = { shape: 'square', colour: theme.blue, size: [2.6, 12] } as const;
  const notDone = { shape: 'circle', colour: theme.muted, size: 3 } as const;
  const lane = (habit: Habit) => ({
    label: words.HABIT_WORDS[habit],
    marks: [...habits[habit]].map(([date, answer]) => ({
      ...{ day: dayOf(progress, date), mark: answer === 'done' ? done : notDone },
    })),
  });
  const session = { ...done, colour: theme.text };
  const sessions = {
    label: words.SESSIONS_WORD,
    marks: [...sessionDays].map((date) => ({
      ...{ day: dayOf(progress, date), mark: session },
    })),
  };
  const shown = LIGHTS.filter((light) => pain.some((day) => day.light === light));
  return dayTimelineChart(
    {
      ...{ heading: words.PAIN_HEADING, days: DAYS, ticks: ticksOf(progress) },
      numbers: pain.map(({ localDate, pain: value, light }) => ({
        ...{ day: dayOf(progress, localDate), value, mark: lights[light] },
      })),
      lanes: [sessions, ...HABITS.map(lane)],
      meanings: [
        shown.map((light) => ({ mark: lights[light], label: words.lightWord(light, pain) })),
        [
          { mark: done, label: words.HABIT_MEANINGS.done },
          { mark: notDone, label: words.HABIT_MEANINGS['not-done'] },
        ],
      ],
    },
    theme,
  );
}

const LIGHTS: readonly DayLight[] = ['green', 'amber', 'red', 'none'];

function lightMarks(theme: Theme): Readonly<Record<DayLight, Mark>> {
  return {
    green: { shape: 'circle', colour: theme.green, size: 7.5 },
    amber: { shape: 'triangle', colour: theme.amber, size: 9 },
    red: { shape: 'square', colour: theme.red, size: 8 },
    none: { shape: 'circle', colour: theme.muted, size: 6.5, hollow: true },
  };
}

/** Habits by day. */
export function habitChart({ habits, mondays, today }: Progress, theme: Theme): Chart {
  const marks: Readonly<Record<keyof typeof words.HABIT_MEANINGS, Mark>> = {
    done: { shape: 'circle', colour: theme.blue, size: 10.5 },
    'not-done': { shape: 'circle', colour: theme.muted, size: 8, hollow: true },
    'not-said': { shape: 'circle', colour: theme.muted, size: 2 },
  };
  const [first = today] = mondays;
  const days = Array.from({ length: daysBetween(first, today) + 1 }, (_, day) => addDays(first, day));
  return habitCalendarChart(
    {
      heading: words.HABIT_HEADING,
      days: [first, addDays(first, DAYS - 1)],
      weeks: mondays.map((monday, index) => (index % 2 === 1 ? showShortDate(monday) : '')),
      calendars: HABITS.map((habit) => ({
        label: words.HABIT_WORDS[habit],
        marks: days.map((date) => ({ date, mark: marks[habits[habit].get(date) ?? 'not-said'] })),
      })),
      meanings: Object.entries(words.HABIT_MEANINGS).map(([answer, label]) => ({
        ...{ mark: marks[answer as keyof typeof marks], label },
      })),
    },
    theme,
  );
}
