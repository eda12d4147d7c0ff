import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import { hadHabit } from '../sessions/store.ts';
import { addDays, localDate } from '../time/local.ts';
import { isMarked } from './store.ts';

/**
 * Whether core work was done on the day of `until`, or, for a reminder that was put off from the day before, on that
 * day: whoever did it meanwhile is not asked for it again.
 */
export async function isDoneSince(
  db: Db,
  owner: Owner,
  since: Date,
  until: Date,
  zone: string,
): Promise<boolean> {
  const [from, day] = [localDate(since, zone), localDate(until, zone)];
  const days = from === addDays(day, -1) ? [from, day] : [day];
  for (const each of days)
    if ((await isMarked(db, owner, 'core', each)) || (await hadHabit(db, owner, 'core', each))) return true;
  return false;
}
