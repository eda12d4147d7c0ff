import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import { type Preferences, savePreferences } from '../athletes/store.ts';
import { UserError } from '../faults.ts';
import { addDays, localDate } from '../time/local.ts';
import {
  type Answers,
  asksMind,
  asksWhatIsUp,
  type Entry,
  USUAL_DAYS,
  type Usual,
  usualFor,
} from './rules.ts';
import { findCheckIn, findLastWeeklyProblem, listCheckIns, saveCheckIn } from './store.ts';
import { isWeeklyDue } from './weekly-rules.ts';

/** What the form of a day opens with. */
export interface OpenCheckIn {
  /** The athlete's local day. */
  readonly day: string;
  /** What was answered already; null: nothing yet. */
  readonly answered: Answers | null;
  /** Whether stress and mood are asked. */
  readonly asksMind: boolean;
}

/** A saved morning and what there is to say about it. */
export interface SavedCheckIn {
  readonly entry: Entry;
  readonly usual: Usual;
  /** Two check-ins running were well below the usual (handbook §5). */
  readonly asksWhatIsUp: boolean;
  /** The weekly questions are wanted and due (handbook §3). */
  readonly isWeeklyDue: boolean;
}

/** Today's check-in, filled with what was answered already. */
export async function openCheckIn(context: AthleteContext): Promise<OpenCheckIn> {
  const day = todayOf(context);
  const answered = await findCheckIn(context.app.database.db, ownerOf(context.athlete), day);
  return { day, answered, asksMind: mindOf(context) };
}

/**
 * Saves the check-in of a day; a second one of the day changes it. Taken on the day and, for a form that midnight
 * overtook, on the day after [D]; throws `stale` later.
 */
export async function checkIn(
  context: AthleteContext,
  interactionId: string,
  day: string,
  answers: Answers,
): Promise<SavedCheckIn> {
  const { app, athlete, now } = context;
  const { db } = app.database;
  const owner = ownerOf(context.athlete);
  const today = todayOf(context);
  if (day !== today && day !== addDays(today, -1)) throw new UserError({ code: 'stale' });
  await saveCheckIn(db, owner, day, answers, { interactionId, at: now, visibility: athlete.sharing });
  // The check-in before this one lies within its 28 days, and is held against its own 28.
  const others = await listCheckIns(db, owner, addDays(day, -2 * USUAL_DAYS), addDays(day, -1));
  const entry = { localDate: day, ...answers };
  const last = await findLastWeeklyProblem(db, owner);
  const answeredOn = last && localDate(last.answeredAt, zoneOf(athlete, context.club));
  return {
    entry,
    usual: usualFor(entry, others),
    asksWhatIsUp: asksWhatIsUp(entry, others),
    isWeeklyDue: isWeeklyDue(athlete.preferences.weeklyQuestions, answeredOn, today),
  };
}

/** Switches stress and mood, or the weekly questions, on or off. */
export async function chooseQuestions(
  { app, athlete }: AthleteContext,
  changes: Partial<Pick<Preferences, 'asksMind' | 'weeklyQuestions'>>,
): Promise<void> {
  await savePreferences(app.database.db, athlete.clubId, athlete.id, changes);
}

/** The athlete's local day now. */
export function todayOf({ athlete, club, now }: AthleteContext): string {
  return localDate(now, zoneOf(athlete, club));
}

function mindOf({ athlete }: AthleteContext): boolean {
  return asksMind({ ageGroup: athlete.ageGroup, chosen: athlete.preferences.asksMind });
}
