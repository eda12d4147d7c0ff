import type { Owner } from '../athletes/owner.ts';
import type { Sharing } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import type { FollowUp } from '../deliveries/store.ts';
import type { HabitTimes } from './rules.ts';
import type { Modality, SessionType, Stretch, Warmup } from './types.ts';

/** What an athlete says about one session; null is "not answered", never "no". */
export interface SessionEntry {
  readonly localDate: string;
  readonly type: SessionType;
  /** Track shorthand as typed. */
  readonly work: string | null;
  /** Running metres read from it. */
  readonly metres: number | null;
  /** 1 to 600. */
  readonly minutes: number | null;
  /** CR10, 0 to 10 (handbook §4). */
  readonly effort: number | null;
  readonly warmup: Warmup | null;
  readonly core: boolean | null;
  readonly stretch: Stretch | null;
  /** Of a regeneration or mobility session. */
  readonly modality: Modality | null;
  readonly notes: string | null;
}

/** A session as stored. */
export interface Session extends SessionEntry, HabitTimes {
  readonly id: string;
  readonly clubId: string;
  readonly athleteId: string;
  readonly loggedAt: Date;
  readonly visibility: Sharing;
  /** When the athlete said that nothing hurt; null: not said, which is never "no pain". */
  readonly painFreeAt: Date | null;
}

/** What can be changed of a session: what was said, and when. */
export type SessionChanges = Partial<SessionEntry & HabitTimes & Pick<Session, 'painFreeAt'>>;

/** An entry with what it needs to be stored. `interactionId`: the same press or form sent twice is one session. */
export interface NewSession extends SessionEntry, HabitTimes {
  readonly clubId: string;
  readonly athleteId: string;
  readonly interactionId: string;
  readonly loggedAt: Date;
  readonly visibility: Sharing;
}

/**
 * Stores a session with what is to be sent after it, all or nothing. With nothing to follow it is one statement, which
 * needs no transaction around it; what was stored is known without reading it back.
 */
export async function insertSession(
  db: Db,
  session: NewSession & { readonly id: string },
  followUps: readonly FollowUp[],
): Promise<Session> {
  const deliveries = followUps.length === 0 ? {} : { deliveries: { create: [...followUps] } };
  await db.session.create({ data: { ...session, ...deliveries }, select: { id: true } });
  const { interactionId: _, ...stored } = session;
  return { ...stored, painFreeAt: null };
}

/** One of this athlete's sessions; null when it is gone or somebody else's. */
export async function findSession(db: Db, owner: Owner, id: string): Promise<Session | null> {
  const row = await db.session.findUnique({ where: { id, ...owner } });
  return row && fromRow(row);
}

/** The session that this press or form has already made. */
export async function findSessionByInteraction(
  db: Db,
  owner: Owner,
  interactionId: string,
): Promise<Session | null> {
  const row = await db.session.findUnique({ where: { interactionId, ...owner } });
  return row && fromRow(row);
}

/** The session logged last, of whichever day. */
export async function findLastSession(db: Db, owner: Owner): Promise<Session | null> {
  const row = await db.session.findFirst({
    where: owner,
    orderBy: [{ localDate: 'desc' }, { loggedAt: 'desc' }],
  });
  return row && fromRow(row);
}

/** The session logged last for this day. */
export async function findSessionOfDay(db: Db, owner: Owner, localDate: string): Promise<Session | null> {
  const row = await db.session.findFirst({ where: { ...owner, localDate }, orderBy: { loggedAt: 'desc' } });
  return row && fromRow(row);
}

/** Sessions of the days from `first` to `last`, both included. */
export async function countSessions(db: Db, owner: Owner, first: string, last: string): Promise<number> {
  return await db.session.count({ where: { ...owner, localDate: { gte: first, lte: last } } });
}

/** What the answer to a log looks at: sessions around it, as far as they are compared. */
export interface RecentSession {
  readonly id: string;
  readonly localDate: string;
  readonly loggedAt: Date;
  readonly type: string;
  readonly work: string | null;
  readonly metres: number | null;
  readonly minutes: number | null;
}

/** Sessions of the days from `first` to `last`, both included, in the order of their days and of their logging. */
export async function listRecentSessions(
  db: Db,
  owner: Owner,
  first: string,
  last: string,
): Promise<RecentSession[]> {
  return await db.session.findMany({
    where: { ...owner, localDate: { gte: first, lte: last } },
    orderBy: [{ localDate: 'asc' }, { loggedAt: 'asc' }],
    select: {
      ...{ id: true, localDate: true, loggedAt: true, type: true },
      ...{ work: true, metres: true, minutes: true },
    },
  });
}

/** Whether a session of this day had this habit. */
export async function hadHabit(
  db: Db,
  owner: Owner,
  habit: 'core' | 'stretch',
  localDate: string,
): Promise<boolean> {
  const done = habit === 'core' ? { OR: [{ core: true }, { type: 'core' }] } : { stretch: 'yes' };
  return (await db.session.count({ where: { ...owner, localDate, ...done } })) > 0;
}

/** Changes one of this athlete's sessions and notes when; null when it is gone. */
export async function updateSession(
  db: Db,
  owner: Owner,
  id: string,
  changes: SessionChanges,
  changedAt: Date,
): Promise<Session | null> {
  const data = { ...changes, changedAt };
  const { count } = await db.session.updateMany({ where: { id, ...owner }, data });
  return count === 0 ? null : await findSession(db, owner, id);
}

/** Deletes one of this athlete's sessions; pain reports of the day stay. False: it was gone. */
export async function deleteSession(db: Db, owner: Owner, id: string): Promise<boolean> {
  const { count } = await db.session.deleteMany({ where: { id, ...owner } });
  return count > 0;
}

type Row = Omit<Session, 'type' | 'warmup' | 'stretch' | 'modality' | 'visibility'> & {
  readonly interactionId: string;
  readonly changedAt: Date | null;
  readonly type: string;
  readonly warmup: string | null;
  readonly stretch: string | null;
  readonly modality: string | null;
  readonly visibility: string;
};

function fromRow({ interactionId: _, changedAt: __, ...row }: Row): Session {
  return {
    ...row,
    type: row.type as SessionType,
    warmup: row.warmup as Warmup | null,
    stretch: row.stretch as Stretch | null,
    modality: row.modality as Modality | null,
    visibility: row.visibility as Sharing,
  };
}
