// Decides what coaches read in the morning, and what they do not (handbook §9). Privacy by construction: entries
// are sifted by what they share before anything is worked out from them.
import { median } from '../pain/course-rules.ts';
import type { LocalDate } from '../time/local.ts';
import { compareLines, isDormant, lineOf } from './athlete-rules.ts';
import { cutLines } from './cut-rules.ts';
import type { AthleteFacts, Summary, Told } from './facts.ts';
import { loggedLate } from './late-rules.ts';
import { isDetailed, isShared } from './sharing-rules.ts';

export type * from './facts.ts';

/** Athletes below whom no team figure is given. */
export const TEAM_MIN = 5;

/**
 * The summary of one day. "Only me" entries are nowhere in it, not even as a count; "light only" gives trained, a colour
 * and habits; "details" gives numbers. Warning signs show as RED only. Silence and missed core work are named only of
 * athletes who share at least the light and whose latest entry did; after 14 days of silence they are only counted. What
 * earlier days still owe is told with their day named; `told` null: nothing was told yet.
 */
export function summaryLines(
  athletes: readonly AthleteFacts[],
  { day, told }: { readonly day: LocalDate; readonly told: Told | null },
): Summary {
  const lines = athletes.flatMap((athlete) => lineOf(athlete, day, told) ?? []).sort(compareLines);
  const { lines: shown, rest } = cutLines(athletes, lines, (athlete) => isDormant(athlete, day));
  return {
    lines: shown,
    rest: { ...rest, loggedLate: loggedLate(athletes, day, told) },
    team: teamFigures(athletes),
  };
}

/** Figures over those who shared what they are made of; null below 5 of them (handbook §9). */
export function teamFigures(athletes: readonly AthleteFacts[]): Summary['team'] {
  const answered = athletes
    .map(({ sessions }) => sessions.filter((session) => isShared(session) && session.warmup !== null))
    .filter((sessions) => sessions.length > 0);
  const done = answered.filter((sessions) => sessions.every(({ warmup }) => warmup !== 'none')).length;
  const loads = athletes.flatMap(({ sessions }) => {
    const known = sessions.filter(isDetailed).flatMap((session) => session.load ?? []);
    return known.length === 0 ? [] : [known.reduce((total, each) => total + each, 0)];
  });
  return {
    warmups: answered.length < TEAM_MIN ? null : { done, of: answered.length },
    load: loads.length < TEAM_MIN ? null : { medianAu: median(loads) ?? 0, of: loads.length },
  };
}
