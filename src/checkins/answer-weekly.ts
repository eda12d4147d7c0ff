import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { UserError } from '../faults.ts';
import { areaById } from '../pain/areas.ts';
import { mondayOf } from '../time/local.ts';
import { todayOf } from './check-in.ts';
import { findWeeklyProblem, saveWeeklyProblem, type WeeklyProblem } from './store.ts';
import { answersOf, nextQuestion, outcomeOf, type Question, type Step } from './weekly-rules.ts';

/** This week's questions as they begin. */
export interface OpenWeek {
  /** Monday of the week. */
  readonly week: string;
  /** What was answered this week already; null: nothing yet. */
  readonly known: WeeklyProblem | null;
}

/** What comes after an answer: the next question, the week as saved, or that its week is over. */
export type WeeklyStep =
  | {
      readonly step: 'ask';
      readonly week: string;
      readonly area: string;
      readonly given: readonly Step[];
      readonly question: Question;
    }
  | { readonly step: 'saved'; readonly problem: WeeklyProblem }
  | { readonly step: 'over'; readonly week: string };

/** The questions about the week of today. */
export async function openWeek(context: AthleteContext): Promise<OpenWeek> {
  const week = mondayOf(todayOf(context));
  return { week, known: await findWeeklyProblem(context.app.database.db, ownerOf(context.athlete), week) };
}

/** Saves a week without a problem (handbook §3: score 0). */
export async function noProblem(
  context: AthleteContext,
  interactionId: string,
  week: string,
): Promise<WeeklyStep> {
  return await save(context, interactionId, week, null, [0]);
}

/**
 * Takes the answers so far about one area, asks the next question, and saves once the rule has enough. Nothing is kept
 * of a week that was left half answered [D]. Throws `stale` for an area that this version does not know.
 */
export async function answerWeek(
  context: AthleteContext,
  interactionId: string,
  week: string,
  area: string,
  given: readonly Step[],
): Promise<WeeklyStep> {
  if (areaById(area) === undefined) throw new UserError({ code: 'stale' });
  const question = given.length === 0 ? 'participation' : nextQuestion(given);
  if (question === null) return await save(context, interactionId, week, area, given);
  return isThisWeek(context, week) ? { step: 'ask', week, area, given, question } : { step: 'over', week };
}

async function save(
  context: AthleteContext,
  interactionId: string,
  week: string,
  area: string | null,
  given: readonly Step[],
): Promise<WeeklyStep> {
  const { app, athlete, now } = context;
  if (!isThisWeek(context, week)) return { step: 'over', week };
  const answers = answersOf(given);
  const problem = { weekOf: week, area, ...answers, ...outcomeOf(answers) };
  const origin = { interactionId, at: now, visibility: athlete.sharing };
  await saveWeeklyProblem(app.database.db, ownerOf(context.athlete), problem, origin);
  return { step: 'saved', problem: { ...problem, answeredAt: now } };
}

function isThisWeek(context: AthleteContext, week: string): boolean {
  return week === mondayOf(todayOf(context));
}
