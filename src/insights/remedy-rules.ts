// What helped: next-morning change after each remedy (handbook §8).
import { median } from '../pain/course-rules.ts';
import { addDays, type LocalDate } from '../time/calendar.ts';
import type { Days } from './exposure-rules.ts';
import { numberOf } from './outcome-rules.ts';
import type { Diary, DiaryReport } from './types.ts';

/** Uses with a number on the day and the next morning from which a change is shown (handbook §8). */
export const REMEDY_MIN = 5;

/** Counted only: EMS is logged without advice (handbook §7), and "other" is many things [D]. */
const LOG_ONLY: readonly string[] = ['ems', 'other'];

/** Days after a first use in which a higher one shows that the flare was still rising [D]. */
const FLARE_DAYS = 7;

/** One remedy of the diary. */
export interface Remedy {
  /** As logged, like massage. */
  readonly modality: string;
  /** Days on which it was used. */
  readonly uses: number;
  /** Uses with a number that day and the next morning, less those left out. */
  readonly compared: number;
  /** Median of next morning's number less that day's last; null below 5, and for what is only logged. */
  readonly change: number | null;
  readonly isLogOnly: boolean;
  /** Uses left out because it began at a flare's peak: pain falls from there by itself. */
  readonly atPeak: number;
}

/**
 * The remedies of the days that count, the most used first. The change of a use is read in the area that hurt most
 * that day [D]. Uses in an episode in which the remedy began at a flare's peak are left out, see `beganAtPeak`: what
 * comes after a peak is lower by itself. A fixed club rule, not medical evidence.
 */
export function remediesOf(diary: Diary, days: Days): Remedy[] {
  const used = new Map<string, Set<LocalDate>>();
  for (const { modality, localDate } of diary.sessions) {
    if (modality === null || localDate < days.first || localDate > days.last) continue;
    used.set(modality, (used.get(modality) ?? new Set()).add(localDate));
  }
  const episodes = episodesOf(diary.reports);
  return [...used]
    .map(([modality, on]) => remedyOf(modality, [...on].sort(), episodes))
    .sort((a, b) => b.uses - a.uses || (a.modality < b.modality ? -1 : 1));
}

/** The days of one episode. */
type Episode = ReadonlyMap<LocalDate, DayPain>;

interface DayPain {
  readonly highest: number;
  readonly last: number;
  /** The first next-morning number of the day; null: none. */
  readonly morning: number | null;
}

function episodesOf(reports: readonly DiaryReport[]): Episode[] {
  const episodes = new Map<string, Map<LocalDate, DayPain>>();
  for (const report of reports) {
    const number = numberOf(report);
    if (number === null) continue;
    const days = episodes.get(report.episodeId) ?? new Map<LocalDate, DayPain>();
    const known = days.get(report.localDate);
    days.set(report.localDate, {
      highest: Math.max(number, known?.highest ?? 0),
      last: number,
      morning: known?.morning ?? (report.phase === 'next-morning' ? number : null),
    });
    episodes.set(report.episodeId, days);
  }
  return [...episodes.values()];
}

function remedyOf(modality: string, on: readonly LocalDate[], episodes: readonly Episode[]): Remedy {
  const isLogOnly = LOG_ONLY.includes(modality.toLowerCase());
  const changes: number[] = [];
  let atPeak = 0;
  for (const day of on) {
    const use = changeAfter(day, episodes);
    if (use === null) continue;
    if (beganAtPeak(on, use.episode)) atPeak += 1;
    else changes.push(use.change);
  }
  const isShown = !isLogOnly && changes.length >= REMEDY_MIN;
  return {
    modality,
    uses: on.length,
    compared: changes.length,
    change: isShown ? median(changes) : null,
    isLogOnly,
    atPeak: isLogOnly ? 0 : atPeak,
  };
}

function changeAfter(
  day: LocalDate,
  episodes: readonly Episode[],
): { readonly episode: Episode; readonly change: number } | null {
  const morningAfter = addDays(day, 1);
  let worst: { episode: Episode; last: number; change: number } | null = null;
  for (const episode of episodes) {
    const last = episode.get(day)?.last;
    const morning = episode.get(morningAfter)?.morning ?? null;
    if (last === undefined || morning === null || (worst !== null && last <= worst.last)) continue;
    worst = { episode, last, change: morning - last };
  }
  return worst;
}

/**
 * Whether the first use within an episode fell on a flare's peak [D]: no day of the episode before it was higher, and
 * none of the 7 days after it was. While pain still rose there was no peak yet, and to leave that use out would hide
 * that it did not help; a flare weeks later is another flare. Without any pain there is no peak.
 */
function beganAtPeak(on: readonly LocalDate[], episode: Episode): boolean {
  const first = on.find((day) => episode.has(day));
  if (first === undefined) return false;
  const last = addDays(first, FLARE_DAYS);
  const flare = [...episode].filter(([day]) => day <= last).map(([, { highest }]) => highest);
  const peak = Math.max(...flare);
  return peak > 0 && episode.get(first)?.highest === peak;
}
