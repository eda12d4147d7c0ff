/** What a stored report comes to: its light, the questions that stand open, the session it belongs to. */

import type { AthleteContext } from '../app.ts';
import { type Owner, ownerOf } from '../athletes/owner.ts';
import { isMinor } from '../athletes/rules.ts';
import type { Club } from '../clubs/store.ts';
import type { Db } from '../db/database.ts';
import { UserError } from '../faults.ts';
import { parseWork } from '../sessions/shorthand.ts';
import { findSession, findSessionOfDay, type Session } from '../sessions/store.ts';
import { areaById, type ScreenGroup } from './areas.ts';
import { type MorningAdvice, morningAdvice, weeklyMedianRising, weeklyMedians } from './course-rules.ts';
import { listEpisodeNumbers } from './episode-store.ts';
import { onsetMetres } from './onset-rules.ts';
import { assess, type FlagLevel, type LightResult, type Thresholds } from './rules.ts';
import { LEVELS, personOf, type ScreenList, screenLists } from './screen.ts';
import { listOpenFlags, listScreenedReports } from './screen-store.ts';
import { findReport, listLightsOfDay, type PainReport, updateReport } from './store.ts';

/** A report, its light, and what is still to be asked for one. */
export interface PainAnswer {
  readonly report: PainReport;
  readonly result: LightResult;
  /** The warning signs to ask now, all on one page; null: nothing to screen. */
  readonly screen: {
    readonly lists: readonly ScreenList[];
    /** The numbers alone are RED, or a sign is open already: stop until this is answered. */
    readonly stopMeanwhile: boolean;
  } | null;
  /** The session of the day, if one is logged, before the report or after it. */
  readonly session: Session | null;
  /** Metres run by the end of the repetition at which it began; null: not known. */
  readonly onsetMetres: number | null;
  readonly morning: readonly MorningAdvice[];
  /** Another report of the day is RED: its running is over, whatever this one's numbers say. */
  readonly redToday: boolean;
  /** Pain from which the club's light is amber. */
  readonly amberAt: number;
  /** The weekly median rose twice running and by 2 or more (handbook §1). */
  readonly seePhysio: boolean;
}

/**
 * Judges a stored report anew and stores its light. A sign that is open already does not end the questions: only an
 * emergency does. An episode counts as new until its warning signs have been
 * answered once: leaving the questions and reporting again is no way around them.
 */
export async function settle(tx: Db, context: AthleteContext, reportId: string): Promise<PainAnswer> {
  const { athlete, club, now } = context;
  const owner = ownerOf(athlete);
  const report = await findReport(tx, owner, reportId);
  if (report === null) throw new UserError({ code: 'stale' });
  const screened = await listScreenedReports(tx, owner, report.episodeId);
  const flag = worst(await listOpenFlags(tx, owner));
  const { result, screenDue, redByNumbers } = assess(
    {
      ...report,
      flag,
      fracture: athlete.fracture,
      minor: isMinor(athlete.ageGroup),
      group: groupOf(report),
      newEpisode: screened.length === 0,
      screened: screened.includes(reportId),
    },
    thresholdsOf(club),
  );
  if (result.light !== report.light) await updateReport(tx, owner, reportId, { light: result.light }, now);
  const asks = screenDue && result.light !== 'emergency';
  const session = await sessionOf(tx, owner, report);
  return {
    report: { ...report, light: result.light },
    result,
    screen: asks
      ? {
          lists: screenLists(groupOf(report), personOf(athlete)),
          stopMeanwhile: redByNumbers || flag !== 'none',
        }
      : null,
    redToday: isMild(result) && (await listLightsOfDay(tx, owner, report.localDate)).includes('red'),
    amberAt: club.amberAt,
    session,
    onsetMetres: onsetOf(report, session),
    ...(await courseOf(tx, owner, report)),
  };
}

/** Amber and green speak of going on. */
function isMild({ light }: LightResult): boolean {
  return light === 'amber' || light === 'green';
}

/** The session of the report's day: the one it was made on, else the one logged since. */
async function sessionOf(tx: Db, owner: Owner, report: PainReport): Promise<Session | null> {
  const own = report.sessionId === null ? null : await findSession(tx, owner, report.sessionId);
  return own ?? (await findSessionOfDay(tx, owner, report.localDate));
}

function onsetOf({ rep, phase }: PainReport, session: Session | null): number | null {
  if (rep === null || phase === 'next-morning' || typeof session?.work !== 'string') return null;
  const read = parseWork(session.work);
  return read.ok ? onsetMetres(read.work, rep) : null;
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
  return LEVELS.findLast((level) => flags.some((flag) => flag.level === level)) ?? 'none';
}

/** Which signs are asked for the area of a report; an area that this version does not know has those of the back. */
export function groupOf(report: PainReport): ScreenGroup {
  return areaById(report.area)?.screenGroup ?? 'spine';
}

function thresholdsOf({ amberAt, redAt }: Club): Thresholds {
  return { amberAt: amberAt === 2 ? 2 : 3, redAt: redAt === 5 ? 5 : 6 };
}
