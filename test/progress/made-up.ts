/** Made-up progress for tests of pictures and words: the same at every run. */
import type { Diary } from '../../src/progress/facts.ts';
import { habitDays } from '../../src/progress/habit-rules.ts';
import { pacePoints } from '../../src/progress/pace-rules.ts';
import { painByDay } from '../../src/progress/pain-rules.ts';
import { lastMondays } from '../../src/progress/period-rules.ts';
import type { Progress } from '../../src/progress/show-progress.ts';
import { isStopDay, streaks } from '../../src/progress/streak-rules.ts';
import { tempoWeeks, usualMetres } from '../../src/progress/tempo-rules.ts';
import { addDays } from '../../src/time/local.ts';
import { report, session, TODAY } from './diary.ts';

const BESTS = [
  { metres: 100, seconds: 12 },
  { metres: 200, seconds: 24.8 },
];

const WORK = [
  { work: '2x10x100 @17.5 r45', metres: 2000 },
  { work: '10x100 @15.4', metres: 1000 },
  { work: '8x200 @41', metres: 1600 },
] as const;

/** A diary of the last `days` days; `pain`: on no day, on some, or on every day from 0 to 10. */
export function madeUpDiary(days: number, pain: 'none' | 'some' | 'every'): Diary {
  const dates = Array.from({ length: days }, (_, index) => addDays(TODAY, index + 1 - days));
  const sessions = dates.flatMap((date, index) => {
    if (pain !== 'every' && index % 3 === 2) return [];
    const core = [true, false, null][index % 3] ?? null;
    const said = { warmup: (['full', 'none', null] as const)[(index * 7) % 3] ?? null, core };
    const saidPainFree = pain === 'none' && index % 4 !== 0;
    return [session(date, { ...(WORK[index % 3] ?? WORK[0]), ...said, stretch: 'yes', saidPainFree })];
  });
  const reports = dates.flatMap((date, index) => {
    const now = (index * 5) % 11;
    if (pain === 'none' || (pain === 'some' && index % 4 !== 1)) return [];
    const light = now >= 6 ? 'red' : now >= 3 ? 'amber' : 'green';
    return [report(date, { now, light, rep: index % 2 === 0 ? 6 : null })];
  });
  return { sessions, reports, habits: [], flags: [] };
}

/** What `/me` shows of a diary. */
export function progressOf(diary: Diary, said: Partial<Progress> = {}): Progress {
  const mondays = lastMondays(TODAY);
  const recent = diary.sessions.filter(({ localDate }) => localDate >= (mondays[0] ?? TODAY));
  const reports = diary.reports.filter(({ localDate }) => localDate >= (mondays[0] ?? TODAY));
  const tempo = tempoWeeks(mondays, recent, reports);
  const bests = said.bests ?? BESTS;
  return {
    ...{ today: TODAY, mondays, tempo, bests, usualMetres: usualMetres(tempo) },
    pain: painByDay(recent, reports),
    sessionDays: new Set(recent.map(({ localDate }) => localDate)),
    habits: {
      warmup: habitDays({ ...diary, sessions: recent }, 'warmup'),
      core: habitDays({ ...diary, sessions: recent }, 'core'),
      stretch: habitDays({ ...diary, sessions: recent }, 'stretch'),
    },
    pace: pacePoints(recent, bests),
    streaks: streaks(diary, TODAY),
    isFlagged: diary.flags.some(({ to }) => to === null),
    isStopDay: isStopDay(diary, TODAY),
    theme: 'dark',
    ...said,
  };
}
