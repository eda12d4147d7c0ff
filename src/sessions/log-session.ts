import type { App, AthleteContext } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { cancelForSession, scheduleAfter } from '../deliveries/store.ts';
import { UserError } from '../faults.ts';
import { listReminders } from '../reminders/store.ts';
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
  const today = localDate(now, zoneOf(athlete, club));
  const wantsStretch = entry.localDate === today && entry.stretch !== 'yes' && isTraining(entry);
  try {
    return await app.database.transaction(async (tx) => {
      const session = await insertSession(tx, {
        ...entry,
        ...owner,
        interactionId,
        loggedAt: now,
        visibility: athlete.sharing,
      });
      const followers = wantsStretch ? await listReminders(tx, club.id, athlete.id) : [];
      let stretchAt: Date | null = null;
      for (const { id: reminderId, schedule } of followers) {
        if (schedule.every !== 'session') continue;
        const dueAt = new Date(now.getTime() + schedule.afterMinutes * MS_PER_MINUTE);
        await scheduleAfter(tx, { clubId: club.id, reminderId, sessionId: session.id, dueAt });
        stretchAt = dueAt;
      }
      return { session, inWeek: await sessionsInWeek(tx, owner, session.localDate), stretchAt };
    });
  } catch (error) {
    const known =
      isDuplicate(error) && (await findSessionByInteraction(app.database.db, owner, interactionId));
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

/** Changes a session; stretched now means that its reminder is called off. Throws `stale` when it is gone. */
export async function changeSession(
  { app, athlete }: AthleteContext,
  id: string,
  changes: Partial<SessionEntry>,
): Promise<LoggedSession> {
  const owner = ownerOf(athlete);
  const session = await app.database.transaction(async (tx) => {
    const changed = await updateSession(tx, owner, id, changes);
    if (changed === null) throw new UserError({ code: 'stale' });
    if (changed.stretch === 'yes') await cancelForSession(tx, owner.clubId, id, 'stretch');
    return changed;
  });
  return await describe(app, owner, session);
}

/** Takes a session back with what would follow it, and gives what it was. Throws `stale` when it is gone. */
export async function undoSession({ app, athlete }: AthleteContext, id: string): Promise<Session> {
  const owner = ownerOf(athlete);
  return await app.database.transaction(async (tx) => {
    const session = await findSession(tx, owner, id);
    if (session === null || !(await deleteSession(tx, owner, id))) throw new UserError({ code: 'stale' });
    await cancelForSession(tx, owner.clubId, id);
    return session;
  });
}

async function describe(app: App, owner: Owner, session: Session): Promise<LoggedSession> {
  const inWeek = await sessionsInWeek(app.database.db, owner, session.localDate);
  return { session, inWeek, stretchAt: null };
}

async function sessionsInWeek(
  db: Parameters<typeof countSessions>[0],
  owner: Owner,
  date: string,
): Promise<number> {
  const monday = addDays(date, -WEEKDAYS.indexOf(weekday(date)));
  return await countSessions(db, owner, monday, addDays(monday, 6));
}

function ownerOf(athlete: Athlete): Owner {
  return { clubId: athlete.clubId, athleteId: athlete.id };
}

/** Mobility and regeneration are the stretching: nothing follows them. */
function isTraining({ type }: SessionEntry): boolean {
  return type !== 'mobility' && type !== 'regen';
}
