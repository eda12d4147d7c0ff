import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { UserError } from '../faults.ts';
import { undoSession } from '../sessions/log-session.ts';
import { planStretching, stretchPlanning } from '../sessions/plan-stretch.ts';
import { findSession, type Session } from '../sessions/store.ts';
import { deleteEntry, deleteReport, takeOutSet } from './change-store.ts';
import { openEntry } from './open-history.ts';
import { mayDelete } from './rules.ts';
import type { Entry, EntryKey } from './types.ts';

/** What came of deleting: `held` says that the entry holds a warning sign and stays. */
export interface TakenOut {
  readonly entry: Entry;
  /** The session that it was, to be typed again. */
  readonly session: Session | null;
  readonly held: boolean;
  /** A warning sign is open: nothing green is shown (handbook, Never 2). */
  readonly signOpen: boolean;
}

/**
 * Deletes one of this athlete's entries for good, with what hangs on it: a session's stretch reminder, a report's
 * screen, an episode left without reports. A report with a warning sign that no clinician has reviewed stays. Throws
 * `stale` when it is gone, so a second press changes nothing.
 */
export async function deleteForGood(context: AthleteContext, key: EntryKey): Promise<TakenOut> {
  const { entry, signOpen } = await openEntry(context, key);
  if (entry.kind === 'report' && !mayDelete(entry.facts))
    return { entry, session: null, held: true, signOpen };
  const session = await sessionOf(context, entry);
  if (!(await takeOut(context, entry, 'delete'))) throw new UserError({ code: 'stale' });
  return { entry, session, held: false, signOpen };
}

/** The whole session of an entry that is one; null for others, or when it is gone. */
export async function sessionOf({ app, athlete }: AthleteContext, entry: Entry): Promise<Session | null> {
  return entry.kind === 'session' ? await findSession(app.database.db, ownerOf(athlete), entry.id) : null;
}

/** Takes an entry out; of a set of exercises `undo` takes back only that it was done. False: it was gone, or must stay. */
export async function takeOut(
  context: AthleteContext,
  { kind, id, localDate }: EntryKey & Pick<Entry, 'localDate'>,
  how: 'delete' | 'undo',
): Promise<boolean> {
  if (kind === 'session') return await isUndone(context, id);
  const { app, athlete, now } = context;
  const owner = ownerOf(athlete);
  return await app.database.transaction(async (tx) => {
    if (kind === 'report') return await deleteReport(tx, owner, id);
    if (kind !== 'set') return await deleteEntry(tx, owner, kind, id);
    if (!(await takeOutSet(tx, owner, id, how, now))) return false;
    await planStretching(tx, stretchPlanning(context), [localDate]);
    return true;
  });
}

async function isUndone(context: AthleteContext, id: string): Promise<boolean> {
  try {
    await undoSession(context, id);
    return true;
  } catch (error) {
    if (error instanceof UserError && error.fault.code === 'stale') return false;
    throw error;
  }
}
