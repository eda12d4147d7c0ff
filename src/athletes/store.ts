import type { Club } from '../clubs/store.ts';
import type { Db } from '../db/database.ts';
import type { AgeGroup, Fracture, Sharing } from './rules.ts';

/** What somebody answered on joining. */
export interface Membership {
  readonly ageGroup: AgeGroup;
  readonly sharing: Sharing;
  readonly fracture: Fracture;
  /** IANA zone; null: the club's. */
  readonly zone: string | null;
  readonly wantsDirect: boolean;
}

/** A member who keeps a diary. */
export interface Athlete extends Membership {
  readonly id: string;
  readonly clubId: string;
  /** Discord's user id. */
  readonly userId: string;
  /** When Discord last refused a direct message; null: none refused. */
  readonly dmClosedAt: Date | null;
  /** Discord's code of that refusal; null: none refused. */
  readonly dmClosedCode: string | null;
  /** When they were told of it; null: not since the refusal. */
  readonly dmToldAt: Date | null;
  readonly preferences: Preferences;
}

/** What an athlete chose along the way; everything has a default. */
export interface Preferences {
  /** Kit at hand (handbook §7): comma-separated. */
  readonly kit: string;
  /** Does arching the back hurt? Null: not answered. */
  readonly arching: 'hurts' | 'fine' | null;
  readonly pictureTheme: 'dark' | 'light';
  /** Whether the check-in asks for stress and mood; null: by age group (handbook §5). */
  readonly asksMind: boolean | null;
  /** Agreed to the weekly questions (handbook §3). */
  readonly weeklyQuestions: boolean;
  /** Local date on which fewer painful sessions were last pointed out (handbook §8). */
  readonly absenceToldOn: string | null;
}

type AthleteRow = Omit<Athlete, 'ageGroup' | 'sharing' | 'fracture' | 'preferences'> &
  Omit<Preferences, 'arching' | 'pictureTheme'> & {
    readonly ageGroup: string;
    readonly sharing: string;
    readonly fracture: string;
    readonly arching: string | null;
    readonly pictureTheme: string;
  };

export async function findAthlete(db: Db, clubId: string, userId: string): Promise<Athlete | null> {
  const row = await db.athlete.findUnique({ where: { clubId_userId: { clubId, userId } } });
  return row && fromRow(row);
}

/** An athlete with the club, in one read: what nearly every command begins with. */
export async function findMembership(
  db: Db,
  clubId: string,
  userId: string,
): Promise<{ athlete: Athlete; club: Club } | null> {
  const row = await db.athlete.findUnique({
    where: { clubId_userId: { clubId, userId } },
    include: { club: true },
  });
  return row && { athlete: fromRow(row), club: row.club };
}

/**
 * Deletes somebody's diary in this club with all that belongs to it, and what they typed for a reminder and did not
 * save; false: there was no diary.
 */
export async function deleteAthlete(db: Db, clubId: string, userId: string): Promise<boolean> {
  await db.reminderDraft.deleteMany({ where: { clubId, userId } });
  const { count } = await db.athlete.deleteMany({ where: { clubId, userId } });
  return count > 0;
}

/** By our own id, inside one club. */
export async function findAthleteById(db: Db, clubId: string, id: string): Promise<Athlete | null> {
  const row = await db.athlete.findUnique({ where: { id_clubId: { id, clubId } } });
  return row && fromRow(row);
}

/** Joins, or changes what was answered before. */
export async function saveAthlete(
  db: Db,
  clubId: string,
  userId: string,
  membership: Membership,
  now: Date,
): Promise<Athlete> {
  const row = await db.athlete.upsert({
    where: { clubId_userId: { clubId, userId } },
    create: { clubId, userId, ...membership, consentedAt: now },
    update: membership,
  });
  return fromRow(row);
}

/** Notes whether this athlete has agreed to reminders by direct message. */
export async function setWantsDirect(
  db: Db,
  clubId: string,
  id: string,
  wantsDirect: boolean,
): Promise<void> {
  await db.athlete.updateMany({ where: { id, clubId }, data: { wantsDirect } });
}

/** Changes what an athlete chose along the way. */
export async function savePreferences(
  db: Db,
  clubId: string,
  id: string,
  changes: Partial<Preferences>,
): Promise<void> {
  await db.athlete.updateMany({ where: { id, clubId }, data: changes });
}

function fromRow(row: AthleteRow): Athlete {
  const { kit, asksMind, weeklyQuestions, absenceToldOn } = row;
  const { id, clubId, userId, zone, wantsDirect, dmClosedAt, dmClosedCode, dmToldAt } = row;
  return {
    id,
    clubId,
    userId,
    zone,
    wantsDirect,
    dmClosedAt,
    dmClosedCode,
    dmToldAt,
    ageGroup: row.ageGroup as AgeGroup,
    sharing: row.sharing as Sharing,
    fracture: row.fracture as Fracture,
    preferences: {
      kit,
      asksMind,
      weeklyQuestions,
      absenceToldOn,
      arching: row.arching as Preferences['arching'],
      pictureTheme: row.pictureTheme as Preferences['pictureTheme'],
    },
  };
}
