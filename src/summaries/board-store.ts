import type { Sharing } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import { addDays, type LocalDate } from '../time/local.ts';
import type { OpenFacts } from './board-rules.ts';
import { narrowed, toReport } from './fact-rows.ts';
import { REPORT_DAYS } from './store.ts';

/**
 * What is open in a club besides the day: reports of the 14 days before it whose episode has not ended, and the
 * reports of warning signs that no clinician has reviewed, however old. Three queries, however large the club.
 */
export async function loadOpen(db: Db, clubId: string, day: LocalDate): Promise<OpenFacts[]> {
  const athletes = await db.athlete.findMany({
    where: { clubId },
    select: { id: true, userId: true, sharing: true },
    orderBy: { userId: 'asc' },
  });
  const reports = await db.painReport.findMany({
    where: {
      clubId,
      localDate: { gte: addDays(day, -REPORT_DAYS), lt: day },
      episode: { clubId, closedAt: null },
    },
    include: { episode: { select: { area: true, openedAt: true } } },
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
  });
  const flags = await db.screen.findMany({
    where: { clubId, level: { not: 'none' }, reviewedAt: null },
    select: { athleteId: true, report: { select: { visibility: true, localDate: true } } },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  });
  return athletes.map(({ id, userId, ...athlete }) => {
    const sharing = athlete.sharing as Sharing;
    return {
      userId,
      reports: reports
        .filter(({ athleteId }) => athleteId === id)
        .map((row) => narrowed({ ...toReport(row), episodeId: row.episodeId }, sharing)),
      flags: flags
        .filter(({ athleteId }) => athleteId === id)
        .map(({ report }) => narrowed({ ...report, visibility: report.visibility as Sharing }, sharing)),
    };
  });
}
