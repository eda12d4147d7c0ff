import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { completeReport, type PainAnswer } from '../pain/report-pain.ts';
import type { PainEntry } from '../pain/store.ts';
import { changeReport, forgetScreen } from './change-store.ts';
import { openEntry } from './open-history.ts';
import { asksAnew, mendable } from './rules.ts';

/**
 * Gives a report other numbers and judges it anew, with the warning signs asked where they are due (handbook §1), also
 * when they were answered at milder numbers. Until it is judged it has no light. Null: it must stay as it is. Throws
 * `stale` when it is gone.
 */
export async function mendReport(
  context: AthleteContext,
  id: string,
  entry: PainEntry & { readonly now: number },
): Promise<PainAnswer | null> {
  const { db } = context.app.database;
  const owner = ownerOf(context.athlete);
  const before = mendable(await openEntry(context, { kind: 'report', id }));
  if (before === null) return null;
  if (!(await changeReport(db, owner, id, entry, context.now))) return null;
  const answer = await completeReport(context, id, { now: entry.now });
  if (!asksAnew(before.facts, { kinds: entry.kinds, light: answer.result.light })) return answer;
  await forgetScreen(db, owner, id);
  return await completeReport(context, id, { now: entry.now });
}
