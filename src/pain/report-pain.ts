import type { AthleteContext } from '../app.ts';
import { type Owner, ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { UserError } from '../faults.ts';
import { findSessionOfDay } from '../sessions/store.ts';
import { localDate } from '../time/local.ts';
import { knownStart, placeReport } from './course-rules.ts';
import { closeEpisode, findOpenEpisode, listEpisodeNumbers, openEpisode } from './episode-store.ts';
import { listOpenFlags } from './screen-store.ts';
import { type PainAnswer, settle } from './settle.ts';
import {
  findLastReportedAt,
  findReport,
  findReportByInteraction,
  insertReport,
  type PainEntry,
  type PainReport,
  updateReport,
} from './store.ts';

export type { PainAnswer } from './settle.ts';

/**
 * Saves a report at once, with whatever is missing, and then says what it still needs for a light. The same press
 * or form twice is one report. It joins the open episode of its area, or opens one (handbook §1).
 */
export async function reportPain(
  context: AthleteContext,
  interactionId: string,
  area: string,
  entry: PainEntry,
): Promise<PainAnswer> {
  const { app, athlete } = context;
  const owner = ownerOf(athlete);
  try {
    return await app.database.transaction(async (tx) => {
      const id = await saveReport(tx, context, interactionId, area, entry);
      return await settle(tx, context, id);
    });
  } catch (error) {
    const known =
      isDuplicate(error) && (await findReportByInteraction(app.database.db, owner, interactionId));
    if (!known) throw error;
    return await app.database.transaction((tx) => settle(tx, context, known.id));
  }
}

async function saveReport(
  tx: Db,
  { athlete, club, now }: AthleteContext,
  interactionId: string,
  area: string,
  entry: PainEntry,
): Promise<string> {
  const owner = ownerOf(athlete);
  const today = localDate(now, zoneOf(athlete, club));
  const at = await afterTheLast(tx, owner, now);
  const open = await findOpenEpisode(tx, owner, area);
  const numbers = open ? await listEpisodeNumbers(tx, owner, open.id) : [];
  const ratings = numbers.flatMap((each) =>
    each.now === null ? [] : [{ localDate: each.localDate, now: each.now }],
  );
  const place = placeReport(open && { ratings }, today);
  if (open && place.close) await closeEpisode(tx, owner, open.id, place.close, at);
  const episode = open && place.episode === 'open' ? open : await openEpisode(tx, owner, area, at);
  const session = await findSessionOfDay(tx, owner, today);
  return await insertReport(tx, {
    ...owner,
    ...entry,
    start: entry.start ?? knownStart(numbers, entry.phase, today),
    episodeId: episode.id,
    sessionId: session?.id ?? null,
    interactionId,
    reportedAt: at,
    localDate: today,
    visibility: athlete.sharing,
    light: 'ask',
  });
}

/** Reports of one person made within this time keep the order in which they came in, in milliseconds. */
const SAME_MOMENT_MS = 1000;

/** Now, or just after this athlete's last report when that was in the same second: the latest must stay the latest. */
async function afterTheLast(tx: Db, owner: Owner, now: Date): Promise<Date> {
  const last = await findLastReportedAt(tx, owner);
  const ahead = last === null ? -1 : last.getTime() - now.getTime();
  return last !== null && ahead >= 0 && ahead < SAME_MOMENT_MS ? new Date(last.getTime() + 1) : now;
}

/**
 * Answers a question that stood open: pain now, or pain at the start; one that is answered already stays as it is.
 * Throws `stale` when the report is gone.
 */
export async function completeReport(
  context: AthleteContext,
  reportId: string,
  answer: { readonly now: number } | { readonly start: number },
): Promise<PainAnswer> {
  const owner = ownerOf(context.athlete);
  return await context.app.database.transaction(async (tx) => {
    const report = await findReport(tx, owner, reportId);
    const isOpen = 'now' in answer ? report?.now === null : report?.start === null;
    if (isOpen) await updateReport(tx, owner, reportId, answer, context.now);
    return await settle(tx, context, reportId);
  });
}

/** Ends the episode of a report as resolved; an open warning sign stays open. Throws `stale` when the report is gone. */
export async function resolveEpisode(
  { app, athlete, now }: AthleteContext,
  reportId: string,
): Promise<{ readonly report: PainReport; readonly signOpen: boolean }> {
  const owner = ownerOf(athlete);
  return await app.database.transaction(async (tx) => {
    const report = await findReport(tx, owner, reportId);
    if (report === null) throw new UserError({ code: 'stale' });
    await closeEpisode(tx, owner, report.episodeId, 'resolved', now);
    return { report, signOpen: (await listOpenFlags(tx, owner)).length > 0 };
  });
}

/** One of this athlete's reports. Throws `stale` when it is gone. */
export async function openReport({ app, athlete }: AthleteContext, reportId: string): Promise<PainReport> {
  const report = await findReport(app.database.db, ownerOf(athlete), reportId);
  if (report === null) throw new UserError({ code: 'stale' });
  return report;
}
