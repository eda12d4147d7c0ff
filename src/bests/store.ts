import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';

/** An athlete's best time over a distance. */
export interface BestTime {
  readonly metres: number;
  readonly seconds: number;
}

/** This athlete's best times, the shortest distance first. */
export async function listBestTimes(db: Db, owner: Owner): Promise<BestTime[]> {
  return await db.bestTime.findMany({
    where: owner,
    orderBy: { metres: 'asc' },
    select: { metres: true, seconds: true },
  });
}

/** Sets the best time over a distance, in place of the one before. */
export async function saveBestTime(db: Db, owner: Owner, best: BestTime, now: Date): Promise<void> {
  const { athleteId, clubId } = owner;
  const { metres, seconds } = best;
  await db.bestTime.upsert({
    where: { athleteId_metres: { athleteId, metres }, clubId },
    create: { ...owner, metres, seconds, setAt: now },
    update: { seconds, setAt: now },
  });
}

/** Takes back the best time over a distance; false: there was none. */
export async function deleteBestTime(db: Db, owner: Owner, metres: number): Promise<boolean> {
  const { count } = await db.bestTime.deleteMany({ where: { ...owner, metres } });
  return count > 0;
}
