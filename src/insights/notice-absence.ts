import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import { listOpenFlags } from '../pain/screen-store.ts';
import { addDays, localDate } from '../time/local.ts';
import { ABSENCE_DAYS, type Absence, absenceOf, mayTell } from './absence-rules.ts';
import { claimAbsence, loadDiary } from './store.ts';
import type { Diary } from './types.ts';

/**
 * Fewer painful sessions than before, to be said now and then not again for 8 weeks (handbook §8); null: nothing to
 * say. Whoever gets it must show it: it counts as said. Nothing is said while a warning sign is open, since it would
 * reassure [D]. Two calls at once get it once.
 *
 * @param diary what has been loaded already, at least 58 days back; without it the notice loads its own.
 */
export async function absenceNotice(context: AthleteContext, diary?: Diary): Promise<Absence | null> {
  const { app, club, athlete, now } = context;
  const { db } = app.database;
  const owner = ownerOf(athlete);
  const today = localDate(now, zoneOf(athlete, club));
  const toldOn = athlete.preferences.absenceToldOn;
  if (!mayTell(toldOn, today)) return null;
  const read = diary ?? (await loadDiary(db, owner, addDays(today, -ABSENCE_DAYS)));
  const absence = absenceOf(read, today);
  if (absence === null || (await listOpenFlags(db, owner)).length > 0) return null;
  return (await claimAbsence(db, owner, toldOn, today)) ? absence : null;
}
