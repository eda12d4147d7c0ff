// Noticing absence: "when pain isn't there you don't miss it" (handbook §8).
import { addDays, daysBetween, type LocalDate } from '../time/calendar.ts';
import type { Days } from './exposure-rules.ts';
import { EVENT_FROM, findReports, indexReports, outcomeOf } from './outcome-rules.ts';
import type { Diary, DiarySession } from './types.ts';

/** Days that are compared with as many before them. */
const PERIOD_DAYS = 28;

/** Sessions in each period without which nothing is said (handbook §8). */
const MIN_SESSIONS = 6;

/** Days after which fewer painful sessions may be pointed out again [D]. */
const AGAIN_AFTER_DAYS = 56;

/** How many days back the notice reads. */
export const ABSENCE_DAYS = 2 * PERIOD_DAYS + 2;

/** A habit in some sessions: done, of those with an answer. */
export interface Share {
  readonly done: number;
  readonly answered: number;
}

/** Four weeks. */
export interface Period {
  /** Sessions about which it is known whether they hurt. */
  readonly sessions: number;
  /** Of these, with pain of 3 or more during, after or next morning [D]. */
  readonly painful: number;
  readonly warmup: Share;
  readonly stretch: Share;
  /** Days with core work. */
  readonly coreDays: number;
}

/** Fewer painful sessions than before. */
export interface Absence {
  readonly before: Period;
  readonly since: Period;
}

/** Whether it may be said: never said, or 8 weeks ago or more [D]. */
export function mayTell(toldOn: LocalDate | null, today: LocalDate): boolean {
  return toldOn === null || daysBetween(toldOn, today) >= AGAIN_AFTER_DAYS;
}

/**
 * Four weeks with fewer painful sessions than the four before, at least 6 in each; else null. Fewer in number and in
 * share, so that training less does not pass for hurting less [D]. The last session read is of the day before
 * yesterday: its next morning is over. Sessions about which nothing was said do not count.
 */
export function absenceOf(diary: Diary, today: LocalDate): Absence | null {
  const last = addDays(today, -2);
  const change = addDays(last, 1 - PERIOD_DAYS);
  const since = periodOf(diary, { first: change, last });
  const before = periodOf(diary, { first: addDays(change, -PERIOD_DAYS), last: addDays(change, -1) });
  if (since.sessions < MIN_SESSIONS || before.sessions < MIN_SESSIONS) return null;
  const isFewer =
    since.painful < before.painful && since.painful * before.sessions < before.painful * since.sessions;
  return isFewer ? { before, since } : null;
}

function periodOf(diary: Diary, days: Days): Period {
  const sessions = diary.sessions.filter(({ localDate }) => isIn(localDate, days));
  const index = indexReports(diary.reports);
  const reports = new Map(
    [...new Set(sessions.map(({ type }) => type))].flatMap((type) => [...findReports(sessions, type, index)]),
  );
  const outcomes = sessions
    .map((session) => outcomeOf(session, reports.get(session.id) ?? []))
    .filter(({ event, worst }) => event !== null || (worst ?? 0) >= EVENT_FROM);
  const stretched = daysOf(diary, 'stretch', days);
  const isStretched = ({ localDate, stretch }: DiarySession) => stretch === 'yes' || stretched.has(localDate);
  const core = daysOf(diary, 'core', days);
  for (const { localDate, core: done, type } of sessions) {
    if (done === true || type === 'core') core.add(localDate);
  }
  return {
    sessions: outcomes.length,
    painful: outcomes.filter(({ worst }) => (worst ?? 0) >= EVENT_FROM).length,
    warmup: shareOf(
      sessions.filter(({ warmup }) => warmup !== null),
      ({ warmup }) => warmup !== 'none',
    ),
    stretch: shareOf(
      sessions.filter((session) => session.stretch === 'no' || isStretched(session)),
      isStretched,
    ),
    coreDays: core.size,
  };
}

function daysOf({ marks }: Diary, wanted: 'core' | 'stretch', days: Days): Set<LocalDate> {
  const own = marks.filter(({ habit, localDate }) => habit === wanted && isIn(localDate, days));
  return new Set(own.map(({ localDate }) => localDate));
}

function shareOf(answered: readonly DiarySession[], isDone: (session: DiarySession) => boolean): Share {
  return { done: answered.filter(isDone).length, answered: answered.length };
}

function isIn(day: LocalDate, { first, last }: Days): boolean {
  return day >= first && day <= last;
}
