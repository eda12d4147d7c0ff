import { randomUUID } from 'node:crypto';
import type { App, AthleteContext } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { cancelForSession, followUp, nextForSession } from '../deliveries/store.ts';
import { UserError } from '../faults.ts';
import { listSessionReminders } from '../reminders/store.ts';
import { addDays, localDate, WEEKDAYS, weekday } from '../time/local.ts';
import {
  countSessions,
  deleteSession,
  findLastSession,
  findSession,
  findSessionByInteraction,
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

const MS_PER_MINUTE = 60_000;

/**
 * Saves a session and plans the stretch reminder that follows it, all or nothing. The same press or form twice
 * is one session. A session of an earlier day, and one that was stretched after, gets no reminder.
 */
export async function logSession(
  { app, club, athlete, now }: AthleteContext,
  interactionId: string,
  entry: SessionEntry,
): Promise<LoggedSession> {
  const owner = ownerOf(athlete);
  const { db } = app.database;
  const today = localDate(now, zoneOf(athlete, club));
  const wantsStretch = entry.localDate === today && entry.stretch !== 'yes' && isTraining(entry);
  const followers = wantsStretch ? await listSessionReminders(db, club.id, athlete.id) : [];
  const id = randomUUID();
  const followUps = followers.map((reminder) =>
    followUp(id, reminder, new Date(now.getTime() + reminder.afterMinutes * MS_PER_MINUTE)),
  );
  try {
    const { sharing: visibility } = athlete;
    const session = await insertSession(
      db,
      { ...entry, ...owner, id, interactionId, loggedAt: now, visibility },
      followUps,
    );
    return await describe(app, owner, session, followUps[0]?.dueAt ?? null);
  } catch (error) {
    const known = isDuplicate(error) && (await findSessionByInteraction(db, owner, interactionId));
    if (!known) throw error;
    return await describe(app, owner, known, await nextForSession(db, club.id, known.id));
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
 * Changes a session. Stretched now, or moved to an earlier day, means that its reminder is called off. Throws `stale`
 * when it is gone.
 */
export async function changeSession(
  { app, club, athlete, now }: AthleteContext,
  id: string,
  changes: Partial<SessionEntry>,
): Promise<LoggedSession> {
  const owner = ownerOf(athlete);
  const session = await app.database.transaction(async (tx) => {
    const changed = await updateSession(tx, owner, id, changes);
    if (changed === null) throw new UserError({ code: 'stale' });
    const isOver = changed.stretch === 'yes' || changed.localDate !== localDate(now, zoneOf(athlete, club));
    if (isOver) await cancelForSession(tx, owner.clubId, id, 'stretch');
    return changed;
  });
  return await describe(app, owner, session, await nextForSession(app.database.db, club.id, id));
}

/** Takes a session back with what would follow it, and gives what it was. Throws `stale` when it is gone. */
export async function undoSession({ app, athlete }: AthleteContext, id: string): Promise<Session> {
  const owner = ownerOf(athlete);
  return await app.database.transaction(async (tx) => {
    const session = await findSession(tx, owner, id);
    if (session === null || !(await deleteSession(tx, owner, id))) throw new UserError({ code: 'stale' });
    return session;
  });
}

async function describe(
  app: App,
  owner: Owner,
  session: Session,
  stretchAt: Date | null,
): Promise<LoggedSession> {
  const monday = addDays(session.localDate, -WEEKDAYS.indexOf(weekday(session.localDate)));
  const inWeek = await countSessions(app.database.db, owner, monday, addDays(monday, 6));
  return { session, inWeek, stretchAt };
}

function ownerOf(athlete: Athlete): Owner {
  return { clubId: athlete.clubId, athleteId: athlete.id };
}

/** Mobility and regeneration are the stretching: nothing follows them. */
function isTraining({ type }: SessionEntry): boolean {
  return type !== 'mobility' && type !== 'regen';
}
