import type { App } from '../app.ts';
import { type Club, findClub } from '../clubs/store.ts';
import type { Caller } from '../discord/command.ts';
import { localDate } from '../time/local.ts';
import { zoneOf } from './rules.ts';
import { type Athlete, findAthlete } from './store.ts';

/** Who is typing, for suggestions: nothing is asked of them and nothing is refused. */
export async function recogniseCaller(
  app: App,
  caller: Caller,
): Promise<{ readonly club: Club | null; readonly athlete: Athlete | null; readonly today: string }> {
  const { db } = app.database;
  const club = caller.clubId === null ? null : await findClub(db, caller.clubId);
  const athlete = club === null ? null : await findAthlete(db, club.id, caller.userId);
  const zone = club === null ? 'UTC' : athlete === null ? club.zone : zoneOf(athlete, club);
  return { club, athlete, today: localDate(app.clock.now(), zone) };
}
