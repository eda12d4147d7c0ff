import { randomUUID } from 'node:crypto';
import type { App, AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { UserError } from '../faults.ts';
import { listSessionReminders } from '../reminders/store.ts';
import { localDate } from '../time/local.ts';
import { describeSession, type LoggedSession, type Silence } from './describe-session.ts';
import { followUpOf, isFollowed, planStretching, stretchPlanning } from './plan-stretch.ts';
import { answeredAt, takesModality } from './rules.ts';
import {
  countSessions,
  deleteSession,
  findLastSession,
  findSession,
  findSessionByInteraction,
  insertSession,
  type Session,
  type SessionChanges,
  type SessionEntry,
  updateSession,
} from './store.ts';

/**
 * Saves a session and plans the stretch reminder that follows it, all or nothing. The same press or form twice
 * is one session. A session of an earlier day, and one that was stretched after, gets no reminder; a second session
 * of the day takes the reminder over from the first.
 */
export async function logSession(
  context: AthleteContext,
  interactionId: string,
  entry: SessionEntry,
  silence: Silence,
): Promise<LoggedSession> {
  const { app, club, athlete, now } = context;
  const owner = ownerOf(athlete);
  const { db } = app.database;
  const zone = zoneOf(athlete, club);
  const today = localDate(now, zone);
  const followers = entry.localDate === today ? await listSessionReminders(db, owner, today) : [];
  const visibility = athlete.sharing;
  const answered = { ...NOT_ANSWERED, ...answeredAt(null, entry, now) };
  const once = { id: randomUUID(), interactionId, loggedAt: now, visibility };
  const fresh = { ...entry, ...answered, ...owner, ...once };
  try {
    // Nothing to take over from an earlier session: one write, instead of a transaction that looks around.
    if (followers.length === 0 || (await countSessions(db, owner, today, today)) === 0) {
      const followUps = isFollowed(fresh, zone) ? followers.map((each) => followUpOf(fresh, each)) : [];
      const session = await insertSession(db, fresh, followUps);
      return await describeSession(app, owner, session, silence, followUps[0]?.dueAt ?? null);
    }
    const session = await app.database.transaction(async (tx) => {
      const inserted = await insertSession(tx, fresh, []);
      await planStretching(tx, stretchPlanning(context), [entry.localDate]);
      return inserted;
    });
    return await describeSession(app, owner, session, silence);
  } catch (error) {
    const known = isDuplicate(error) && (await findSessionByInteraction(db, owner, interactionId));
    if (!known) throw error;
    return await describeSession(app, owner, known, silence);
  }
}

/** The last session of this athlete, for "same as last time". */
export async function lastSession(app: App, athlete: Athlete): Promise<Session | null> {
  return await findLastSession(app.database.db, ownerOf(athlete));
}

/** One of this athlete's sessions. Throws `stale` when it is gone. */
export async function openSession(app: App, athlete: Athlete, id: string): Promise<Session> {
  const session = await findSession(app.database.db, ownerOf(athlete), id);
  if (session === null) throw new UserError({ code: 'stale' });
  return session;
}

/**
 * Changes a session, notes when its habits were answered, and plans the stretch reminders of its day anew. Only a type
 * that takes a modality keeps one. Throws `stale` when it is gone.
 */
export async function changeSession(
  context: AthleteContext,
  id: string,
  changes: Partial<SessionEntry>,
  silence: Silence,
): Promise<LoggedSession> {
  const { app, athlete, now } = context;
  const owner = ownerOf(athlete);
  const session = await app.database.transaction(async (tx) => {
    const before = await findSession(tx, owner, id);
    const changed =
      before && (await updateSession(tx, owner, id, { ...changes, ...follows(before, changes, now) }, now));
    if (!changed) throw new UserError({ code: 'stale' });
    await planStretching(tx, stretchPlanning(context), [before.localDate, changed.localDate]);
    return changed;
  });
  return await describeSession(app, owner, session, silence);
}

/** Notes that nothing hurt in a session; said twice, the first time stays. Throws `stale` when it is gone. */
export async function noteNoPain(
  { app, athlete, now }: AthleteContext,
  id: string,
  silence: Silence,
): Promise<LoggedSession> {
  const owner = ownerOf(athlete);
  const session = await app.database.transaction(async (tx) => {
    const before = await findSession(tx, owner, id);
    return before?.painFreeAt ? before : await updateSession(tx, owner, id, { painFreeAt: now }, now);
  });
  if (session === null) throw new UserError({ code: 'stale' });
  return await describeSession(app, owner, session, silence);
}

/**
 * Takes a session back with what would follow it, and gives what it was; an earlier one of the day is followed again.
 * Throws `stale` when it is gone.
 */
export async function undoSession(context: AthleteContext, id: string): Promise<Session> {
  const { app, athlete } = context;
  const owner = ownerOf(athlete);
  return await app.database.transaction(async (tx) => {
    const session = await findSession(tx, owner, id);
    if (session === null) throw new UserError({ code: 'stale' });
    // Before it goes: its reminders, which go with it, tell whether the earlier one's is still wanted.
    await planStretching(tx, stretchPlanning(context), [session.localDate], id);
    if (!(await deleteSession(tx, owner, id))) throw new UserError({ code: 'stale' });
    return session;
  });
}

const NOT_ANSWERED = { warmupAt: null, coreAt: null, stretchAt: null };

/** What changes with the changes. */
function follows(before: Session, changes: Partial<SessionEntry>, now: Date): SessionChanges {
  const hasModality = takesModality(changes.type ?? before.type);
  return { ...answeredAt(before, changes, now), ...(hasModality ? {} : { modality: null }) };
}
