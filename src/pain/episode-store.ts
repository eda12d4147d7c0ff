// Episodes of pain, and the numbers in them.
import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { Phase } from './rules.ts';

/** An episode: pain in one area and side of one athlete (handbook §1). */
export interface Episode {
  readonly id: string;
  readonly area: string;
  readonly openedAt: Date;
  readonly lastReportAt: Date;
}

export async function findOpenEpisode(db: Db, owner: Owner, area: string): Promise<Episode | null> {
  return await db.painEpisode.findFirst({
    where: { ...owner, area, closedAt: null },
    orderBy: { openedAt: 'desc' },
  });
}

export async function openEpisode(db: Db, owner: Owner, area: string, now: Date): Promise<Episode> {
  return await db.painEpisode.create({ data: { ...owner, area, openedAt: now, lastReportAt: now } });
}

export async function closeEpisode(
  db: Db,
  owner: Owner,
  id: string,
  closedBy: 'resolved' | 'quiet',
  now: Date,
): Promise<void> {
  await db.painEpisode.updateMany({
    where: { id, ...owner, closedAt: null },
    data: { closedAt: now, closedBy },
  });
}

/** Days and numbers of an episode's reports, oldest first. */
export async function listEpisodeNumbers(
  db: Db,
  owner: Owner,
  episodeId: string,
): Promise<{ localDate: string; now: number | null; start: number | null; phase: Phase }[]> {
  const rows = await db.painReport.findMany({
    where: { ...owner, episodeId },
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
    select: { localDate: true, now: true, start: true, phase: true },
  });
  return rows.map((row) => ({ ...row, phase: row.phase as Phase }));
}

/** The episode reported on last among those that are open; null when none is. */
export async function findLatestOpenEpisode(db: Db, owner: Owner): Promise<Episode | null> {
  return await db.painEpisode.findFirst({
    where: { ...owner, closedAt: null },
    orderBy: { lastReportAt: 'desc' },
  });
}
