// What stands against exercises today (handbook §2, §7 and Never 2 to 4), and what hurts.
import { episodeEndsQuiet } from '../pain/course-rules.ts';
import { type FlagLevel, type Kind, type Light, RED_LIGHTS } from '../pain/types.ts';
import { addDays, type LocalDate } from '../time/local.ts';
import { MOST_PAIN } from './rules.ts';

/** Days that the last number of an open episode is taken for pain now; missing is never "no pain" [D]. */
export const PAIN_KNOWN_DAYS = 7;

/** A pain report as far as exercises depend on it. */
export interface PainFact {
  readonly area: string;
  readonly localDate: LocalDate;
  /** 0 to 10; null: not answered. */
  readonly now: number | null;
  readonly kinds: readonly Kind[];
  readonly light: Light;
}

/** A warning sign that no clinician has reviewed, with the report to review it at. */
export interface OpenFlag {
  readonly level: Exclude<FlagLevel, 'none'>;
  readonly reportId: string;
}

/** What is known about somebody's pain on a local day. */
export interface PainOfDay {
  readonly day: LocalDate;
  readonly flags: readonly OpenFlag[];
  /** Reports of the day, episodes that are over included. */
  readonly reports: readonly PainFact[];
  /** Open episodes, each with its reports, the oldest first. */
  readonly episodes: readonly { readonly area: string; readonly reports: readonly PainFact[] }[];
}

/** Why there are no exercises: the worst reason. */
export type Block =
  | ({ readonly why: 'flag' } & OpenFlag)
  | { readonly why: 'red' | 'leg' | 'question' | 'amber' }
  | { readonly why: 'pain'; readonly area: string; readonly now: number; readonly localDate: LocalDate };

const LEG_SYMPTOMS: readonly Kind[] = ['pins-and-needles', 'numbness', 'shooting'];
const LEVELS: readonly FlagLevel[] = ['emergency', 'urgent', 'soon'];

/**
 * What stands against exercises: an open warning sign; a RED day; tingling, numbness or shooting pain; a report whose
 * question is open, also where "resolved" has ended its episode since; pain above 2; an AMBER day. The numbers of an open episode count for 7 days [D]. Null: nothing.
 */
export function blockOf(pain: PainOfDay): Block | null {
  const flag = LEVELS.flatMap((level) => pain.flags.filter((each) => each.level === level))[0];
  if (flag !== undefined) return { why: 'flag', ...flag };
  const { reports } = pain;
  const known = knownNow(pain);
  if (reports.some(({ light }) => RED_LIGHTS.includes(light))) return { why: 'red' };
  if ([...reports, ...known].some(({ kinds }) => kinds.some((kind) => LEG_SYMPTOMS.includes(kind))))
    return { why: 'leg' };
  if ([...lastOfAreas(reports), ...known].some(({ light }) => light === 'ask')) return { why: 'question' };
  const worst = known.toSorted((a, b) => (b.now ?? 0) - (a.now ?? 0))[0];
  if (worst?.now != null && worst.now > MOST_PAIN) return { why: 'pain', ...worst, now: worst.now };
  return reports.some(({ light }) => light === 'amber') ? { why: 'amber' } : null;
}

/** Areas with an open episode that has not ended by seven days at 0. */
export function hurtingAreas({ episodes, day }: PainOfDay): string[] {
  return episodes
    .filter(({ reports }) => {
      const ratings = reports.flatMap(({ localDate, now }) => (now === null ? [] : [{ localDate, now }]));
      return !episodeEndsQuiet(ratings, day);
    })
    .map(({ area }) => area);
}

/** The most pain of the open episodes, 0 to 10; null: none reported of late. */
export function mostPain(pain: PainOfDay): number | null {
  const numbers = knownNow(pain).flatMap(({ now }) => (now === null ? [] : [now]));
  return numbers.length === 0 ? null : Math.max(...numbers);
}

/** The last of some reports in each area. */
function lastOfAreas(reports: readonly PainFact[]): PainFact[] {
  return [...new Map(reports.map((report) => [report.area, report])).values()];
}

/** The last report of each open episode, where it is not too old to say how it is now. */
function knownNow({ episodes, day }: PainOfDay): PainFact[] {
  const since = addDays(day, 1 - PAIN_KNOWN_DAYS);
  return episodes.flatMap(({ reports }) => reports.slice(-1)).filter(({ localDate }) => localDate >= since);
}
