import type { App } from '../app.ts';
import type { Club } from '../clubs/store.ts';
import type { Db } from '../db/database.ts';
import { reopenDirect } from '../deliveries/direct-store.ts';
import { UserError } from '../faults.ts';
import { readChoice } from '../reading.ts';
import { AGE_GROUPS, defaultSharing, FRACTURES, SHARINGS } from './rules.ts';
import { type Athlete, deleteAthlete, findAthlete, saveAthlete } from './store.ts';

/** The join form as it came back; what was not chosen is empty. */
export interface JoinAnswers {
  readonly age: string;
  readonly sharing: string;
  readonly fracture: string;
  readonly agrees: boolean;
  readonly wantsDirect: boolean;
  /** IANA zone; null: as before, or the club's. */
  readonly zone: string | null;
}

/**
 * What joining brings with it elsewhere, in the same transaction: the club's usual reminders. `before` is the athlete
 * as of the last time; null: joined just now.
 */
export type AfterJoin = (
  tx: Db,
  club: Club,
  athlete: Athlete,
  now: Date,
  before: Athlete | null,
) => Promise<void>;

/**
 * Saves a membership. Nobody under 13 (a diary that is there is deleted) and nobody without consent (handbook §9).
 */
export async function join(
  app: App,
  club: Club,
  userId: string,
  answers: JoinAnswers,
  now: Date,
  after: AfterJoin,
): Promise<Athlete> {
  if (answers.age === 'under-13') {
    await leave(app, club, userId);
    throw new UserError({ code: 'under-13' });
  }
  if (!answers.agrees) throw new UserError({ code: 'not-agreed' });
  const ageGroup = readChoice('age', answers.age, AGE_GROUPS);
  const sharing =
    answers.sharing === '' ? defaultSharing(ageGroup) : readChoice('sharing', answers.sharing, SHARINGS);
  const fracture = readChoice('fracture', answers.fracture, FRACTURES);
  return await app.database.transaction(async (tx) => {
    const before = await findAthlete(tx, club.id, userId);
    const zone = answers.zone ?? before?.zone ?? null;
    const membership = { ageGroup, sharing, fracture, zone, wantsDirect: answers.wantsDirect };
    if (answers.wantsDirect) await reopenDirect(tx, userId);
    const athlete = await saveAthlete(tx, club.id, userId, membership, now);
    await after(tx, club, athlete, now, before);
    return athlete;
  });
}

/** Deletes the diary: sessions, pain, habits, reminders, at once and for good (handbook §9). */
export async function leave(app: App, club: Club, userId: string): Promise<void> {
  await deleteAthlete(app.database.db, club.id, userId);
}

/** The member's answers so far; null for somebody who has not joined. */
export async function findMember(app: App, club: Club, userId: string): Promise<Athlete | null> {
  return await findAthlete(app.database.db, club.id, userId);
}
