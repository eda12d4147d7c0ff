// Facts of one athlete as the summary reads them, with everything shared unless a test says otherwise.
import {
  type AthleteFacts,
  type ReportFact,
  type SessionFact,
  type Summary,
  summaryLines,
  type Told,
} from '../../src/summaries/rules.ts';
import { addDays } from '../../src/time/local.ts';

/** The day that the summaries are about. */
export const DAY = '2026-03-10';

export const session: SessionFact = {
  visibility: 'details',
  localDate: DAY,
  loggedAt: new Date(`${DAY}T17:00:00Z`),
  changedAt: null,
  type: 'tempo',
  warmup: 'full',
  core: true,
  stretch: 'yes',
  load: 135,
  metres: 2000,
};

export const report: ReportFact = {
  visibility: 'details',
  reportedAt: new Date(`${DAY}T17:00:00Z`),
  changedAt: null,
  localDate: DAY,
  area: 'low-back',
  light: 'red',
  now: 4,
  start: 1,
  rep: 6,
  newEpisode: false,
};

export function athlete(userId: string, facts: Partial<AthleteFacts> = {}): AthleteFacts {
  return {
    userId,
    sharing: 'details',
    sessions: [],
    earlierSessions: [],
    reports: [],
    earlierReports: [],
    earlierTempo: [],
    lastLogged: { date: DAY, visibility: facts.sharing ?? 'details' },
    coreMissed: false,
    coreLate: [],
    coreMarkedAt: [],
    ...facts,
  };
}

/** A green report of another day. */
export function reportOf(
  localDate: string,
  now: number | null,
  changes: Partial<ReportFact> = {},
): ReportFact {
  const reportedAt = new Date(`${localDate}T17:00:00Z`);
  return { ...report, reportedAt, localDate, light: 'green', now, ...changes };
}

/** Tempo sessions of the day before. */
export function tempo(...metres: number[]): AthleteFacts['earlierTempo'] {
  return metres.map((each) => ({ visibility: 'details', localDate: addDays(DAY, -1), metres: each }));
}

export function summarise(...athletes: AthleteFacts[]): Summary {
  return summaryLines(athletes, { day: DAY, told: null });
}

/** The summary after one that told some day. */
export function summariseAfter(told: Told | null, ...athletes: AthleteFacts[]): Summary {
  return summaryLines(athletes, { day: DAY, told });
}

/** Each line as "who action". */
export function actions(summary: Summary): string[] {
  return summary.lines.map(({ userId, action }) => `${userId} ${action}`);
}
