// What the summary says of one athlete. Only what an entry shares is looked at: see rules.ts.
import type { Sharing } from '../athletes/rules.ts';
import { daysBetween, type LocalDate } from '../time/local.ts';
import {
  ACTIONS,
  type Action,
  type AthleteFacts,
  type DayFact,
  type SummaryFact,
  type SummaryLine,
  type Told,
} from './facts.ts';
import { lateFacts } from './late-rules.ts';
import { sessionFacts } from './load-rules.ts';
import { isStoppedOn, painFacts, worseFacts } from './report-rules.ts';
import { isOpen, isShared } from './sharing-rules.ts';

/** Days without an entry from which an athlete counts as silent. */
const SILENT_DAYS = 3;

/** Days without an entry up to which the silent are named; from then on they are dormant, and only counted. */
export const NAMED_SILENT_DAYS = 14;

/** The line of one athlete; null when there is nothing to look at, or nothing that coaches may know. */
export function lineOf(athlete: AthleteFacts, day: LocalDate, told: Told | null): SummaryLine | null {
  const ranked = [
    ...painFacts(athlete),
    ...worseFacts(athlete, day),
    ...silentFacts(athlete, day),
    ...(isCoreMissedTold(athlete, day) ? [{ fact: 'core-missed' } as const] : []),
    ...sessionFacts(athlete.sessions, athlete.earlierTempo, day),
    ...lateFacts(athlete, day, told).filter((fact) => actionOf(fact) !== undefined),
  ]
    .map((fact) => ({ fact, action: actionOf(fact) }))
    .sort((a, b) => placeOf(a.action) - placeOf(b.action));
  // A green, known pain goes along with something to act on; alone it is no line.
  const action = ranked[0]?.action;
  if (action === undefined) return null;
  const trained = athlete.sessions.some(isShared);
  return {
    userId: athlete.userId,
    action,
    facts: ranked.map(({ fact }) => fact),
    trained,
    stopped: trained && isStoppedOn(athlete, day),
  };
}

/** Order of two lines, the more pressing first: by action, any pain before silence, the newest silence first, then by id. */
export function compareLines(a: SummaryLine, b: SummaryLine): number {
  return rankOf(a) - rankOf(b) || silenceOf(a) - silenceOf(b) || (a.userId < b.userId ? -1 : 1);
}

/** Whether nothing was logged for so long that an athlete who shares is only counted. */
export function isDormant(athlete: AthleteFacts, day: LocalDate): boolean {
  const days = silentDays(athlete, day);
  return days !== null && days > NAMED_SILENT_DAYS;
}

function actionOf(fact: SummaryFact): Action | undefined {
  if (fact.fact !== 'late') return actionOfDay(fact);
  // The coaches were told another light: also a milder one is news.
  return actionOfDay(fact.of) ?? (fact.how === 'changed' ? 'corrected' : undefined);
}

function actionOfDay(fact: DayFact): Action | undefined {
  if (fact.fact !== 'pain') return fact.fact;
  if (fact.colour === 'red') return 'red';
  if (fact.details?.isNew) return 'new-pain';
  return fact.colour === 'amber' ? 'amber' : undefined;
}

/** Place of an action in the order of the summary, 0 first; what is none comes last. */
function placeOf(action: Action | undefined): number {
  return action === undefined ? ACTIONS.length : ACTIONS.indexOf(action);
}

function rankOf({ action, facts }: SummaryLine): number {
  const hasPain = facts.some((each) => (each.fact === 'late' ? each.of : each).fact === 'pain');
  return hasPain ? Math.min(placeOf(action), placeOf('silent') - 0.5) : placeOf(action);
}

function silenceOf({ facts }: SummaryLine): number {
  return facts.find((fact) => fact.fact === 'silent')?.days ?? 0;
}

/** What tells whether somebody was not heard of, or did not do something. */
type MissingFacts = Pick<AthleteFacts, 'sharing' | 'lastLogged' | 'coreMissed'> & {
  readonly sessions: readonly { readonly visibility: Sharing }[];
  readonly reports: readonly { readonly visibility: Sharing }[];
};

function silentFacts(athlete: AthleteFacts, day: LocalDate): SummaryFact[] {
  const days = silentDays(athlete, day);
  return days !== null && days >= SILENT_DAYS && days <= NAMED_SILENT_DAYS ? [{ fact: 'silent', days }] : [];
}

/** Days since the latest entry; null: none yet, or not to be told. */
function silentDays(athlete: MissingFacts, day: LocalDate): number | null {
  return athlete.lastLogged === null || !isOpenOfDay(athlete)
    ? null
    : daysBetween(athlete.lastLogged.date, day);
}

/** Whether what was not done may be told: the athlete shares, the latest entry did, and so did one of the day if any. */
function isOpenOfDay(athlete: MissingFacts): boolean {
  const entries = [...athlete.sessions, ...athlete.reports];
  return isOpen(athlete) && (entries.length === 0 || entries.some(isShared));
}

/** Whether it is told that core work was missed: of somebody who is silent, or dormant, that nothing was logged says it. */
export function isCoreMissedTold(athlete: MissingFacts, day: LocalDate): boolean {
  const isSilent = (silentDays(athlete, day) ?? 0) >= SILENT_DAYS;
  return athlete.coreMissed && isOpenOfDay(athlete) && !isSilent;
}
