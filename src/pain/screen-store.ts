// The outcomes of the warning-sign questions (handbook §2).
import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { FlagLevel } from './rules.ts';
import type { PainReport } from './store.ts';

/** The outcome of the warning-sign questions of one report. */
export interface Screen {
  readonly id: string;
  readonly episodeId: string;
  readonly level: FlagLevel;
}

/** Reports of an episode whose warning signs have been answered. */
export async function listScreenedReports(db: Db, owner: Owner, episodeId: string): Promise<string[]> {
  const rows = await db.screen.findMany({ where: { ...owner, episodeId }, select: { reportId: true } });
  return rows.map(({ reportId }) => reportId);
}

/** Stores the level of a screen, never an answer (handbook §2). */
export async function insertScreen(
  db: Db,
  owner: Owner,
  screen: {
    readonly episodeId: string;
    readonly reportId: string;
    readonly level: FlagLevel;
    readonly answeredAt: Date;
  },
): Promise<void> {
  await db.screen.create({ data: { ...owner, ...screen } });
}

/** The level that was answered for a report; null: not answered. */
export async function findScreenLevel(db: Db, owner: Owner, reportId: string): Promise<FlagLevel | null> {
  const row = await db.screen.findUnique({ where: { reportId, ...owner }, select: { level: true } });
  return row === null ? null : (row.level as FlagLevel);
}

/** Raises the level of an answered screen; a sign that is raised is open, whatever was reviewed before it. */
export async function raiseScreen(
  db: Db,
  owner: Owner,
  reportId: string,
  level: FlagLevel,
  answeredAt: Date,
): Promise<void> {
  await db.screen.updateMany({
    where: { reportId, ...owner },
    data: { level, answeredAt, reviewedAt: null },
  });
}

/** This athlete's warning signs that no clinician has reviewed yet. */
export async function listOpenFlags(db: Db, owner: Owner): Promise<Screen[]> {
  const rows = await db.screen.findMany({ where: { ...owner, level: { not: 'none' }, reviewedAt: null } });
  return rows.map((row) => ({ id: row.id, episodeId: row.episodeId, level: row.level as FlagLevel }));
}

/** A clinician has reviewed the flags that were open at a report, its own included; tells how many. */
export async function reviewFlags(
  db: Db,
  owner: Owner,
  report: Pick<PainReport, 'id' | 'reportedAt'>,
  now: Date,
): Promise<number> {
  const { count } = await db.screen.updateMany({
    where: {
      ...owner,
      level: { not: 'none' },
      reviewedAt: null,
      OR: [{ reportId: report.id }, { answeredAt: { lte: report.reportedAt } }],
    },
    data: { reviewedAt: now },
  });
  return count;
}
