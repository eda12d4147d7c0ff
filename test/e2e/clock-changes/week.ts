/** A week as people see it on the clocks on their walls: what came to whom and when, held against Intl alone. */
import type { Actor } from '../../../sandbox/sandbox.ts';
import type { Weekday } from '../../../src/time/local.ts';
import { allOccurrences, DAY, HOUR, MINUTE, type Stretch } from '../../time/zone-clocks.ts';
import type { Stage } from '../club.ts';

/** Somebody whose week is looked at. */
export interface Place {
  readonly name: string;
  /** IANA zone of the clock on the wall. */
  readonly zone: string;
  /** What that clock shows from 2020 to 2040, learnt from Intl. */
  readonly stretches: readonly Stretch[];
  readonly athlete: Actor;
  /** Times of weekly core work, on Saturday, Sunday and Monday. */
  readonly core: readonly string[];
  /** Who reads the summary of a club with this clock; null: the athlete's club is elsewhere. */
  readonly coach: Actor | null;
}

/** The days around a change of clocks, on which core work is set. */
export const CORE_DAYS: readonly Weekday[] = ['sat', 'sun', 'mon'];
const EVERY_DAY: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const SUMMARY_TIME = '07:30';
/** A minute later, so that it stands below. */
const WEEKLY_TIME = '07:31';

/** One message, or one that should come. */
interface Event {
  readonly place: string;
  /** When it was set to and what it is, "02:30 core", or the first words of what nobody expects. */
  readonly what: string;
  /** Instant in milliseconds. */
  readonly at: number;
}

/** What a week brought. */
export interface WeekSeen {
  /** A line for each day and thing, a column for each place: the local time and the same instant in UTC. */
  readonly table: string;
  readonly came: readonly Event[];
  /** By the clocks as Intl knows them. */
  readonly expected: readonly Event[];
  /** Answer to `/remind list`, six hours before the change. */
  readonly listed: string;
  /** What should come after that answer, the first of each kind, as the list writes it: "Sun 29 Mar 03:30". */
  readonly firstAfterListed: readonly string[];
}

/**
 * Lives from three days before a change of one place's clocks to three and a half after it. That place's athlete
 * logs a session 20 minutes before the change. The clock stops a minute before and at every instant that is expected,
 * and every half hour around the change.
 */
export async function liveWeek(
  stage: Stage,
  places: readonly Place[],
  moved: { readonly place: string; readonly at: string },
): Promise<WeekSeen> {
  const change = Date.parse(moved.at);
  const [from, until] = [change - 3 * DAY, change + 3.5 * DAY];
  const mover = places.find(({ name }) => name === moved.place);
  if (mover === undefined) throw new Error(`nobody is in ${moved.place}`);
  const [asksAt, trainsAt] = [change - 6 * HOUR, change - 20 * MINUTE];
  const expected = [
    ...places.flatMap((place) => rules(place, from, until)),
    {
      place: mover.name,
      what: `${shownIn(mover.zone, trainsAt).slice(-5)} + 30 min stretch`,
      at: trainsAt + 30 * MINUTE,
    },
  ].toSorted(inOrder);

  await stage.at(new Date(from).toISOString());
  const known = new Set(places.flatMap(inboxes).map(({ record }) => record.id));
  let listed = '';
  for (const at of stops(expected, change, [asksAt, trainsAt, until])) {
    await stage.at(new Date(at).toISOString());
    if (at === asksAt) listed = (await mover.athlete.run('/remind list')).text;
    if (at === trainsAt) await mover.athlete.run('/log type:tempo');
  }
  const came = places
    .flatMap((place) => inboxes(place).filter(({ record }) => !known.has(record.id)))
    .map(({ place, text, record }) => {
      const at = Date.parse(record.message.timestamp);
      return { place: place.name, what: naming(expected, place.name, at, text), at };
    })
    .toSorted(inOrder);
  const next = expected.filter(({ place, what, at }) => {
    return place === mover.name && what.endsWith('core') && at > asksAt && at <= asksAt + DAY;
  });
  return {
    table: tableOf(places, came),
    came,
    expected,
    listed,
    firstAfterListed: next.map(({ at }) => shownIn(mover.zone, at)),
  };
}

