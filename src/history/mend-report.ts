import type { AthleteContext } from '../app.ts';
import { completeReport, type PainAnswer } from '../pain/report-pain.ts';
import type { PainEntry } from '../pain/store.ts';
import { changeReport } from './change-store.ts';
import { openEntry, ownerOf } from './open-history.ts';
import { mendable } from './rules.ts';

/**
 * Gives a report other numbers and judges it anew, with the warning signs asked where they are due (handbook §1).
 * Until it is judged it has no light. Null: it must stay as it is. Throws `stale` when it is gone.
 */
export async function mendReport(
  context: AthleteContext,
  id: string,
  entry: PainEntry & { readonly now: number },
): Promise<PainAnswer | null> {
  const { app, athlete } = context;
  if (mendable(await openEntry(context, { kind: 'report', id })) === null) return null;
  if (!(await changeReport(app.database.db, ownerOf(athlete), id, entry))) return null;
  return await completeReport(context, id, { now: entry.now });
}
