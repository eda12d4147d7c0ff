// Who is how now, as each athlete shares it (handbook §9). Entries are sifted by what they share before anything is
// worked out from them, as in rules.ts.
import type { LocalDate } from '../time/local.ts';
import type { AthleteFacts, Colour, PainFact, ReportFact, Summary, WorseFact } from './facts.ts';
import { painFacts, worseFacts } from './report-rules.ts';
import { teamFigures } from './rules.ts';
import { isDetailed, isShared } from './sharing-rules.ts';

/** What is open of one athlete, whatever the day. */
export interface OpenFacts {
  readonly userId: string;
  /** Reports of episodes that have not ended, of the days before the board's, in any order. */
  readonly reports: readonly (ReportFact & { readonly episodeId: string })[];
  /** The reports whose warning signs no clinician has reviewed, of whichever day. */
  readonly flags: readonly Pick<ReportFact, 'visibility' | 'localDate'>[];
}

/** What a line asks the coach to look at first, most pressing first. */
export const BOARD_ACTIONS = [
  'see-clinician',
  'red',
  'new-pain',
  'worse-twice-running',
  'amber',
  'unfinished',
  'green',
] as const;
export type BoardAction = (typeof BOARD_ACTIONS)[number];

/** A fact of the board; `day` is that of a light from before today, null: today's. */
export type BoardFact = (PainFact & { readonly day: LocalDate | null }) | WorseFact;

/** One athlete on the board. */
export interface BoardLine {
  readonly userId: string;
  readonly action: BoardAction;
  /** Most pressing first, at least one. */
  readonly facts: readonly BoardFact[];
  /**
   * Told to stop, and whether the coach may know that it was to see a clinician: that takes "details" [D]; which sign
   * it was is nobody's to know (handbook §9).
   */
  readonly told: 'nothing' | 'stop' | 'see-clinician';
  /** Whether a session of today that the coach may know of was logged. */
  readonly trained: boolean;
}

/** The board of a club, ready to be worded. */
export interface Board {
  /** By action. */
  readonly lines: readonly BoardLine[];
  /** Athletes without a line, whatever they share. */
  readonly withoutNews: number;
  readonly team: Summary['team'];
}

/**
 * The board: today's lights, the amber and red ones of the last 14 days whose episode is open [D], and open warning
 * signs. "Only me" entries are nowhere in it; "light only" gives colours and "told to stop".
 */
export function boardOf(
  athletes: readonly AthleteFacts[],
  open: readonly OpenFacts[],
  day: LocalDate,
): Board {
  const byId = new Map(open.map((each) => [each.userId, each]));
  const lines = athletes
    .flatMap((athlete) => boardLine(athlete, byId.get(athlete.userId), day) ?? [])
    .sort(compareLines);
  return { lines, withoutNews: athletes.length - lines.length, team: teamFigures(athletes) };
}

/** Order of two lines: by action, then the newest light, then by id. */
function compareLines(a: BoardLine, b: BoardLine): number {
  const order = BOARD_ACTIONS.indexOf(a.action) - BOARD_ACTIONS.indexOf(b.action);
  if (order !== 0) return order;
  const [dayA, dayB] = [dayShown(a), dayShown(b)];
  return dayA === dayB ? (a.userId < b.userId ? -1 : 1) : dayA > dayB ? -1 : 1;
}

/** The day of a line's most pressing light; today's is the last of all days. */
function dayShown({ facts: [first] }: BoardLine): string {
  return first?.fact === 'pain' && first.day !== null ? first.day : '9999-12-31';
}

function boardLine(athlete: AthleteFacts, open: OpenFacts | undefined, day: LocalDate): BoardLine | null {
  const flags = (open?.flags ?? []).filter(isShared);
  const today = painFacts(athlete).map((fact) => ({ ...fact, day: null }));
  const facts = [...today, ...openFacts(athlete, open), ...worseFacts(athlete, day)]
    .sort((a, b) => placeOf(a) - placeOf(b))
    // Who shares the light alone shows one colour, the worst.
    .filter((fact, index, all) => index === all.findIndex((each) => isSameLight(each, fact)));
  const isRedToday = today.some(({ colour }) => colour === 'red');
  if (flags.length > 0 && !facts.some((fact) => actionOf(fact) === 'red')) {
    facts.unshift({ fact: 'pain', colour: 'red', details: null, day: dayOf(flags) });
  }
  const [first] = facts;
  if (first === undefined) return null;
  const seesClinician = flags.some(isDetailed);
  return {
    userId: athlete.userId,
    action: seesClinician ? 'see-clinician' : actionOf(first),
    facts,
    told: seesClinician ? 'see-clinician' : flags.length > 0 || isRedToday ? 'stop' : 'nothing',
    trained: athlete.sessions.some(isShared),
  };
}

/** Whether two facts are the one light of somebody who shares no more than it, or one and the same. */
function isSameLight(a: BoardFact, b: BoardFact): boolean {
  return a === b || (a.fact === 'pain' && b.fact === 'pain' && a.details === null && b.details === null);
}

/**
 * Ambers and reds from before today: the worst light of the last day on which an open episode was reported, unless its
 * area has a light of today. A report that is still unfinished takes nothing's place: missing is never milder.
 */
function openFacts(athlete: AthleteFacts, open: OpenFacts | undefined): BoardFact[] {
  const isLight = (report: ReportFact) => isShared(report) && report.light !== 'ask';
  const today = new Set(athlete.reports.filter(isLight).map(({ area }) => area));
  const known = (open?.reports ?? []).filter((report) => isLight(report) && !today.has(report.area));
  return [...new Set(known.map(({ episodeId }) => episodeId))]
    .flatMap((episode) => {
      const ofEpisode = known.filter(({ episodeId }) => episodeId === episode);
      const day = dayOf(ofEpisode);
      const ofDay = ofEpisode.filter(({ localDate }) => localDate === day);
      const reports = ofDay.map((report) => ({ ...report, newEpisode: false }));
      return painFacts({ reports }).map((fact) => ({ ...fact, day }));
    })
    .filter(({ colour }) => colour === 'red' || colour === 'amber');
}

/** The latest day of some entries. */
function dayOf(entries: readonly Pick<ReportFact, 'localDate'>[]): LocalDate {
  return (
    entries
      .map(({ localDate }) => localDate)
      .sort()
      .at(-1) ?? ''
  );
}

const BY_COLOUR: Readonly<Record<Colour, BoardAction>> = {
  red: 'red',
  amber: 'amber',
  green: 'green',
  unfinished: 'unfinished',
};

function actionOf(fact: BoardFact): BoardAction {
  if (fact.fact !== 'pain') return fact.fact;
  return fact.colour !== 'red' && fact.details?.isNew ? 'new-pain' : BY_COLOUR[fact.colour];
}

function placeOf(fact: BoardFact): number {
  return BOARD_ACTIONS.indexOf(actionOf(fact));
}
