import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { MorningReport } from './morning-rules.ts';
import type { Light, Phase, Trend } from './rules.ts';

/** Whose report or delivery it is. */
export interface ReportOwner extends Owner {
  /** Discord's user id. */
  readonly userId: string;
}

/** Reports of two local days in episodes that are still open, in the order in which they came. */
export async function listOpenReports(
  db: Db,
  owner: Owner,
  days: readonly [yesterday: string, today: string],
): Promise<MorningReport[]> {
  const rows = await db.painReport.findMany({
    where: { ...owner, localDate: { in: [...days] }, episode: { closedAt: null } },
    include: { episode: { select: { area: true } } },
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, episodeId, episode, localDate, now, start, ...row }) => ({
    ...{ id, episodeId, area: episode.area, localDate, now, start },
    phase: row.phase as Phase,
    light: row.light as Light,
    trend: row.trend as Trend | null,
  }));
}

/**
 * The athlete behind a report's id. It has no club yet: a press in a direct message names none, so the club comes from
 * the report, and the caller must be its athlete.
 */
export async function findReportOwner(db: Db, reportId: string): Promise<ReportOwner | null> {
  const row = await db.painReport.findUnique({ where: { id: reportId }, include: { athlete: true } });
  return row && { clubId: row.clubId, athleteId: row.athleteId, userId: row.athlete.userId };
}

/** The athlete behind a delivery's id, for a press that names no report; the caller must be that athlete. */
export async function findDeliveryOwner(db: Db, deliveryId: string): Promise<ReportOwner | null> {
  const row = await db.delivery.findUnique({
    where: { id: deliveryId },
    include: { reminder: { include: { athlete: true } } },
  });
  const athlete = row?.reminder.athlete;
  return row && athlete ? { clubId: row.clubId, athleteId: athlete.id, userId: athlete.userId } : null;
}
