/** The one page of warning signs, and their review (handbook §2). */

import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { UserError } from '../faults.ts';
import { openReport } from './report-pain.ts';
import type { FlagLevel } from './rules.ts';
import { isMorePressing, personOf, screenLists } from './screen.ts';
import { findScreenLevel, insertScreen, raiseScreen, reviewFlags } from './screen-store.ts';
import { groupOf, type PainAnswer, settle } from './settle.ts';
import { findReport } from './store.ts';

/**
 * Stores what came of the page: only the level, never which sign. A second press can raise the level and never lower
 * it: whoever saw themselves in two lists has pressed the more pressing one too. Throws `stale` when the report is
 * gone, or its page has no list of this level.
 */
export async function answerScreen(
  context: AthleteContext,
  reportId: string,
  level: FlagLevel,
): Promise<PainAnswer> {
  try {
    return await saveAnswer(context, reportId, level);
  } catch (error) {
    // Two presses at once: one of them was first, and this one may still raise it.
    if (!isDuplicate(error)) throw error;
    return await saveAnswer(context, reportId, level);
  }
}

async function saveAnswer(context: AthleteContext, reportId: string, level: FlagLevel): Promise<PainAnswer> {
  const owner = ownerOf(context.athlete);
  const answeredAt = context.now;
  return await context.app.database.transaction(async (tx) => {
    const report = await findReport(tx, owner, reportId);
    const lists = report === null ? [] : screenLists(groupOf(report), personOf(context.athlete));
    if (report === null || !(level === 'none' || lists.some((list) => list.level === level)))
      throw new UserError({ code: 'stale' });
    const answered = await findScreenLevel(tx, owner, reportId);
    if (answered === null)
      await insertScreen(tx, owner, { episodeId: report.episodeId, reportId, level, answeredAt });
    else if (isMorePressing(level, answered)) await raiseScreen(tx, owner, reportId, level, answeredAt);
    return await settle(tx, context, reportId);
  });
}

/**
 * The athlete states that a clinician has reviewed the warning signs that were open at a report (handbook §2); a sign
 * that came up later stays open. Throws `stale` when the report is gone.
 */
export async function clearFlags(context: AthleteContext, reportId: string): Promise<void> {
  const report = await openReport(context, reportId);
  await reviewFlags(context.app.database.db, ownerOf(context.athlete), report, context.now);
}
