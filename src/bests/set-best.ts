import type { App, AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import type { Athlete } from '../athletes/store.ts';
import { isDuplicate } from '../db/duplicate.ts';
import type { TypedBest } from './read-best.ts';
import { type BestTime, deleteBestTime, listBestTimes, saveBestTime } from './store.ts';

/** What became of a typed best. */
export interface SetBest extends TypedBest {
  /** The best before; null: there was none. */
  readonly before: number | null;
}

/** An athlete's best times, the shortest distance first. */
export async function bestTimes(app: App, athlete: Athlete): Promise<BestTime[]> {
  return await listBestTimes(app.database.db, ownerOf(athlete));
}

/**
 * Sets a best in place of the one before, slower or faster: the athlete knows which counts, on which surface and from
 * which year. Without seconds it takes the best back.
 */
export async function setBest({ app, athlete, now }: AthleteContext, typed: TypedBest): Promise<SetBest> {
  const { db } = app.database;
  const owner = ownerOf(athlete);
  const { metres, seconds } = typed;
  const before = (await listBestTimes(db, owner)).find((best) => best.metres === metres)?.seconds ?? null;
  if (seconds === null) {
    await deleteBestTime(db, owner, metres);
    return { metres, seconds, before };
  }
  const save = () => saveBestTime(db, owner, { metres, seconds }, now);
  await save().catch((error: unknown) => {
    // Two at once: the other one has made the row meanwhile, and now there is one to change.
    if (!isDuplicate(error)) throw error;
    return save();
  });
  return { metres, seconds, before };
}
