// Core work that was noted after coaches were told that it was not.
import { type Sharing, stricter } from '../athletes/rules.ts';
import { addDays, type LocalDate } from '../time/local.ts';
import { isCoreMissedTold } from './athlete-rules.ts';
import { type CoreRows, coreOn, isNoted, isOfShared, type Shown, shown } from './core-rules.ts';
import type { AthleteFacts, Told } from './facts.ts';
import { LATE_DAYS } from './late-rules.ts';
import { isShared } from './sharing-rules.ts';

/**
 * The days of the 7 before of which coaches were told that core work was not logged, and of which they may know that it
 * was, noted since they were told anything last; oldest first. `tellings`: the summaries that came, the newest first. What
 * each told is worked out anew from what was there by then. What a changed entry said before is kept nowhere, so it is
 * taken as it is now; of core work alone it is known when it was answered. Whether there was room for it is not known.
 */
export function coreLate(
  day: LocalDate,
  rows: CoreRows,
  sharing: Sharing,
  tellings: readonly Told[],
): LocalDate[] {
  const [last] = tellings;
  if (last === undefined || !isShared({ visibility: sharing })) return [];
  const shared = { ...rows, sessions: rows.sessions.filter((each) => isShared(shown(each, sharing))) };
  const days = tellings
    .filter(
      ({ day: each, until }) =>
        each < day &&
        each >= addDays(day, -LATE_DAYS) &&
        isNoted(each, shared) &&
        !isNoted(each, knownBy(shared, last.until)) &&
        isOfShared(each, rows, sharing) &&
        wasMissedTold(each, knownBy(rows, until), sharing),
    )
    .map((telling) => telling.day);
  return [...new Set(days)].sort();
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

/** What was there at an instant. */
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
