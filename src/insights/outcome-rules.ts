// Whether pain rose after a session: the event of handbook §8. Missing is never "no pain".
import { MEANINGFUL_CHANGE } from '../pain/types.ts';
import { addDays, type LocalDate } from '../time/calendar.ts';
import type { DiaryReport, DiarySession, SessionType } from './types.ts';

/** Pain from which a rise counts, 0 to 10 (handbook §8). */
export const EVENT_FROM = 3;

/** What came after one session. */
export interface Outcome {
  /** Pain reached 3 or more and rose by 2 or more; null: not known, so the session is left out. */
  readonly event: boolean | null;
  /** The worst number during it, after it or the next morning; null: no number. With "No pain" alone it is 0. */
  readonly worst: number | null;
  /** When the outcome was first noted: what a habit has to be noted before; null with `event` null. */
  readonly notedAt: Date | null;
}

const UNKNOWN: Outcome = { event: null, worst: null, notedAt: null };

/** The reports of a diary by the session that they are about; see `findReports`. */
export interface ReportIndex {
  readonly bySession: ReadonlyMap<string, readonly DiaryReport[]>;
  readonly looseByDay: ReadonlyMap<LocalDate, readonly DiaryReport[]>;
  readonly morningByDay: ReadonlyMap<LocalDate, readonly DiaryReport[]>;
}

/** Sorts reports, oldest first, by session and by day. */
export function indexReports(reports: readonly DiaryReport[]): ReportIndex {
  const bySession = new Map<string, DiaryReport[]>();
  const looseByDay = new Map<LocalDate, DiaryReport[]>();
  const morningByDay = new Map<LocalDate, DiaryReport[]>();
  for (const report of reports) {
    if (report.phase === 'next-morning') add(morningByDay, report.localDate, report);
    else if (report.sessionId === null) add(looseByDay, report.localDate, report);
    else add(bySession, report.sessionId, report);
  }
  return { bySession, looseByDay, morningByDay };
}

/**
 * The reports about each session of one class. A report without a session belongs to the day's session where there is
 * exactly one of the class; a next-morning report to the last of the class on the day before [D].
 */
export function findReports(
  sessions: readonly DiarySession[],
  type: SessionType,
  index: ReportIndex,
): ReadonlyMap<string, readonly DiaryReport[]> {
  const byDay = new Map<LocalDate, DiarySession[]>();
  for (const session of sessions) if (session.type === type) add(byDay, session.localDate, session);
  const found = new Map<string, readonly DiaryReport[]>();
  for (const [day, ofDay] of byDay) {
    const loose = ofDay.length === 1 ? (index.looseByDay.get(day) ?? []) : [];
    const morning = index.morningByDay.get(addDays(day, 1)) ?? [];
    for (const session of ofDay) {
      const own = index.bySession.get(session.id) ?? [];
      const isLast = session === ofDay.at(-1);
      found.set(session.id, [...own, ...loose, ...(isLast ? morning : [])].sort(byTime));
    }
  }
  return found;
}

/**
 * What came after a session (handbook §8): an event when in some area the worst number during it, after it or next
 * morning is 3 or more and 2 or more above the number before it, area by area [D]. Before is the start that the
 * reports name, else the number of phase "before", else 0 where "No pain" was said [D]. No event needs numbers, or
 * "No pain"; a rise that cannot be told is not known.
 */
export function outcomeOf(session: DiarySession, reports: readonly DiaryReport[]): Outcome {
  const later = reports.filter(({ phase }) => phase !== 'before');
  const first = later[0]?.reportedAt ?? session.painFreeAt;
  if (first === null || first === undefined) return UNKNOWN;
  const notedAt = session.painFreeAt !== null && session.painFreeAt < first ? session.painFreeAt : first;
  const byArea = new Map<string, DiaryReport[]>();
  for (const report of reports) add(byArea, report.episodeId, report);
  const areas = [...byArea.values()].flatMap((own) => areaOutcome(own, session.painFreeAt !== null) ?? []);
  const known = areas.flatMap(({ worst }) => worst ?? []);
  const worst = known.length > 0 ? Math.max(...known) : areas.length === 0 ? 0 : null;
  if (areas.some(({ event }) => event === true)) return { event: true, worst, notedAt };
  if (areas.some(({ event }) => event === null)) return { ...UNKNOWN, worst };
  return { event: false, worst, notedAt };
}

function areaOutcome(
  reports: readonly DiaryReport[],
  painFree: boolean,
): { readonly event: boolean | null; readonly worst: number | null } | null {
  const later = reports.filter(({ phase }) => phase !== 'before');
  if (later.length === 0) return null;
  const before = reports.filter(({ phase }) => phase === 'before');
  const numbers = later.flatMap((report) => numberOf(report) ?? []);
  const worst = numbers.length === 0 ? null : Math.max(...numbers);
  const grewUnsaid = later.some((report) => report.trend === 'worse' && numberOf(report) === null);
  const start =
    later.find((report) => report.start !== null)?.start ??
    before.map(numberOf).findLast((each) => each !== null) ??
    (painFree ? 0 : null);
  if (worst !== null && start !== null && worst >= EVENT_FROM && worst - start >= MEANINGFUL_CHANGE) {
    return { event: true, worst };
  }
  const isTold = worst !== null && !grewUnsaid && (worst < EVENT_FROM || start !== null);
  return { event: isTold ? false : null, worst };
}

/** The number of a report, 0 to 10; "gone" is 0 [D]; null: none was said. */
export function numberOf({ now, trend }: DiaryReport): number | null {
  return now ?? (trend === 'gone' ? 0 : null);
}

function byTime(a: DiaryReport, b: DiaryReport): number {
  return a.reportedAt.getTime() - b.reportedAt.getTime();
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
