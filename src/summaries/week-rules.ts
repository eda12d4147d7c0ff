// Decides what coaches read of a week (handbook §9). Entries are sifted by what they share before anything is worked
// out from them, as in rules.ts.

import { median, weeklyMedianRising } from '../pain/course-rules.ts';
import { addDays, daysBetween, type LocalDate } from '../time/local.ts';
import { NAMED_SILENT_DAYS } from './athlete-rules.ts';
import { cutLines } from './cut-rules.ts';
import type { ReportFact } from './facts.ts';
import { tempoJump } from './load-rules.ts';
import { colourOf } from './report-rules.ts';
import { TEAM_MIN } from './rules.ts';
import { isDetailed, isOpen, isShared } from './sharing-rules.ts';
import {
  WEEK_ACTIONS,
  type WeekAction,
  type WeekFact,
  type WeekFacts,
  type WeekLine,
  type WeekSummary,
} from './week-facts.ts';

/** Days of a weekly summary. */
export const WEEK_DAYS = 7;

/** Weeks whose medians are compared, the summary's own included (handbook §1). */
export const MEDIAN_WEEKS = 3;

/** Days with pain, and missed days of core work, from which a week has something to say [D]. */
const PAIN_DAYS = 3;
const CORE_MISSED = 3;

/**
 * The summary of the seven days up to `last`. As on a day, "only me" entries are nowhere in it, "light only" gives days
 * and colours, "details" gives numbers; of athletes whose action is the same none comes before another for its pain.
 */
export function weekSummary(athletes: readonly WeekFacts[], last: LocalDate): WeekSummary {
  const lines = athletes.flatMap((athlete) => lineOf(athlete, last) ?? []).sort(compareLines);
  const cut = cutLines(athletes, lines, (athlete) => silenceOf(athlete, last) === 'dormant');
  return { ...cut, team: teamFigures(athletes) };
}

function lineOf(athlete: WeekFacts, last: LocalDate): WeekLine | null {
  const facts = [
    ...physioFacts(athlete, last),
    ...redFacts(athlete, last),
    ...painFacts(athlete, last),
    ...jumpFacts(athlete, last),
    ...(silenceOf(athlete, last) === 'named' ? [{ fact: 'silent' } as const] : []),
    ...coreFacts(athlete),
  ].sort((a, b) => placeOf(a.fact) - placeOf(b.fact));
  if (facts.length === 0) return null;
  const { userId, sessions } = athlete;
  return {
    userId,
    facts,
    daysTrained: daysOf(sessions.filter(isShared)).length,
  };
}

function compareLines(a: WeekLine, b: WeekLine): number {
  const [first, second] = [a.facts[0]?.fact, b.facts[0]?.fact].map((action) => placeOf(action));
  return (first ?? 0) - (second ?? 0) || (a.userId < b.userId ? -1 : 1);
}

function placeOf(action: WeekAction | undefined): number {
  return action === undefined ? WEEK_ACTIONS.length : WEEK_ACTIONS.indexOf(action);
}

/** Days of some entries, each once, oldest first. */
function daysOf(entries: readonly { readonly localDate: LocalDate }[]): LocalDate[] {
  return [...new Set(entries.map(({ localDate }) => localDate))].sort();
}

function reportsOf(athlete: WeekFacts, last: LocalDate): (ReportFact & { readonly episodeId: string })[] {
  const isOfWeek = ({ localDate }: ReportFact) => localDate > addDays(last, -WEEK_DAYS) && localDate <= last;
  return athlete.reports.filter((report) => isShared(report) && isOfWeek(report));
}

/** Medians of the numbers that were shared: what was not takes no part in them. */
function physioFacts({ reports }: WeekFacts, last: LocalDate): WeekFact[] {
  const detailed = reports.filter(isDetailed);
  return [...new Set(detailed.map(({ episodeId }) => episodeId))].flatMap((episode): WeekFact[] => {
    const own = detailed.filter(({ episodeId }) => episodeId === episode);
    const medians = Array.from({ length: MEDIAN_WEEKS }, (_, index) => {
      const until = addDays(last, -WEEK_DAYS * (MEDIAN_WEEKS - 1 - index));
      const ofWeek = own.filter(
        ({ localDate }) => localDate > addDays(until, -WEEK_DAYS) && localDate <= until,
      );
      return median(ofWeek.flatMap(({ now }) => now ?? []));
    });
    if (!weeklyMedianRising(medians)) return [];
    return [{ fact: 'see-physio', area: own[0]?.area ?? '', medians: medians.flatMap((each) => each ?? []) }];
  });
}

