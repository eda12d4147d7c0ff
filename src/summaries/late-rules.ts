// What is told of earlier days because it was logged or changed after they were told. Only what an entry shares is
// looked at: a change of an "only me" entry is nobody's to see.
import { addDays, type LocalDate } from '../time/local.ts';
import type { AthleteFacts, CoreLate, LateFact, Lateness, ReportFact, SessionFact, Told } from './facts.ts';
import { sessionFacts } from './load-rules.ts';
import { painFacts, worseFacts } from './report-rules.ts';
import { isDetailed, isOpen, isShared } from './sharing-rules.ts';

/** How many days before its own a summary still corrects. */
export const LATE_DAYS = 7;

const LATENESSES: readonly Lateness[] = ['untold', 'logged', 'changed'];

type LateEntries = Pick<AthleteFacts, 'earlierSessions' | 'earlierReports' | 'earlierTempo'>;
type CoreEntries = Pick<AthleteFacts, 'sharing' | 'lastLogged' | 'coreLate'>;

/**
 * What the 7 days before give that the coaches were not told in time, the oldest first. What a changed entry said
 * before is kept nowhere, so it is told as it is now. Before the first summary of a club nothing was told, and so
 * nothing is late.
 */
export function lateFacts(athlete: LateEntries & CoreEntries, day: LocalDate, told: Told | null): LateFact[] {
  if (told === null) return [];
  const entries = [...athlete.earlierSessions, ...athlete.earlierReports];
  const days = new Set(entries.map(({ localDate }) => localDate).filter((each) => isWithin(each, day)));
  return [
    ...[...days].sort().flatMap((each) => lateFactsOf(athlete, each, told)),
    ...(isOpen(athlete) ? athlete.coreLate : []).map(coreDoneOn),
  ];
}

/** How many shared sessions of the 7 days before were logged after their day was told. */
export function loggedLate(athletes: readonly LateEntries[], day: LocalDate, told: Told | null): number {
  if (told === null) return 0;
  return athletes
    .flatMap(({ earlierSessions }) => earlierSessions)
    .filter((each) => isWithin(each.localDate, day) && sessionLateness(each, told) === 'logged').length;
}

/** The newest logging or change, after an instant, of what the coaches may know of a day and of those before it. */
export function newestChange(athletes: readonly AthleteFacts[], since: Date): Date | null {
  const entries = athletes.map(({ sessions, earlierSessions, reports, earlierReports, ...athlete }) => ({
    ...athlete,
    sessions: [...sessions, ...earlierSessions],
    reports: [...reports, ...earlierReports],
  }));
  return newestOf(entries, since);
}

type Changing = Pick<AthleteFacts, 'sharing' | 'lastLogged' | 'coreMarkedAt'> & {
  readonly sessions: readonly SessionFact[];
  readonly reports: readonly ReportFact[];
};

/**
 * The newest logging or change, after an instant, of the entries that coaches may know; null: none. Deleting leaves no
 * time behind, and neither does sharing less.
 */
export function newestOf(athletes: readonly Changing[], since: Date): Date | null {
  const times = athletes.flatMap(({ sessions, reports, ...athlete }) => [
    ...(isOpen(athlete) ? athlete.coreMarkedAt : []),
    ...sessions.filter(isShared).flatMap(({ loggedAt, changedAt }) => [loggedAt, changedAt]),
    ...reports.filter(isShared).flatMap(({ reportedAt, changedAt }) => [reportedAt, changedAt]),
  ]);
  return times.reduce(
    (newest, at) => (at !== null && at > since && (newest === null || at > newest) ? at : newest),
    null,
  );
}

function coreDoneOn(late: CoreLate): LateFact {
  return { fact: 'late', ...late, of: { fact: 'core-done' } };
}

function isWithin(each: LocalDate, day: LocalDate): boolean {
  return each < day && each >= addDays(day, -LATE_DAYS);
}

function lateFactsOf(athlete: LateEntries, day: LocalDate, told: Told): LateFact[] {
  const sessions = athlete.earlierSessions.filter(({ localDate }) => localDate === day);
  const shared = athlete.earlierReports.filter(isShared);
  const howByStory = latenessByStory(
    shared.filter(({ localDate }) => localDate === day),
    told,
  );
  return LATENESSES.flatMap((how) => {
    const ofHow = shared.filter((report) => howByStory.get(storyOf(report)) === how);
    const reports = ofHow.filter(({ localDate }) => localDate === day);
    const earlierReports = ofHow.filter(({ localDate }) => localDate < day);
    const late = sessions.filter((session) => sessionLateness(session, told) === how);
    const facts = [
      ...painFacts({ reports }),
      ...worseFacts({ reports, earlierReports }, day),
      ...sessionFacts(late, athlete.earlierTempo, day),
    ];
    return facts.map((of) => ({ fact: 'late' as const, day, how, of }));
  });
}

/** Reports that one light is told for: those of an area, or all of which the light alone is shared. */
function storyOf(report: ReportFact): string {
  return isDetailed(report) ? report.area : '';
}

/** The stories of a day in which something came late; one is told once, for what came late first of it. */
function latenessByStory(reports: readonly ReportFact[], told: Told): Map<string, Lateness> {
  const found = new Map<string, Lateness>();
  for (const how of [...LATENESSES].reverse()) {
    for (const report of reports) {
      if (reportLateness(report, told) === how) found.set(storyOf(report), how);
    }
  }
  return found;
}

function sessionLateness(session: SessionFact, told: Told): Lateness | null {
  if (!isShared(session)) return null;
  if (session.localDate > told.day) return 'untold';
  return latenessOf(session.loggedAt, session.changedAt, told);
}

/** A summary tells the reports of its day and since: those of the next morning are known already. */
function reportLateness({ localDate, reportedAt, changedAt }: ReportFact, told: Told): Lateness | null {
  const how = latenessOf(reportedAt, changedAt, told);
  return how === 'logged' && localDate > told.day ? 'untold' : how;
}

function latenessOf(loggedAt: Date, changedAt: Date | null, { until }: Told): Lateness | null {
  if (loggedAt > until) return 'logged';
  return changedAt !== null && changedAt > until ? 'changed' : null;
}
