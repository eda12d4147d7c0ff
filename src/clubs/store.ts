import type { Db } from '../db/database.ts';
import { DEFAULT_ZONE } from './rules.ts';

/** A club's settings (`/setup`). Times are wall times "HH:MM" in its zone. */
export interface ClubSettings {
  readonly zone: string;
  readonly coachRoleId: string | null;
  readonly summaryChannelId: string | null;
  readonly summaryTime: string;
  readonly reminderChannelId: string | null;
  /** Comma-separated weekdays. */
  readonly coreDays: string;
  readonly coreTime: string;
  /** Minutes, 5 to 240. */
  readonly stretchAfterMinutes: number;
  readonly quietFrom: string;
  readonly quietTo: string;
  /** Months, 1 to 12 (handbook §9). */
  readonly retentionMonths: number;
  /** Pain 3, or 2 for a stricter club (handbook §1). */
  readonly amberAt: number;
  /** Pain 6, or 5 for a stricter club (handbook §1). */
  readonly redAt: number;
  readonly policyReadAt: Date | null;
}

export interface Club extends ClubSettings {
  /** Discord's server id. */
  readonly id: string;
}

/** The club, or null before its first `/setup`. */
export async function findClub(db: Db, clubId: string): Promise<Club | null> {
  return await db.club.findUnique({ where: { id: clubId } });
}

/** Makes the club or changes it; what is not named stays, or gets its default. */
export async function saveClub(
  db: Db,
  clubId: string,
  changes: Partial<ClubSettings>,
  now: Date,
): Promise<Club> {
  return await db.club.upsert({
    where: { id: clubId },
    create: { id: clubId, zone: DEFAULT_ZONE, ...changes, createdAt: now, updatedAt: now },
    update: { ...changes, updatedAt: now },
  });
}
