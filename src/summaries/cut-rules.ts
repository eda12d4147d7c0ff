// What is named on a summary, and how everybody else is counted: the same for a day and for a week.
import type { Sharing } from '../athletes/rules.ts';
import { isShared } from './sharing-rules.ts';

/** Lines of a summary. */
export const MAX_LINES = 8;

/** Names on a line that several share [D]. */
export const MAX_NAMES = 12;

/** Facts that many have at once, as in a week off. */
const EVERYDAY: ReadonlySet<string> = new Set(['silent', 'core-missed', 'warm-up-missed']);

/** What is said of one athlete. */
export interface NamedLine {
  readonly userId: string;
  readonly facts: readonly { readonly fact: string }[];
}

/** The same for those who share a line, as nothing but the same everyday facts is said of them. */
export function lineKey({ userId, ...said }: NamedLine): string {
  return said.facts.every(({ fact }) => EVERYDAY.has(fact)) ? JSON.stringify(said) : userId;
}

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

/** The athletes of the first 8 lines, the most pressing first, and the rest of them in counts. */
export function cutLines<Athlete extends Diary, Line extends NamedLine>(
  athletes: readonly Athlete[],
  lines: readonly Line[],
  isDormant: (athlete: Athlete) => boolean,
): { readonly lines: readonly Line[]; readonly rest: Rest } {
  const shown = firstLines(lines);
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

function firstLines<Line extends NamedLine>(lines: readonly Line[]): Line[] {
  const names = new Map<string, number>();
  return lines.filter((line) => {
    const key = lineKey(line);
    const before = names.get(key) ?? 0;
    const fits = before === 0 ? names.size < MAX_LINES : before < MAX_NAMES;
    if (fits) names.set(key, before + 1);
    return fits;
  });
}

/** The same summary with its least pressing athlete counted into the rest instead. */
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
