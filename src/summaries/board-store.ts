import type { Sharing } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import { addDays, type LocalDate } from '../time/local.ts';
import type { OpenFacts } from './board-rules.ts';
import { byAthlete, toReport } from './fact-rows.ts';
import { narrowed } from './sharing-rules.ts';
import { listReports, listSharing, REPORT_DAYS } from './store.ts';

/**
 * What is open in a club besides the day: reports of the 14 days before it whose episode has not ended, and the
 * reports of warning signs that no clinician has reviewed, however old. A fixed number of queries, however large the club.
 */
export async function loadOpen(db: Db, clubId: string, day: LocalDate): Promise<OpenFacts[]> {
  const athletes = await listSharing(db, clubId);
  const rows = await listReports(db, clubId, { gte: addDays(day, -REPORT_DAYS), lt: day });
  const reportsOf = byAthlete(rows.filter(({ episode }) => episode.closedAt === null));
  const flags = await db.screen.findMany({
    where: { clubId, level: { not: 'none' }, reviewedAt: null },
    select: { athleteId: true, report: { select: { visibility: true, localDate: true } } },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  });
  const flagsOf = byAthlete(flags);
  return athletes.map(({ id, userId, sharing }) => ({
    userId,
    reports: reportsOf(id).map((row) => narrowed({ ...toReport(row), episodeId: row.episodeId }, sharing)),
    flags: flagsOf(id).map(({ report }) =>
      narrowed({ ...report, visibility: report.visibility as Sharing }, sharing),
    ),
  }));
}
