// Core work that was noted after coaches were told that it was not.
import { type Sharing, stricter } from '../athletes/rules.ts';
import { addDays, type LocalDate } from '../time/local.ts';
import { isCoreMissedTold } from './athlete-rules.ts';
import { type CoreRows, coreOn, isNoted, isOfShared, type Shown, shown } from './core-rules.ts';
import type { AthleteFacts, CoreLate, Told } from './facts.ts';
import { LATE_DAYS } from './late-rules.ts';
import { isShared } from './sharing-rules.ts';

/**
 * The days of the 7 before of which coaches were told that core work was not logged, and of which they may know that it
 * was, noted since they were told anything last; oldest first. `tellings`: the summaries that came, the newest first. What
 * each told is worked out anew from what was there by then. What a changed session said before is kept nowhere: it may
 * have been of another day, or no core work, so its core work counts as noted with the change. Nor is it known whether
 * there was room for the line. So what is taken back here may never have been told.
 */
export function coreLate(
  day: LocalDate,
  rows: CoreRows,
  sharing: Sharing,
  tellings: readonly Told[],
): CoreLate[] {
  const [last] = tellings;
  if (last === undefined || !isShared({ visibility: sharing })) return [];
  const shared = { ...rows, sessions: rows.sessions.filter((each) => isShared(shown(each, sharing))) };
  const days = tellings
    .filter(
      ({ day: each, until }) =>
        each < day &&
        each >= addDays(day, -LATE_DAYS) &&
        isNoted(each, shared) &&
        !isNoted(each, surelyKnownBy(shared, last.until)) &&
        isOfShared(each, rows, sharing) &&
        wasMissedTold(each, surelyKnownBy(rows, until), sharing),
    )
    .map((telling) => telling.day);
  return [...new Set(days)].sort().map((each) => ({
    day: each,
    how: isNoted(each, knownBy(shared, last.until)) ? 'changed' : 'logged',
  }));
}

/**
 * When core work was marked as done since an instant, null for ever, apart from a session; of days that were ones for it
 * and of which coaches may know.
 */
export function coreMarkedSince(since: Date | null, rows: CoreRows, sharing: Sharing): Date[] {
  return rows.marks
    .filter(
      ({ localDate, markedAt }) =>
        (since === null || markedAt > since) &&
        isOfShared(localDate, rows, sharing) &&
        coreOn(localDate, rows) !== null,
    )
    .map(({ markedAt }) => markedAt);
}

/** What was there at an instant, with sessions that were changed since as they are now. */
function knownBy({ reminders, sessions, marks, reports }: CoreRows, at: Date): CoreRows {
  return {
    reminders,
    sessions: sessions
      .filter(({ loggedAt }) => loggedAt <= at)
      .map((each) => (each.coreAt !== null && each.coreAt > at ? { ...each, core: null } : each)),
    marks: marks.filter(({ markedAt }) => markedAt <= at),
    reports: reports.filter(({ reportedAt }) => reportedAt <= at),
  };
}

/** What was there at an instant, without the core work of sessions that were changed since. */
function surelyKnownBy(rows: CoreRows, at: Date): CoreRows {
  const known = knownBy(rows, at);
  const sessions = known.sessions.map((each) =>
    each.changedAt !== null && each.changedAt > at ? { ...each, core: null, type: '' } : each,
  );
  return { ...known, sessions };
}

/** Whether a summary of a day that was made from these rows told that core work was not logged. */
function wasMissedTold(day: LocalDate, rows: CoreRows, sharing: Sharing): boolean {
  const sessions = rows.sessions.map((each) => shown(each, sharing));
  const reports = rows.reports.map((each) => shown(each, sharing));
  const facts = {
    sharing,
    sessions: sessions.filter(({ localDate }) => localDate === day),
    reports: reports.filter(({ localDate }) => localDate >= day),
    lastLogged: latestOf([...sessions, ...reports]),
    coreMissed: coreOn(day, rows) === false,
  };
  return isCoreMissedTold(facts, day);
}

/** The day of the latest of some entries, with the strictest sharing of that day's. */
function latestOf(entries: readonly Shown[]): AthleteFacts['lastLogged'] {
  const [date] = entries.map(({ localDate }) => localDate).sort((a, b) => (a < b ? 1 : -1));
  if (date === undefined) return null;
  const ofDate = entries.filter(({ localDate }) => localDate === date);
  return { date, visibility: ofDate.map(({ visibility }) => visibility).reduce(stricter) };
}
