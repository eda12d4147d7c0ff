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
}

type AthleteRow = Omit<Athlete, 'ageGroup' | 'sharing' | 'fracture'> & {
  readonly ageGroup: string;
  readonly sharing: string;
  readonly fracture: string;
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

/** Deletes somebody's diary in this club with all that belongs to it; false: there was none. */
export async function deleteAthlete(db: Db, clubId: string, userId: string): Promise<boolean> {
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

function fromRow(row: AthleteRow): Athlete {
  const { id, clubId, userId, zone, wantsDirect, dmClosedAt } = row;
  return {
    id,
    clubId,
    userId,
    zone,
    wantsDirect,
    dmClosedAt,
    ageGroup: row.ageGroup as AgeGroup,
    sharing: row.sharing as Sharing,
    fracture: row.fracture as Fracture,
  };
}
