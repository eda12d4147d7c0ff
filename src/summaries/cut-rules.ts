// What is named on a summary, and how everybody else is counted: the same for a day and for a week.
import type { Sharing } from '../athletes/rules.ts';
import { isShared } from './sharing-rules.ts';

/** Lines of a summary. */
export const MAX_LINES = 8;

/** What every summary counts of those without a line. */
interface Rest {
  readonly trained: number;
  readonly quiet: number;
  readonly alsoToLookAt: number;
  readonly dormant: number;
}

interface Diary {
  readonly userId: string;
  readonly sessions: readonly { readonly visibility: Sharing }[];
}

/** The first 8 of the lines, the most pressing first, and the rest of the athletes in counts. */
export function cutLines<Athlete extends Diary, Line extends { readonly userId: string }>(
  athletes: readonly Athlete[],
  lines: readonly Line[],
  isDormant: (athlete: Athlete) => boolean,
): { readonly lines: readonly Line[]; readonly rest: Rest } {
  const shown = lines.slice(0, MAX_LINES);
  const named = new Set(shown.map(({ userId }) => userId));
  const others = athletes.filter(({ userId }) => !named.has(userId));
  // Whether somebody trained and kept it is not told either: of few others a count would tell it.
  const quiet = others.filter(({ sessions }) => !sessions.some(isShared));
  return {
    lines: shown,
    rest: {
      trained: others.length - quiet.length,
      quiet: quiet.length,
      alsoToLookAt: lines.length - shown.length,
      dormant: quiet.filter(isDormant).length,
    },
  };
}

/** The same summary with its least pressing line counted into the rest instead. */
export function withoutLastLine<Line, Cut extends { readonly lines: readonly Line[]; readonly rest: Rest }>(
  summary: Cut & { readonly lines: readonly Line[] },
  hasTrained: (line: Line) => boolean,
): Cut {
  const { lines, rest } = summary;
  const last = lines.at(-1);
  if (last === undefined) return summary;
  return {
    ...summary,
    lines: lines.slice(0, -1),
    rest: {
      ...rest,
      trained: rest.trained + (hasTrained(last) ? 1 : 0),
      quiet: rest.quiet + (hasTrained(last) ? 0 : 1),
      alsoToLookAt: rest.alsoToLookAt + 1,
    },
  };
}
