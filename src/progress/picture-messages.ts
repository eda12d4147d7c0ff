/** The words in the pictures of `/me`, and the same numbers as alternative text. */

import { bestLabel, distanceLabel, timeLabel } from '../bests/messages.ts';
import { TEMPO_PERCENT } from '../bests/rules.ts';
import { addDays, type LocalDate, WEEKDAYS } from '../time/local.ts';
import { showShortDate } from '../time/show.ts';
import type { Habit } from './habit-rules.ts';
import type { DayLight, PainDay } from './pain-rules.ts';
import type { Progress } from './show-progress.ts';

/** What habits are called in pictures. */
export const HABIT_WORDS: Readonly<Record<Habit, string>> = {
  warmup: 'Warm-up',
  core: 'Core',
  stretch: 'Stretch',
};

/** The lane of sessions. */
export const SESSIONS_WORD = 'Sessions';

const LIGHT_WORDS: Readonly<Record<DayLight, string>> = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  none: 'no light',
};

/** What a day's mark means; a 0 without a light is "nothing hurt". */
export function lightWord(light: DayLight, pain: readonly PainDay[]): string {
  const isPainFree = light === 'none' && pain.every((day) => day.light !== 'none' || day.pain === 0);
  return isPainFree ? 'nothing hurt' : LIGHT_WORDS[light];
}

/** What the marks of a habit mean. */
export const HABIT_MEANINGS = { done: 'done', 'not-done': 'not done', 'not-said': 'not said' } as const;

/** What the marks of a pace mean (handbook §6). */
export const PACE_MEANINGS = {
  tempo: `${TEMPO_PERCENT.slowest} to ${TEMPO_PERCENT.fastest} %`,
  'too-fast': 'too fast for tempo',
  slower: 'slower',
} as const;

/** What the parts of a week's bar mean. */
export const TEMPO_MEANINGS = { painFree: 'before pain began', notSaid: 'pain not said' } as const;

/** Under the last day. */
export const TODAY = 'today';

/** Above pain by day. */
export const PAIN_HEADING = {
  title: 'Pain by day',
  lines: ['The highest number of each day. A gap: nothing said.'],
} as const;

/** Above tempo by week. */
export const TEMPO_HEADING = {
  title: 'Pain-free tempo, metres a week',
  lines: ['The number under a week: metres before pain began.'],
} as const;

/** Above the habits. */
export const HABIT_HEADING = {
  title: 'Habits by day',
  lines: ['A row is a week, Monday to Sunday.'],
} as const;

/** What the pace picture is about, with the bests that it is measured against. */
export function paceHeading({ pace, bests }: Progress) {
  const used = bests.filter(({ metres }) => pace.some((point) => point.metres === metres));
  const against = used.slice(0, 3).map(bestLabel).join(', ');
  return {
    title: 'Tempo pace, % of best speed',
    lines: ['The fastest timed rep of each session, against your best:', `${against}.`],
  };
}

/** "1.8k" for 1,800: there is no room for more above a bar. */
export function shortMetres(metres: number): string {
  return metres < 1000 ? `${metres}` : `${Math.round(metres / 100) / 10}k`;
}

/** "68 %". */
export function percentLabel(percent: number): string {
  return `${Math.round(percent)} %`;
}

/** Discord's limit for alternative text, in characters. */
const MOST = 1024;

/** Every day's number by week, and how often sessions and habits were there. */
export function painAlt(progress: Progress): string {
  const { pain, mondays, sessionDays, today } = progress;
  const byDay = new Map(pain.map((day) => [day.localDate, day]));
  const weeks = mondays.flatMap((monday) => {
    const days = daysOfWeek(monday, today).map((date) => byDay.get(date));
    if (days.every((day) => day === undefined)) return [];
    return [
      `${showShortDate(monday)}: ${days.map((day) => (day ? `${day.pain}${LETTERS[day.light]}` : '–')).join(' ')}`,
    ];
  });
  const counts = (['warmup', 'core', 'stretch'] as const).map((habit) => {
    return `${HABIT_WORDS[habit].toLowerCase()} done on ${count(progress, habit, 'done')}`;
  });
  return clipped([
    'Pain by day, the highest number; a amber, r red, – nothing said. By week from Monday:',
    `${weeks.join('; ')}.`,
    `Under it: sessions on ${sessionDays.size} days, ${counts.join(', ')}.`,
  ]);
}

const LETTERS: Readonly<Record<DayLight, string>> = { green: '', amber: 'a', red: 'r', none: '' };

/** Metres of every week with tempo. */
export function tempoAlt({ tempo }: Progress): string {
  const weeks = tempo.flatMap(({ monday, painFree, notSaid }) => {
    const said = painFree === null ? [] : [distanceLabel(painFree)];
    const open = notSaid === null ? [] : [`${distanceLabel(notSaid)} not said`];
    const words = [...said, ...open].join(' and ');
    return words === '' ? [] : [`${showShortDate(monday)}: ${words}`];
  });
  return clipped([
    'Bars of tempo metres before pain began, a week each; “not said”: nothing was said about pain.',
    `${weeks.join('; ')}.`,
  ]);
}

/** How often each habit was done, not done and not said. */
export function habitAlt(progress: Progress): string {
  const { mondays, today, habits } = progress;
  const lines = (['warmup', 'core', 'stretch'] as const).map((habit) => {
    const rows = mondays.map((monday) => {
      return daysOfWeek(monday, today).filter((date) => habits[habit].get(date) === 'done').length;
    });
    const [done, not] = [count(progress, habit, 'done'), count(progress, habit, 'not-done')];
    return `${HABIT_WORDS[habit]}: done on days: ${done}, not done: ${not}, else not said; done by week ${rows.join(' ')}.`;
  });
  const [first = today] = mondays;
  return clipped([`Habits by day, 12 weeks from ${showShortDate(first)}.`, ...lines]);
}

/** Every session's pace, the latest last. */
export function paceAlt({ pace }: Progress): string {
  const { slowest, fastest } = TEMPO_PERCENT;
  const head = `Pace of tempo sessions in % of best speed, with the band from ${slowest} to ${fastest} %.`;
  const points = pace.map(({ localDate, metres, seconds, percent }) => {
    return `${showShortDate(localDate)} ${distanceLabel(metres)} ${timeLabel(seconds)} ${percentLabel(percent)}`;
  });
  let kept = points;
  while (kept.join('; ').length > MOST - head.length - 40) kept = kept.slice(1);
  const earlier = points.length - kept.length;
  return clipped([head, ...(earlier > 0 ? [`${earlier} earlier, then:`] : []), `${kept.join('; ')}.`]);
}

function daysOfWeek(monday: LocalDate, today: LocalDate): LocalDate[] {
  return WEEKDAYS.map((_, index) => addDays(monday, index)).filter((date) => date <= today);
}

function count({ habits }: Progress, habit: Habit, answer: 'done' | 'not-done'): number {
  return [...habits[habit].values()].filter((each) => each === answer).length;
}

function clipped(parts: readonly string[]): string {
  return parts.join(' ').slice(0, MOST);
}
