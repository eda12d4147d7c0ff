// Reports of pain.
import type { Owner } from '../athletes/owner.ts';
import type { Sharing } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import type { Kind, Light, Phase, Trend } from './rules.ts';

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