function redFacts(athlete: WeekFacts, last: LocalDate): WeekFact[] {
  const red = reportsOf(athlete, last).filter((report) => colourOf(report) === 'red');
  if (red.length === 0) return [];
  const areas = [...new Set(red.filter(isDetailed).map(({ area }) => area))];
  return [{ fact: 'red-days', days: daysOf(red), areas }];
}

/** Days on which a number above 0 was shared, or, where the light alone is shared, an amber or red one. */
function painFacts(athlete: WeekFacts, last: LocalDate): WeekFact[] {
  const reports = reportsOf(athlete, last);
  const rated = reports.filter((report) => isDetailed(report) && (report.now ?? 0) > 0);
  const lit = reports.filter((report) => ['amber', 'red'].includes(colourOf(report)));
  const [painful, worst] =
    daysOf(rated).length >= PAIN_DAYS ? [rated, Math.max(...rated.map(({ now }) => now ?? 0))] : [lit, null];
  const days = daysOf(painful).length;
  // Where the light alone is shared and every one was red, the red days have said it.
  const isSaid = worst === null && lit.every((report) => colourOf(report) === 'red');
  return days < PAIN_DAYS || isSaid ? [] : [{ fact: 'pain-days', days, worst }];
}

/** The week's biggest jump: one fact, however many sessions were above those before them. */
function jumpFacts({ sessions, tempo }: WeekFacts, last: LocalDate): WeekFact[] {
  const jumps = Array.from({ length: WEEK_DAYS }, (_, back) => {
    const day = addDays(last, -back);
    return tempoJump(
      sessions.filter(({ localDate }) => localDate === day),
      tempo,
      day,
    );
  }).filter((jump) => jump !== null);
  const [biggest] = jumps.sort((a, b) => b.metres - a.metres);
  return biggest === undefined ? [] : [{ fact: 'load-jump', ...biggest }];
}

/** Whether nothing was logged all week by somebody who shares: named for two weeks, then only counted. */
function silenceOf({ sharing, lastLogged }: WeekFacts, last: LocalDate): 'named' | 'dormant' | null {
  if (sharing === 'only-me' || lastLogged === null || !isShared(lastLogged)) return null;
  const days = daysBetween(lastLogged.date, last);
  if (days < WEEK_DAYS) return null;
  return days <= NAMED_SILENT_DAYS ? 'named' : 'dormant';
}

/** Core work that was not logged on 3 or more of its days, by somebody who shares and still logs. */
function coreFacts({ sharing, lastLogged, sessions, coreDays, ...athlete }: WeekFacts): WeekFact[] {
  const entries = [...sessions, ...athlete.reports];
  // A day with entries for oneself alone says nothing of what was done on it.
  const told = coreDays.filter(({ date }) => {
    const ofDay = entries.filter(({ localDate }) => localDate === date);
    return ofDay.length === 0 || ofDay.some(isShared);
  });
  const missed = told.filter(({ done }) => !done).length;
  const isSeen = sessions.some(isShared);
  return isOpen({ sharing, lastLogged }) && isSeen && missed >= CORE_MISSED
    ? [{ fact: 'core-missed', missed, of: told.length }]
    : [];
}

/** Figures over those who shared what they are made of; null below 5 of them (handbook §9). */
function teamFigures(athletes: readonly WeekFacts[]): WeekSummary['team'] {
  const shared = athletes.map(({ sessions }) => sessions.filter(isShared)).filter(({ length }) => length > 0);
  const answered = shared
    .map((sessions) => sessions.filter(({ warmup }) => warmup !== null))
    .filter(({ length }) => length > 0);
  const medianDays = median(shared.map((sessions) => daysOf(sessions).length)) ?? 0;
  return {
    sessions:
      shared.length < TEAM_MIN ? null : { count: shared.flat().length, medianDays, of: shared.length },
    warmups:
      answered.length < TEAM_MIN
        ? null
        : {
            done: answered.flat().filter(({ warmup }) => warmup !== 'none').length,
            of: answered.flat().length,
          },
  };
}
