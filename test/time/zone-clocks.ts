// What clocks on the wall show, learnt from Intl alone, and what a weekly rule means by them: the second opinion on
// src/time, which asks Luxon. Nothing here is expected of the zone database: whichever the machine has is scanned.
import type { Weekday } from '../../src/time/local.ts';
import type { Occurrence, WeeklyRule } from '../../src/time/next-occurrence.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const START = Date.UTC(2019, 11, 15);
const END = Date.UTC(2041, 0, 15);
const NAMES: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A time in which a zone leaves its clocks alone; instants and the lead over UTC in milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly lead: number;
}

/** Two stretches that meet. */
export interface Change {
  readonly zone: string;
  /** The first instant of the new lead. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** Zones whose clocks agree from 2020 to 2040. */
export interface Family {
  readonly zones: readonly string[];
  readonly stretches: readonly Stretch[];
}

/**
 * Groups zones whose clocks agree when looked at every four weeks, then looks daily at one of each group: a change
 * that is taken back sooner than in two days would be missed, and nobody has made one.
 */
export function families(zones: readonly string[]): Family[] {
  const groups = new Map<string, string[]>();
  for (const zone of zones) {
    const looks = JSON.stringify(scan(zone, 28 * DAY));
    groups.set(looks, [...(groups.get(looks) ?? []), zone]);
  }
  return [...groups.values()].map((group) => ({ zones: group, stretches: scan(group[0] ?? 'UTC', DAY) }));
}

/** The stretches of a zone from December 2019 to January 2041; the first and the last have no outer end. */
function scan(zone: string, step: number): Stretch[] {
  const look = watch(zone);
  const found: Stretch[] = [];
  let from = Number.NEGATIVE_INFINITY;
  let lead = look(START);
  for (let at = START + step; at < END; at += step) {
    const now = look(at);
    if (now === lead) continue;
    const until = firstMinute(at - step, at, (minute) => look(minute) !== lead);
    found.push({ from, until, lead });
    [from, lead] = [until, now];
  }
  return [...found, { from, until: Number.POSITIVE_INFINITY, lead }];
}

/** Every change of a zone. */
export function changesOf(zone: string, stretches: readonly Stretch[]): Change[] {
  return stretches.slice(1).map(({ from, lead }, index) => ({
    zone,
    at: from,
    before: stretches[index]?.lead ?? lead,
    after: lead,
  }));
}

/** What the clock shows, "YYYY-MM-DDTHH:MM". */
export function shownAt(stretches: readonly Stretch[], at: number): string {
  const { lead } = stretches.find(({ until }) => at < until) ?? { lead: Number.NaN };
  return written(at + lead);
}

/**
 * When the clock shows this (read as if it were UTC): at its first showing; where it is never shown, as long after
 * the clocks jumped as it lies after the last minute that they showed before.
 */
export function firstShowing(stretches: readonly Stretch[], wall: number): number {
  const showing = stretches.find(({ from, until, lead }) => from + lead <= wall && wall < until + lead);
  if (showing) return wall - showing.lead;
  const next = stretches.findIndex(({ from, lead }) => wall < from + lead);
  const last = stretches[next - 1] ?? { until: Number.NaN, lead: Number.NaN };
  return last.until + (wall - (last.until + last.lead));
}

/** All occurrences whose key lies from `first` to `last` (wall clocks read as UTC), in order; one per instant, by its last key. */
export function allOccurrences(
  rule: WeeklyRule,
  stretches: readonly Stretch[],
  first: number,
  last: number,
): Occurrence[] {
  const byInstant = new Map<number, string>();
  for (let midnight = Math.floor(first / DAY) * DAY; midnight <= last; midnight += DAY) {
    if (!rule.days.includes(NAMES[new Date(midnight).getUTCDay()] ?? 'sun')) continue;
    const key = `${written(midnight).slice(0, 10)}T${rule.time}`;
    byInstant.set(firstShowing(stretches, Date.parse(`${key}Z`)), key);
  }
  return [...byInstant].sort(([a], [b]) => a - b).map(([at, key]) => ({ at: new Date(at), key }));
}

/** A wall clock that is read as UTC, as "YYYY-MM-DDTHH:MM". */
export function written(wall: number): string {
  return new Date(wall).toISOString().slice(0, 16);
}

/** The day of the week of a wall clock that is read as UTC. */
export function dayOf(wall: number): Weekday {
  return NAMES[new Date(wall).getUTCDay()] ?? 'sun';
}

function watch(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  return (at) => Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - at;
}

function firstMinute(no: number, yes: number, holds: (at: number) => boolean): number {
  let [low, high] = [no, yes];
  while (high - low > MINUTE) {
    const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
