/** "How is it this morning?": what is to be asked after a painful day, and what each answer saves (handbook §1). */

import type { AnyoneContext, AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Caller } from '../discord/command.ts';
import { UserError } from '../faults.ts';
import { addDays, localDate } from '../time/local.ts';
import { type MorningQuestion, morningNumber, morningQuestionsOf } from './morning-rules.ts';
import { listOpenReports } from './morning-store.ts';
import { deliveryContext } from './own-report.ts';
import { openReport, reportPain } from './report-pain.ts';
import { type PainAnswer, settle } from './settle.ts';
import type { PainEntry, PainReport } from './store.ts';
import { TRENDS, type Trend } from './types.ts';

/** What this athlete is still to be asked this morning, the worst first, at most 5; `/checkin` and the echo show it. */
export async function morningQuestions(context: AthleteContext): Promise<MorningQuestion[]> {
  return (await allQuestions(context)).filter(({ answer }) => answer === null);
}

/** The same with what was answered already, for drawing a message of this morning again. */
async function allQuestions({ app, athlete, club, now }: AthleteContext): Promise<MorningQuestion[]> {
  const today = localDate(now, zoneOf(athlete, club));
  const yesterday = addDays(today, -1);
  const reports = await listOpenReports(app.database.db, ownerOf(athlete), [yesterday, today]);
  return morningQuestionsOf(reports, yesterday, today);
}

/** What an answer came to. */
export interface MorningSaid {
  readonly answer: PainAnswer;
  /** Yesterday's last number, which it was measured against. */
  readonly last: number | null;
  /** All of this morning's questions, as they stand now. */
  readonly questions: readonly MorningQuestion[];
}

/**
 * Saves a morning's answer: one report a morning and area, so a second press, on whichever message, changes nothing and
 * gives the light of the first. Better and Worse are saved without a number, which is asked next. Null: the morning that
 * was asked about has passed, or the episode has ended. Throws `stale` when the report is gone.
 */
export async function answerMorning(
  context: AthleteContext,
  reportId: string,
  typed: string,
): Promise<MorningSaid | null> {
  const trend = TRENDS.find((each) => each === typed);
  if (trend === undefined) throw new UserError({ code: 'stale' });
  const report = await openReport(context, reportId);
  const question = (await allQuestions(context)).find((each) => each.reportId === reportId);
  if (question === undefined) return null;
  const { database } = context.app;
  const answer =
    question.answer === null
      ? await reportPain(context, `morning:${reportId}`, report.area, entryOf(report, trend))
      : await database.transaction((tx) => settle(tx, context, question.answer?.reportId ?? ''));
  return { answer, last: report.now, questions: await allQuestions(context) };
}

/** Opens the question from a public nudge. Throws `stale`, or `not-yours` in another hand. */
export async function openEcho(
  context: AnyoneContext,
  caller: Caller,
  deliveryId: string,
): Promise<readonly MorningQuestion[]> {
  return await allQuestions(await deliveryContext(context, caller, deliveryId));
}

/** "Same" and "worse" keep what yesterday's pain was like; nothing else was said. */
function entryOf(yesterday: PainReport, trend: Trend): PainEntry {
  const goesOn = trend === 'same' || trend === 'worse';
  return {
    phase: 'next-morning',
    now: morningNumber(trend, yesterday.now),
    start: null,
    growing: trend === 'worse',
    strideChanged: goesOn && yesterday.strideChanged,
    kinds: goesOn ? yesterday.kinds : [],
    rep: null,
    notes: null,
    trend,
  };
}
