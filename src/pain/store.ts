import type { Sharing } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import type { FlagLevel, Kind, Light, Phase } from './rules.ts';

/** What an athlete says about pain; null is "not answered", never 0. */
export interface PainEntry {
  readonly phase: Phase;
  /** 0 to 10. */
  readonly now: number | null;
  /** 0 to 10, when the session began. */
  readonly start: number | null;
  readonly growing: boolean;
  readonly strideChanged: boolean;
  readonly kinds: readonly Kind[];
  /** Repetition at which it began, 1 to 200. */
  readonly rep: number | null;
  readonly notes: string | null;
}

export interface PainReport extends PainEntry {
  readonly id: string;
  readonly clubId: string;
  readonly athleteId: string;
  readonly episodeId: string;
  readonly sessionId: string | null;
  readonly area: string;
  readonly reportedAt: Date;
  readonly localDate: string;
  readonly visibility: Sharing;
  readonly light: Light;
}

/** An episode: pain in one area and side of one athlete (handbook §1). */
export interface Episode {
  readonly id: string;
  readonly area: string;
  readonly openedAt: Date;
  readonly lastReportAt: Date;
}

/** The outcome of the warning-sign questions of one report. */
export interface Screen {
  readonly id: string;
  readonly episodeId: string;
  readonly level: FlagLevel;
}

export interface Owner {
  readonly clubId: string;
  readonly athleteId: string;
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
): Promise<{ localDate: string; now: number | null; start: number | null; phase: string }[]> {
  return await db.painReport.findMany({
    where: { ...owner, episodeId },
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
    select: { localDate: true, now: true, start: true, phase: true },
  });
}

export interface NewReport extends PainEntry, Owner {
  readonly episodeId: string;
  readonly sessionId: string | null;
  readonly interactionId: string;
  readonly reportedAt: Date;
  readonly localDate: string;
  readonly visibility: Sharing;
  readonly light: Light;
}

/** Stores a report and the moment of it at its episode. */
export async function insertReport(db: Db, report: NewReport): Promise<string> {
  const { kinds, ...data } = report;
  const { id } = await db.painReport.create({
    data: { ...data, kinds: kinds.join(',') },
    select: { id: true },
  });
  await db.painEpisode.updateMany({
    where: { id: report.episodeId, clubId: report.clubId, athleteId: report.athleteId },
    data: { lastReportAt: report.reportedAt },
  });
  return id;
}

/** One of this athlete's reports; null when it is gone or somebody else's. */
export async function findReport(db: Db, owner: Owner, id: string): Promise<PainReport | null> {
  return await loadReport(db, { id, ...owner });
}

/** The report that this press or form has already made. */
export async function findReportByInteraction(
  db: Db,
  owner: Owner,
  interactionId: string,
): Promise<PainReport | null> {
  return await loadReport(db, { interactionId, ...owner });
}

/** Fills in what was asked after the report, and its light. */
export async function updateReport(
  db: Db,
  owner: Owner,
  id: string,
  changes: { readonly now?: number; readonly start?: number; readonly light?: Light },
): Promise<void> {
  await db.painReport.updateMany({ where: { id, ...owner }, data: changes });
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

/** Lights of one day, the latest first. */
export async function listLightsOfDay(db: Db, owner: Owner, localDate: string): Promise<Light[]> {
  const rows = await db.painReport.findMany({
    where: { ...owner, localDate },
    orderBy: { reportedAt: 'desc' },
    select: { light: true },
  });
  return rows.map(({ light }) => light as Light);
}

async function loadReport(
  db: Db,
  where: Owner & ({ readonly id: string } | { readonly interactionId: string }),
): Promise<PainReport | null> {
  const row = await db.painReport.findUnique({ where, include: { episode: { select: { area: true } } } });
  if (row === null) return null;
  const { episode, interactionId: _, ...rest } = row;
  return {
    ...rest,
    area: episode.area,
    phase: row.phase as Phase,
    kinds: row.kinds === '' ? [] : (row.kinds.split(',') as Kind[]),
    visibility: row.visibility as Sharing,
    light: row.light as Light,
  };
}
