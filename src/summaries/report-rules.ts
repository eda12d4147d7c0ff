// What the pain reports of one athlete come to. Only what a report shares is looked at: see rules.ts.
import { type Light, MEANINGFUL_CHANGE } from '../pain/types.ts';
import type { LocalDate } from '../time/local.ts';
import type { AthleteFacts, Colour, PainFact, ReportFact, WorseFact } from './facts.ts';
import { isDetailed, isShared } from './sharing-rules.ts';

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

/** A report's light as coaches see it. */
export function colourOf({ light }: Pick<ReportFact, 'light'>): Colour {
  return COLOURS[light];
}

/** The worst light of each area where details are shared, and one colour for all that share the light alone. */
export function painFacts(athlete: Pick<AthleteFacts, 'reports'>): PainFact[] {
  const detailed = inOrder(athlete.reports.filter(isDetailed));
  const facts: PainFact[] = [...groupBy(detailed, ({ area }) => area)].map(([area, reports]) => {
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

/**
 * The areas that got worse twice running: of the last three days with reports, the last one on `day` or since, each
 * was worse than the one before. One session reported in three steps is one day, and so never worse twice.
 */
export function worseFacts(
  { earlierReports, reports }: Pick<AthleteFacts, 'earlierReports' | 'reports'>,
  day: LocalDate,
): WorseFact[] {
  const shared = [...earlierReports, ...reports].filter(isShared);
  return [...groupBy(shared, ({ area }) => area)].flatMap(([area, ofArea]): WorseFact[] => {
    const days = [...groupBy(ofArea, ({ localDate }) => localDate)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(-3);
    const last = days.at(-1)?.[0];
    if (days.length < 3 || last === undefined || last < day) return [];
    const reportsOfDays = days.map(([, ofDay]) => ofDay);
    if (!reportsOfDays.flat().every(isDetailed)) {
      const colours = reportsOfDays.map((ofDay) => severityOf(worstOf(ofDay)) || null);
      return rising(colours) === null ? [] : [{ fact: 'worse-twice-running', details: null }];
    }
    const ratings = rising(reportsOfDays.map(worstRating));
    return ratings === null ? [] : [{ fact: 'worse-twice-running', details: { area, ratings } }];
  });
}

/** Whether a report that coaches may know of told the athlete to stop on that very day. */
export function isStoppedOn({ reports }: AthleteFacts, day: LocalDate): boolean {
  return reports.some(
    (report) => isShared(report) && report.localDate === day && COLOURS[report.light] === 'red',
  );
}

/** Three values of which each is above the one before, by 2 or more in total; null: they are not, or one is missing. */
function rising(values: readonly (number | null)[]): readonly [number, number, number] | null {
  const [a = null, b = null, c = null] = values;
  if (a === null || b === null || c === null) return null;
  return b > a && c > b && c - a >= MEANINGFUL_CHANGE ? [a, b, c] : null;
}

function worstRating(reports: readonly ReportFact[]): number | null {
  const ratings = reports.flatMap(({ now }) => now ?? []);
  return ratings.length === 0 ? null : Math.max(...ratings);
}

function inOrder(reports: readonly ReportFact[]): ReportFact[] {
  return [...reports].sort((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime());
}

function groupBy(
  reports: readonly ReportFact[],
  keyOf: (report: ReportFact) => string,
): Map<string, ReportFact[]> {
  const groups = new Map<string, ReportFact[]>();
  for (const report of reports) {
    const key = keyOf(report);
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return groups;
}

function worstOf(reports: readonly ReportFact[]): ReportFact {
  return reports.reduce((worst, report) => (severityOf(report) >= severityOf(worst) ? report : worst));
}

function severityOf({ light }: ReportFact): number {
  return SEVERITY.indexOf(COLOURS[light]);
}
