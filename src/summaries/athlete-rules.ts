// What the summary says of one athlete. Only what an entry shares is looked at: see rules.ts.
import type { Sharing } from '../athletes/rules.ts';
import type { Light } from '../pain/types.ts';
import { spike } from '../sessions/rules.ts';
import { daysBetween, type LocalDate } from '../time/local.ts';
import {
  ACTIONS,
  type Action,
  type AthleteFacts,
  type Colour,
  type ReportFact,
  type SummaryFact,
  type SummaryLine,
} from './facts.ts';

/** Days without an entry after which an athlete counts as silent. */
export const SILENT_DAYS = 3;

const COLOURS: Readonly<Record<Light, Colour>> = {
  emergency: 'red',
  urgent: 'red',
  'red-see-clinician': 'red',
  red: 'red',
  amber: 'amber',
  green: 'green',
  ask: 'unfinished',
};

const SEVERITY: readonly Colour[] = ['unfinished', 'green', 'amber', 'red'];

/** The line of one athlete; null when there is nothing to look at, or nothing that coaches may know. */
export function lineOf(athlete: AthleteFacts, today: LocalDate): SummaryLine | null {
  const ranked = [
    ...painFacts(athlete),
    ...worseFacts(athlete),
    ...silentFacts(athlete, today),
    ...loadFacts(athlete),
    ...habitFacts(athlete),
  ]
    .map((fact) => ({ fact, action: actionOf(fact) }))
    .sort((a, b) => rankOf(a.action) - rankOf(b.action));
  // A green, known pain goes along with something to act on; alone it is no line.
  const action = ranked[0]?.action;
  if (action === undefined) return null;
  const trained = athlete.sessions.some(isShared);
  return { userId: athlete.userId, action, facts: ranked.map(({ fact }) => fact), trained };
}

function actionOf(fact: SummaryFact): Action | undefined {
  if (fact.fact !== 'pain') return fact.fact;
  if (fact.colour === 'red') return 'red';
  if (fact.details?.isNew) return 'new-pain';
  return fact.colour === 'amber' ? 'amber' : undefined;
}

/** Place of an action in the order of the summary, 0 first; what is none comes last. */
export function rankOf(action: Action | undefined): number {
  return action === undefined ? ACTIONS.length : ACTIONS.indexOf(action);
}

function painFacts(athlete: AthleteFacts): SummaryFact[] {
  const detailed = athlete.reports.filter(isDetailed);
  const facts: SummaryFact[] = [...byArea(detailed)].map(([area, reports]) => {
    const worst = worstOf(reports);
    const { now, start, rep } = worst;
    const isNew = reports.some(({ newEpisode }) => newEpisode);
    return { fact: 'pain', colour: COLOURS[worst.light], details: { area, now, start, rep, isNew } };
  });
  const lightOnly = athlete.reports.filter(({ visibility }) => visibility === 'light-only');
  if (lightOnly.length > 0) {
    facts.push({ fact: 'pain', colour: COLOURS[worstOf(lightOnly).light], details: null });
  }
  return facts;
}

function worseFacts(athlete: AthleteFacts): SummaryFact[] {
  const ofDay = new Set(athlete.reports);
  const shared = [...athlete.earlierReports, ...athlete.reports].filter(isShared);
  return [...byArea(shared)].flatMap(([area, reports]): SummaryFact[] => {
    const lastThree = reports.slice(-3);
    const [first, second, third] = lastThree;
    if (first === undefined || second === undefined || third === undefined || !ofDay.has(third)) return [];
    if (!lastThree.every(isDetailed)) {
      const [a = 0, b = 0, c = 0] = [first, second, third].map(severityOf);
      return a > 0 && isRising(a, b, c) ? [{ fact: 'worse-twice-running', details: null }] : [];
    }
    const [a, b, c] = [first.now, second.now, third.now];
    if (a === null || b === null || c === null || !isRising(a, b, c)) return [];
    return [{ fact: 'worse-twice-running', details: { area, ratings: [a, b, c] } }];
  });
}

function isRising(first: number, second: number, third: number): boolean {
  return second > first && third > second;
}

function silentFacts(athlete: AthleteFacts, today: LocalDate): SummaryFact[] {
  if (athlete.lastLogged === null || !isOpen(athlete)) return [];
  const days = daysBetween(athlete.lastLogged.date, today);
  return days >= SILENT_DAYS ? [{ fact: 'silent', days }] : [];
}

/** Whether what was not done may be told: the athlete shares, the latest entry did, and so did one of the day if any. */
function isOpen({ sharing, lastLogged, sessions, reports }: AthleteFacts): boolean {
  const entries = [...sessions, ...reports];
  const sharesDay = entries.length === 0 || entries.some(isShared);
  return sharing !== 'only-me' && lastLogged !== null && isShared(lastLogged) && sharesDay;
}

/** Jumps above 10 %: smaller ones are every good week. */
function loadFacts(athlete: AthleteFacts): SummaryFact[] {
  const metres = athlete.sessions
    .filter((session) => isDetailed(session) && session.type === 'tempo')
    .map((session) => session.metres ?? 0);
  const earlier = athlete.earlierTempo.filter(isDetailed).map((session) => session.metres);
  const found = metres.length === 0 ? null : spike(Math.max(...metres), earlier);
  return found === null || found.bin === 'up-to-10' ? [] : [{ fact: 'load-jump', ...found }];
}

function habitFacts(athlete: AthleteFacts): SummaryFact[] {
  const facts: SummaryFact[] = [];
  if (athlete.coreMissed && isOpen(athlete)) facts.push({ fact: 'core-missed' });
  const cold = athlete.sessions.filter((session) => isShared(session) && session.warmup === 'none');
  const [known] = cold.filter(isDetailed);
  if (cold.length > 0) facts.push({ fact: 'warm-up-missed', type: known?.type ?? null });
  return facts;
}

/** Whether coaches may know of an entry: its colour and its habits. */
export function isShared({ visibility }: { readonly visibility: Sharing }): boolean {
  return visibility !== 'only-me';
}

/** Whether coaches may know an entry's numbers. */
export function isDetailed({ visibility }: { readonly visibility: Sharing }): boolean {
  return visibility === 'details';
}

function byArea(reports: readonly ReportFact[]): Map<string, ReportFact[]> {
  const areas = new Map<string, ReportFact[]>();
  const ordered = [...reports].sort((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime());
  for (const report of ordered) areas.set(report.area, [...(areas.get(report.area) ?? []), report]);
  return areas;
}

function worstOf(reports: readonly ReportFact[]): ReportFact {
  return reports.reduce((worst, report) => (severityOf(report) >= severityOf(worst) ? report : worst));
}

function severityOf({ light }: ReportFact): number {
  return SEVERITY.indexOf(COLOURS[light]);
}
