import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import { listOpenFlags } from '../pain/screen-store.ts';
import { type LocalDate, localDate, monthsBefore } from '../time/local.ts';
import { type Absence, absenceOf } from './absence-rules.ts';
import { type ClassRows, readClass } from './exposure-rules.ts';
import {
  type ClassCount,
  classesOf,
  countedDays,
  type HabitInsight,
  insightsOf,
  isOffered,
} from './insight-rules.ts';
import { absenceNotice } from './notice-absence.ts';
import { type Remedy, remediesOf } from './remedy-rules.ts';
import { listTrials, loadDiary } from './store.ts';
import { isBarred, isRunning, shownTrial, type TrialCourse, trialCourse } from './trial-rules.ts';
import type { Diary, Habit, SessionType } from './types.ts';

/** What `/insights` shows of one class of sessions. */
export interface InsightsView {
  /** The classes that there are, the one with most sessions first; empty: nothing is logged that counts. */
  readonly classes: readonly ClassCount[];
  /** Null with no classes. */
  readonly rows: ClassRows | null;
  /** The first day that counts, where sessions of the class lie before it; null: all of them count. */
  readonly since: LocalDate | null;
  readonly insights: readonly HabitInsight[];
  readonly trial: TrialCourse | null;
  /** The habit that a trial is offered for; null: none, one is running, or a warning sign is open. */
  readonly offer: Habit | null;
  /** A warning sign is open: no advice until a clinician has reviewed it (handbook §2). */
  readonly isFlagged: boolean;
  readonly remedies: readonly Remedy[];
  readonly absence: Absence | null;
}

/** What went before an athlete's pain in one class of sessions (handbook §8): the one asked for, or the one with most sessions. */
export async function showInsights(
  context: AthleteContext,
  wanted: SessionType | null,
): Promise<InsightsView> {
  const { diary, ...view } = await lookThrough(context, wanted);
  return { ...view, absence: await absenceFor(context, diary, view.isFlagged) };
}

/** What is shown, before anything counts as said, with the diary that it was read from. */
export async function lookThrough(
  { app, club, athlete, now }: AthleteContext,
  wanted: SessionType | null,
): Promise<Omit<InsightsView, 'absence'> & { readonly diary: Diary }> {
  const { db } = app.database;
  const owner = ownerOf(athlete);
  const today = localDate(now, zoneOf(athlete, club));
  const days = countedDays(today, club.retentionMonths);
  const [diary, trials, flags] = await Promise.all([
    loadDiary(db, owner, monthsBefore(today, club.retentionMonths)),
    listTrials(db, owner),
    listOpenFlags(db, owner),
  ]);
  const classes = classesOf(diary, days);
  const type = wanted ?? classes[0]?.type ?? null;
  const rows = type === null ? null : readClass(diary, type, days);
  const isCut = diary.sessions.some((each) => each.type === type && each.localDate < days.first);
  const since = isCut ? days.first : null;
  const insights = rows === null ? [] : insightsOf(rows);
  const shown = type === null ? null : shownTrial(trials, type, days);
  const trial = shown && rows ? trialCourse(shown, rows.habits[shown.habit].rows) : null;
  const isFlagged = flags.length > 0;
  const mayOffer = !isFlagged && (trial === null || !isRunning(trial));
  const offered = insights.find((each) => isOffered(each) && !isBarred(each.habit, athlete.fracture));
  const offer = mayOffer ? (offered?.habit ?? null) : null;
  return {
    diary,
    classes,
    rows,
    since,
    insights,
    trial,
    offer,
    isFlagged,
    remedies: remediesOf(diary, days),
  };
}

/** Said all through the day on which it was first said, however often the insights are looked at. */
async function absenceFor(
  context: AthleteContext,
  diary: Diary,
  isFlagged: boolean,
): Promise<Absence | null> {
  const { club, athlete, now } = context;
  const today = localDate(now, zoneOf(athlete, club));
  if (athlete.preferences.absenceToldOn !== today) return await absenceNotice(context, diary);
  return isFlagged ? null : absenceOf(diary, today);
}
