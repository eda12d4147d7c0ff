import type { AthleteContext } from '../app.ts';
import { isMinor, zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import type { Club } from '../clubs/store.ts';
import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { UserError } from '../faults.ts';
import { findSession, findSessionOfDay, type Session } from '../sessions/store.ts';
import { addDays, localDate } from '../time/local.ts';
import { areaById } from './areas.ts';
import {
  type MorningAdvice,
  morningAdvice,
  placeReport,
  weeklyMedianRising,
  weeklyMedians,
} from './course-rules.ts';
import { assess, type FlagLevel, type LightResult, type Thresholds } from './rules.ts';
import { personOf, type ScreenStep, screenSteps } from './screen.ts';
import {
  closeEpisode,
  findOpenEpisode,
  findReport,
  findReportByInteraction,
  insertReport,
  insertScreen,
  listEpisodeNumbers,
  listOpenFlags,
  listScreenedReports,
  type Owner,
  openEpisode,
  type PainEntry,
  type PainReport,
  reviewFlags,
  updateReport,
} from './store.ts';

/** A report, its light, and what is still to be asked for one. */
export interface PainAnswer {
  readonly report: PainReport;
  readonly result: LightResult;
  /** The warning signs to ask next, and their place in the dialogue; null: nothing to screen. */
  readonly screen: { readonly step: ScreenStep; readonly index: number } | null;
  /** The session of the day, if one is logged. */
  readonly session: Session | null;
  readonly morning: readonly MorningAdvice[];
  /** Pain from which the club's light is amber. */
  readonly amberAt: number;
  /** The weekly median rose twice running and by 2 or more (handbook §1). */
  readonly seePhysio: boolean;
}

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
      return await settle(tx, context, id, 0);
    });
  } catch (error) {
    const known =
      isDuplicate(error) && (await findReportByInteraction(app.database.db, owner, interactionId));
    if (!known) throw error;
    return await app.database.transaction((tx) => settle(tx, context, known.id, 0));
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
  const open = await findOpenEpisode(tx, owner, area);
  const numbers = open ? await listEpisodeNumbers(tx, owner, open.id) : [];
  const ratings = numbers.flatMap((each) =>
    each.now === null ? [] : [{ localDate: each.localDate, now: each.now }],
  );
  const place = placeReport(open && { ratings }, today);
  if (open && place.close) await closeEpisode(tx, owner, open.id, place.close, now);
  const episode = open && place.episode === 'open' ? open : await openEpisode(tx, owner, area, now);
  const session = await findSessionOfDay(tx, owner, today);
  return await insertReport(tx, {
    ...owner,
    ...entry,
    start: entry.start ?? knownStart(numbers, entry, today),
    episodeId: episode.id,
    sessionId: session?.id ?? null,
    interactionId,
    reportedAt: now,
    localDate: today,
    visibility: athlete.sharing,
    light: 'ask',
  });
}

/** The start that was said already: of today's session, or before yesterday's for the morning after. */
function knownStart(
  numbers: readonly { localDate: string; phase: string; now: number | null; start: number | null }[],
  { phase }: PainEntry,
  today: string,
): number | null {
  if (phase === 'before') return null;
  const day = phase === 'next-morning' ? addDays(today, -1) : today;
  const starts = numbers
    .filter(({ localDate: date }) => date === day)
    .map((each) => (each.phase === 'before' ? each.now : each.start));
  return starts.findLast((start) => start !== null) ?? null;
}

/** Answers a question that stood open: pain now, or pain at the start. Throws `stale` when the report is gone. */
export async function completeReport(
  context: AthleteContext,
  reportId: string,
  answer: { readonly now: number } | { readonly start: number },
): Promise<PainAnswer> {
  const owner = ownerOf(context.athlete);
  return await context.app.database.transaction(async (tx) => {
    await updateReport(tx, owner, reportId, answer);
    return await settle(tx, context, reportId, 0);
  });
}

/**
 * One step of the warning signs (handbook §2). A yes stores the step's level and ends the dialogue; no to the last
 * step stores "none". Pressed again it changes nothing. Throws `stale` when the report is gone.
 */
export async function answerScreen(
  context: AthleteContext,
  reportId: string,
  index: number,
  anyOfThese: boolean,
): Promise<PainAnswer> {
  const owner = ownerOf(context.athlete);
  return await context.app.database.transaction(async (tx) => {
    const report = await findReport(tx, owner, reportId);
    if (report === null) throw new UserError({ code: 'stale' });
    const steps = screenSteps(groupOf(report), personOf(context.athlete));
    const step = steps[index];
    if (step === undefined) throw new UserError({ code: 'stale' });
    const isOver = anyOfThese || index === steps.length - 1;
    const screened = await listScreenedReports(tx, owner, report.episodeId);
    if (isOver && !screened.includes(reportId)) {
      const level: FlagLevel = anyOfThese ? step.level : 'none';
      const { episodeId } = report;
      await insertScreen(tx, owner, { episodeId, reportId, level, answeredAt: context.now });
    }
    return await settle(tx, context, reportId, index + 1);
  });
}