function rules({ name, zone, stretches, core, coach }: Place, from: number, until: number): Event[] {
  const occurrences = (days: readonly Weekday[], time: string, what: string) =>
    allOccurrences({ days, time, zone }, stretches, from - DAY, until + DAY)
      .map(({ at }) => ({ place: name, what, at: at.getTime() }))
      .filter(({ at }) => at > from && at <= until);
  return [
    ...core.flatMap((time) => occurrences(CORE_DAYS, time, `${time} core`)),
    ...(coach === null ? [] : occurrences(EVERY_DAY, SUMMARY_TIME, `${SUMMARY_TIME} summary`)),
    ...(coach === null ? [] : occurrences(['mon'], WEEKLY_TIME, `${WEEKLY_TIME} week`)),
  ];
}

function stops(expected: readonly Event[], change: number, more: readonly number[]): number[] {
  const night = Array.from({ length: 8 }, (_, half) => change + (half - 3) * 30 * MINUTE);
  const due = expected.flatMap(({ at }) => [at - MINUTE, at]);
  return [...new Set([...due, ...night, ...more])].toSorted((a, b) => a - b);
}

function inboxes(place: Place) {
  const { athlete, coach } = place;
  const seen = [
    ...athlete.messages('direct').map((record) => ({ place, record, text: athlete.read(record) })),
    ...(coach?.messages('coaches') ?? []).map((record) => {
      const isWeekly = /^\*\*(The week|Week)\b/.test(coach?.read(record) ?? '');
      return { place, record, text: isWeekly ? 'week' : 'summary' };
    }),
  ];
  return seen.filter(({ text }) => text !== '');
}

/** By what is expected at that instant; what comes at another is named by its first words. */
function naming(expected: readonly Event[], place: string, at: number, text: string): string {
  const said = text.includes('tretch') ? 'stretch' : text.includes('Core work') ? 'core' : text;
  const meant = expected.find(
    (event) => event.place === place && event.at === at && event.what.endsWith(said),
  );
  return meant?.what ?? `unexpected ${said.slice(0, 30)}`;
}

function inOrder(a: Event, b: Event): number {
  return a.at - b.at || a.place.localeCompare(b.place) || a.what.localeCompare(b.what);
}

function tableOf(places: readonly Place[], came: readonly Event[]): string {
  const rows = new Map<string, Map<string, string>>();
  for (const { place, what, at } of came) {
    const zone = places.find(({ name }) => name === place)?.zone ?? 'UTC';
    const [local, utc] = [shownIn(zone, at), shownIn('UTC', at)];
    const row = `${dateIn(zone, at)} ${line([local.slice(0, -6), what])}`;
    const cells = rows.get(row) ?? new Map<string, string>();
    const before = cells.has(place) ? `${cells.get(place)} and ` : '';
    cells.set(place, `${before}${local.slice(-5)} = ${utc.slice(0, 3)} ${utc.slice(-5)} UTC`);
    rows.set(row, cells);
  }
  const names = places.map(({ name }) => name);
  const sorted = [...rows].toSorted(([a], [b]) => a.localeCompare(b));
  return [
    line(['day', 'set to', ...names]),
    ...sorted.map(([row, cells]) => {
      const [day = '', what = ''] = row.slice('2026-03-29 '.length).split(/ {2,}/);
      return line([day, what, ...names.map((name) => cells.get(name) ?? '')]);
    }),
  ].join('\n');
}

function line([day = '', what = '', ...cells]: readonly string[]): string {
  return [day.padEnd(11), what.padEnd(23), ...cells.map((cell) => cell.padEnd(22))].join(' ').trimEnd();
}

function dateIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}

/** "Sun 29 Mar 03:30" by the clock on a wall. */
function shownIn(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('hour')}:${part('minute')}`;
}
