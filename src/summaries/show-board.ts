import type { ClubContext } from '../app.ts';
import { localDate, localTime } from '../time/local.ts';
import { type Board, boardOf } from './board-rules.ts';
import { loadOpen } from './board-store.ts';
import { loadClubDay } from './store.ts';

/** The board and the moment that it shows. */
export interface ShownBoard {
  /** The club's local day and wall time. */
  readonly day: string;
  readonly time: string;
  readonly board: Board;
}

/** Who is how now, by the club's clock: from stored reports, so a light is on it as soon as it is there. */
export async function showBoard({ app, club, now }: ClubContext): Promise<ShownBoard> {
  const { db } = app.database;
  const day = localDate(now, club.zone);
  const athletes = await loadClubDay(db, club.id, day, false);
  const open = await loadOpen(db, club.id, day);
  return { day, time: localTime(now, club.zone), board: boardOf(athletes, open, day) };
}
