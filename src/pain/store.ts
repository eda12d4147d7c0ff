import type { Owner } from '../athletes/owner.ts';
import type { Sharing } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import type { FlagLevel, Kind, Light, Phase, Trend } from './rules.ts';

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
  /** Against the day before, when it was said without a number. */
  readonly trend?: Trend | null;
}

export interface PainReport extends PainEntry {
  readonly trend: Trend | null;
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

/** Fills in what was asked after the report, and its light, and notes when. */
export async function updateReport(
  db: Db,
  owner: Owner,
  id: string,
  changes: { readonly now?: number; readonly start?: number; readonly light?: Light },
  changedAt: Date,
): Promise<void> {
  await db.painReport.updateMany({ where: { id, ...owner }, data: { ...changes, changedAt } });
}

/** Instant of this athlete's latest report; null when there is none. */
export async function findLastReportedAt(db: Db, owner: Owner): Promise<Date | null> {
  const row = await db.painReport.findFirst({
    where: owner,
    orderBy: { reportedAt: 'desc' },
    select: { reportedAt: true },
  });
  return row?.reportedAt ?? null;
}

/** The episode reported on last among those that are open; null when none is. */
export async function findLatestOpenEpisode(db: Db, owner: Owner): Promise<Episode | null> {
  return await db.painEpisode.findFirst({
    where: { ...owner, closedAt: null },
    orderBy: { lastReportAt: 'desc' },
  });
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
  const { episode, interactionId: _, changedAt: __, ...rest } = row;
  return {
    ...rest,
    area: episode.area,
    phase: row.phase as Phase,
    kinds: row.kinds === '' ? [] : (row.kinds.split(',') as Kind[]),
    trend: row.trend as Trend | null,
    visibility: row.visibility as Sharing,
    light: row.light as Light,
  };
}