/** Ends the episode of a report as resolved. Throws `stale` when the report is gone. */
export async function resolveEpisode(
  { app, athlete, now }: AthleteContext,
  reportId: string,
): Promise<PainReport> {
  const owner = ownerOf(athlete);
  return await app.database.transaction(async (tx) => {
    const report = await findReport(tx, owner, reportId);
    if (report === null) throw new UserError({ code: 'stale' });
    await closeEpisode(tx, owner, report.episodeId, 'resolved', now);
    return report;
  });
}

/** One of this athlete's reports. Throws `stale` when it is gone. */
export async function openReport({ app, athlete }: AthleteContext, reportId: string): Promise<PainReport> {
  const report = await findReport(app.database.db, ownerOf(athlete), reportId);
  if (report === null) throw new UserError({ code: 'stale' });
  return report;
}

/**
 * The athlete states that a clinician has reviewed the warning signs that were open at a report (handbook §2); a sign
 * that came up later stays open. Throws `stale` when the report is gone.
 */
export async function clearFlags(context: AthleteContext, reportId: string): Promise<void> {
  const owner = ownerOf(context.athlete);
  const report = await openReport(context, reportId);
  await reviewFlags(context.app.database.db, owner, report, context.now);
}

/**
 * Judges a stored report anew and stores its light. A sign that is open already does not end the questions: only an
 * emergency does. An episode counts as new until its warning signs have been
 * answered once: leaving the questions and reporting again is no way around them.
 */
async function settle(
  tx: Db,
  context: AthleteContext,
  reportId: string,
  fromStep: number,
): Promise<PainAnswer> {
  const { athlete, club } = context;
  const owner = ownerOf(athlete);
  const report = await findReport(tx, owner, reportId);
  if (report === null) throw new UserError({ code: 'stale' });
  const screened = await listScreenedReports(tx, owner, report.episodeId);
  const { result, screenDue } = assess(
    {
      ...report,
      flag: worst(await listOpenFlags(tx, owner)),
      fracture: athlete.fracture,
      minor: isMinor(athlete.ageGroup),
      group: groupOf(report),
      newEpisode: screened.length === 0,
      screened: screened.includes(reportId),
    },
    thresholdsOf(club),
  );
  if (result.light !== report.light) await updateReport(tx, owner, reportId, { light: result.light });
  const steps =
    screenDue && result.light !== 'emergency' ? screenSteps(groupOf(report), personOf(athlete)) : [];
  const step = steps[fromStep];
  return {
    report: { ...report, light: result.light },
    result,
    screen: step === undefined ? null : { step, index: fromStep },
    amberAt: club.amberAt,
    session: report.sessionId === null ? null : await findSession(tx, owner, report.sessionId),
    ...(await courseOf(tx, owner, report)),
  };
}

async function courseOf(
  tx: Db,
  owner: Owner,
  report: PainReport,
): Promise<Pick<PainAnswer, 'morning' | 'seePhysio'>> {
  const isMorning = report.phase === 'next-morning' && report.now !== null;
  const numbers = await listEpisodeNumbers(tx, owner, report.episodeId);
  const ratings = numbers.flatMap((each) =>
    each.now === null ? [] : [{ localDate: each.localDate, now: each.now }],
  );
  return {
    morning: isMorning ? morningAdvice(report.now ?? 0, report.start) : [],
    seePhysio: weeklyMedianRising(weeklyMedians(ratings, report.localDate, 3)),
  };
}

function worst(flags: readonly { readonly level: FlagLevel }[]): FlagLevel {
  const levels: readonly FlagLevel[] = ['emergency', 'urgent', 'soon'];
  return levels.find((level) => flags.some((flag) => flag.level === level)) ?? 'none';
}

function groupOf(report: PainReport) {
  return areaById(report.area)?.screenGroup ?? 'spine';
}

function thresholdsOf({ amberAt, redAt }: Club): Thresholds {
  return { amberAt: amberAt === 2 ? 2 : 3, redAt: redAt === 5 ? 5 : 6 };
}

function ownerOf(athlete: Athlete): Owner {
  return { clubId: athlete.clubId, athleteId: athlete.id };
}
