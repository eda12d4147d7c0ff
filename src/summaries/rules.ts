// Decides what coaches read in the morning, and what they do not (handbook §9). Privacy by construction: entries
// are sifted by what they share before anything is worked out from them.
import { median } from '../pain/course-rules.ts';
import type { LocalDate } from '../time/local.ts';
import { isDetailed, isShared, lineOf, rankOf } from './athlete-rules.ts';
import type { AthleteFacts, Summary } from './facts.ts';

export { SILENT_DAYS } from './athlete-rules.ts';
export type * from './facts.ts';

/** Lines of a summary. */
export const MAX_LINES = 8;

/** Athletes below whom no team figure is given. */
export const TEAM_MIN = 5;

/**
 * The summary of one day. "Only me" entries count towards those who trained and nothing else; "light only" gives
 * trained, a colour and habits; "details" gives numbers. Warning signs show as RED only. Silence and missed core
 * work are named only of athletes who share at least the light and whose latest entry did.
 */
export function summaryLines(athletes: readonly AthleteFacts[], { today }: { today: LocalDate }): Summary {
  const lines = athletes
    .flatMap((athlete) => lineOf(athlete, today) ?? [])
    .sort((a, b) => rankOf(a.action) - rankOf(b.action) || (a.userId < b.userId ? -1 : 1));
  const shown = lines.slice(0, MAX_LINES);
  const named = new Set(shown.map(({ userId }) => userId));
  const others = athletes.filter(({ userId }) => !named.has(userId));
  const trained = others.filter(({ sessions }) => sessions.length > 0).length;
  return {
    lines: shown,
    rest: { trained, quiet: others.length - trained, alsoToLookAt: lines.length - shown.length },
    team: teamFigures(athletes),
  };
}

function teamFigures(athletes: readonly AthleteFacts[]): Summary['team'] {
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
