import { randomUUID } from 'node:crypto';
import type { App, AthleteContext } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { nextForSession } from '../deliveries/store.ts';
import { UserError } from '../faults.ts';
import { listSessionReminders } from '../reminders/store.ts';
import { addDays, localDate, WEEKDAYS, weekday } from '../time/local.ts';
import { followUpOf, isFollowed, planStretching } from './plan-stretch.ts';
import {
  countSessions,
  deleteSession,
  findLastSession,
  findSession,
  findSessionByInteraction,
  hadHabit,
  insertSession,
  type Owner,
  type Session,
  type SessionEntry,
  updateSession,
} from './store.ts';

/** A session with what the answer to its logging says about it. */
export interface LoggedSession {
  readonly session: Session;
  /** Sessions of its week, Monday to Sunday, itself included. */
  readonly inWeek: number;
  /** When the stretch reminder comes; null: none does. */
  readonly stretchAt: Date | null;
}

/**
 * Saves a session and plans the stretch reminder that follows it, all or nothing. The same press or form twice
 * is one session. A session of an earlier day, and one that was stretched after, gets no reminder; a second session
 * of the day takes the reminder over from the first.
 */
export async function logSession(
  { app, club, athlete, now }: AthleteContext,
  interactionId: string,
  entry: SessionEntry,
): Promise<LoggedSession> {
  const owner = ownerOf(athlete);
  const { db } = app.database;
  const zone = zoneOf(athlete, club);
  const today = localDate(now, zone);
  const followers = entry.localDate === today ? await listSessionReminders(db, club.id, athlete.id) : [];
  const visibility = athlete.sharing;
  const fresh = { ...entry, ...owner, id: randomUUID(), interactionId, loggedAt: now, visibility };
  try {
    // Nothing to take over from an earlier session: one write, instead of a transaction that looks around.
    if (followers.length === 0 || (await countSessions(db, owner, today, today)) === 0) {
      const followUps = isFollowed(fresh, zone) ? followers.map((each) => followUpOf(fresh, each)) : [];
      const session = await insertSession(db, fresh, followUps);
      return await describe(app, owner, session, followUps[0]?.dueAt ?? null);
    }
    const session = await app.database.transaction(async (tx) => {
      const inserted = await insertSession(tx, fresh, []);
      await planStretching(tx, owner, zone, [entry.localDate], now);
      return inserted;
    });
    return await describe(app, owner, session);
  } catch (error) {
    const known = isDuplicate(error) && (await findSessionByInteraction(db, owner, interactionId));
    if (!known) throw error;
    return await describe(app, owner, known);
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

/** Changes a session, and plans the stretch reminders of its day anew. Throws `stale` when it is gone. */
export async function changeSession(
  { app, club, athlete, now }: AthleteContext,
  id: string,
  changes: Partial<SessionEntry>,
): Promise<LoggedSession> {
  const owner = ownerOf(athlete);
  const session = await app.database.transaction(async (tx) => {
    const before = await findSession(tx, owner, id);
    const changed = before && (await updateSession(tx, owner, id, changes));
    if (!changed) throw new UserError({ code: 'stale' });
    await planStretching(tx, owner, zoneOf(athlete, club), [before.localDate, changed.localDate], now);
    return changed;
  });
  return await describe(app, owner, session);
}

/**
 * Takes a session back with what would follow it, and gives what it was; an earlier one of the day is followed again.
 * Throws `stale` when it is gone.
 */
export async function undoSession({ app, club, athlete, now }: AthleteContext, id: string): Promise<Session> {
  const owner = ownerOf(athlete);
  return await app.database.transaction(async (tx) => {
    const session = await findSession(tx, owner, id);
    if (session === null || !(await deleteSession(tx, owner, id))) throw new UserError({ code: 'stale' });
    await planStretching(tx, owner, zoneOf(athlete, club), [session.localDate], now);
    return session;
  });
}

/** `planned`: when what follows it is due, if that is known without looking. */
async function describe(
  app: App,
  owner: Owner,
  session: Session,
  planned?: Date | null,
): Promise<LoggedSession> {
  const { db } = app.database;
  const monday = addDays(session.localDate, -WEEKDAYS.indexOf(weekday(session.localDate)));
  const inWeek = await countSessions(db, owner, monday, addDays(monday, 6));
  if (planned !== undefined) return { session, inWeek, stretchAt: planned };
  const next = await nextForSession(db, owner.clubId, session.id);
  const isDone = next !== null && (await hadHabit(db, owner, 'stretch', session.localDate));
  return { session, inWeek, stretchAt: isDone ? null : next };
}

function ownerOf(athlete: Athlete): Owner {
  return { clubId: athlete.clubId, athleteId: athlete.id };
}
