import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { savePreferences } from '../athletes/store.ts';
import { type BestTime, listBestTimes } from '../bests/store.ts';
import type { ThemeName } from '../charts/theme.ts';
import type { LocalDate } from '../time/local.ts';
import type { Diary } from './facts.ts';
import { type Habit, type HabitDays, habitDays } from './habit-rules.ts';
import { type PacePoint, pacePoints } from './pace-rules.ts';
import { type PainDay, painByDay } from './pain-rules.ts';
import { lastMondays } from './period-rules.ts';
import { readDiary, todayOf } from './read-diary.ts';
import { isStopDay, type Streaks, streaks } from './streak-rules.ts';
import { type TempoWeek, tempoWeeks, usualMetres } from './tempo-rules.ts';

/** All that `/me` shows of an athlete's last 12 weeks. */
export interface Progress {
  readonly today: LocalDate;
  /** Mondays of the 12 weeks, the running one last. */
  readonly mondays: readonly LocalDate[];
  readonly pain: readonly PainDay[];
  /** Days with a session. */
  readonly sessionDays: ReadonlySet<LocalDate>;
  readonly habits: Readonly<Record<Habit, HabitDays>>;
  readonly tempo: readonly TempoWeek[];
  /** Metres; null: nothing to compare with. */
  readonly usualMetres: number | null;
  readonly pace: readonly PacePoint[];
  readonly bests: readonly BestTime[];
  readonly streaks: Streaks;
  /** A warning sign is open: no training advice (handbook §2). */
  readonly isFlagged: boolean;
  /** Today is red, or a warning sign is open: streaks rest, and no pace is given (handbook, Never 2 and 4). */
  readonly isStopDay: boolean;
  readonly theme: ThemeName;
}

/** What `/me` shows. */
export async function showProgress(context: AthleteContext): Promise<Progress> {
  const { app, athlete } = context;
  const today = todayOf(context);
  const [diary, bests] = await Promise.all([
    readDiary(context, today),
    listBestTimes(app.database.db, ownerOf(athlete)),
  ]);
  const mondays = lastMondays(today);
  const recent = since(diary, mondays[0] ?? today);
  const tempo = tempoWeeks(mondays, recent.sessions, recent.reports);
  return {
    ...{ today, mondays, tempo, bests },
    pain: painByDay(recent.sessions, recent.reports),
    sessionDays: new Set(recent.sessions.map((session) => session.localDate)),
    habits: {
      warmup: habitDays(recent, 'warmup'),
      core: habitDays(recent, 'core'),
      stretch: habitDays(recent, 'stretch'),
    },
    usualMetres: usualMetres(tempo),
    pace: pacePoints(recent.sessions, bests),
    streaks: streaks(diary, today),
    isFlagged: diary.flags.some(({ to }) => to === null),
    isStopDay: isStopDay(diary, today),
    theme: athlete.preferences.pictureTheme,
  };
}

/** Whether a training pace may be named: no warning sign is open, and today is not red (handbook, Never 2). */
export async function mayAdvise(context: AthleteContext): Promise<boolean> {
  const today = todayOf(context);
  return !isStopDay(await readDiary(context, today), today);
}

/** Remembers the colours of an athlete's pictures. */
export async function chooseTheme({ app, athlete }: AthleteContext, theme: ThemeName): Promise<void> {
  await savePreferences(app.database.db, athlete.clubId, athlete.id, { pictureTheme: theme });
}

function since(diary: Diary, first: LocalDate): Diary {
  const isRecent = ({ localDate: date }: { readonly localDate: LocalDate }) => date >= first;
  return {
    sessions: diary.sessions.filter(isRecent),
    reports: diary.reports.filter(isRecent),
    habits: diary.habits.filter(isRecent),
    flags: diary.flags,
  };
}
