/** Whether there is a delivery for everything that came due, and none twice. */
import { addDays, instantOf, localDate, WEEKDAYS, weekday } from '../../src/time/local.ts';
import type { Case } from './audit-deliveries.ts';
import type { SessionRow } from './evidence.ts';
import { ZONE } from './people.ts';
import type { Verdict } from './verdict.ts';

/** Checks summaries, what everybody is reminded of, what was planted, and what follows sessions. */
export function auditPlans(given: Case, verdict: Verdict): void {
  auditSummaries(given, verdict);
  auditWeekly(given, verdict, { kind: 'core', time: '18:00', days: ['mon', 'wed', 'fri'] });
  auditWeekly(given, verdict, { kind: 'echo', time: '07:30', days: WEEKDAYS });
  auditPlanted(given, verdict);
  auditStretch(given, verdict);
}

function auditSummaries({ ledger, evidence, now }: Case, verdict: Verdict): void {
  const since = ledger.setUpAt ?? now;
  const due = dueDays(since, now, '07:30');
  const rows = evidence.deliveries.filter(({ reminder }) => reminder.kind === 'summary');
  for (const day of due) {
    const ofDay = rows.filter(({ occurrenceKey }) => occurrenceKey === `${day}T07:30`);
    verdict.check(ofDay.length === 1, `${ofDay.length} deliveries for the summary of ${day}`);
  }
}

/** A delivery for every time that a weekly reminder of everybody's came round, whether or not there was a need for it. */
function auditWeekly(
  { ledger, evidence, now }: Case,
  verdict: Verdict,
  usual: { readonly kind: string; readonly time: string; readonly days: readonly string[] },
): void {
  const { kind, time, days } = usual;
  const planted = new Set(ledger.planted.map(({ reminderId }) => reminderId));
  for (const [userId, since] of ledger.joined) {
    const due = dueDays(since, now, time).filter((day) => days.includes(weekday(day)));
    const athlete = evidence.athletes.find((one) => one.userId === userId);
    for (const day of due) {
      const rows = evidence.deliveries.filter(
        ({ reminder, reminderId, occurrenceKey }) =>
          reminder.kind === kind &&
          reminder.athleteId === athlete?.id &&
          !planted.has(reminderId) &&
          occurrenceKey === `${day}T${time}`,
      );
      verdict.check(rows.length === 1, `${rows.length} ${kind} deliveries on ${day}`);
    }
  }
}

/** What comes once came once, what is paused not before its day, and every week whatever is weekly. */
function auditPlanted({ ledger, evidence, now }: Case, verdict: Verdict): void {
  for (const { reminderId, schedule, from } of ledger.planted) {
    const { time } = schedule;
    const days =
      schedule.every === 'once' ? [schedule.date] : dueDays(from, now, time).filter(isOn(schedule.days));
    const due = days.filter((day) => instantOf(day, time, ZONE) <= now);
    const rows = evidence.deliveries.filter((row) => row.reminderId === reminderId);
    const keys = rows.map(({ occurrenceKey }) => occurrenceKey).sort();
    const wanted = due.map((day) => `${day}T${time}`);
    verdict.count(schedule.every === 'once' ? 'one-off reminders' : 'planted weekly reminders', due.length);
    verdict.check(keys.join() === wanted.join(), `planned for ${keys.join()} instead of ${wanted.join()}`);
  }
}

function isOn(days: string): (day: string) => boolean {
  return (day) => days.split(',').includes(weekday(day));
}

/**
 * The session that was logged last on a day has its reminder with it, acknowledged or not: both or neither. An earlier
 * one may have none, when it was still being saved after a later one was; sessions of one instant share one, also when
 * Done on it has stretched after the one that it stands at.
 */
function auditStretch({ evidence, ledger }: Case, verdict: Verdict): void {
  const isFollowed = ({ localDate: day, loggedAt, stretch, type }: SessionRow) =>
    day === localDate(loggedAt, ZONE) && stretch !== 'yes' && !['mobility', 'regen'].includes(type);
  const followed = evidence.sessions.filter(isFollowed);
  for (const session of followed) {
    const ofItsDay = followed.filter(
      (other) => other.athleteId === session.athleteId && other.localDate === session.localDate,
    );
    const isLast = ofItsDay.every(({ loggedAt }) => loggedAt <= session.loggedAt);
    const ids = evidence.sessions
      .filter(
        ({ athleteId, loggedAt }) =>
          athleteId === session.athleteId && loggedAt.getTime() === session.loggedAt.getTime(),
      )
      .map(({ id }) => id);
    const rows = evidence.deliveries.filter(({ sessionId }) => ids.includes(sessionId ?? ''));
    const holds = rows.length >= (isLast ? 1 : 0) && rows.length <= ids.length;
    verdict.check(holds, `${rows.length} stretch reminders: ${dayOf(session, { evidence, ledger })}`);
  }
}

/** All that is known of an athlete's day, to find out what went wrong on it. */
function dayOf(
  { id, athleteId, localDate: day }: SessionRow,
  { evidence, ledger }: Pick<Case, 'evidence' | 'ledger'>,
): string {
  const userId = evidence.athletes.find((one) => one.id === athleteId)?.userId;
  const sessions = evidence.sessions
    .filter((one) => one.athleteId === athleteId && one.localDate === day)
    .map((one) => ({ ...one, isWrong: one.id === id }));
  const deliveries = evidence.deliveries
    .filter(({ reminder, dueAt }) => reminder.athleteId === athleteId && localDate(dueAt, ZONE) === day)
    .map(({ reminder: { kind }, sessionId, dueAt, state, lastCode }) => ({
      ...{ kind, sessionId, dueAt, state, lastCode },
    }));
  const typed = ledger.logs
    .filter((entry) => entry.userId === userId && entry.dates.has(day))
    .map(({ key, how, saved, undone, stretched, rated }) => ({ key, how, saved, undone, stretched, rated }));
  return JSON.stringify({ joinedAt: userId && ledger.joined.get(userId), sessions, deliveries, typed });
}

/** Local days on which a time of day came round between two instants. */
function dueDays(after: Date, until: Date, time: string): string[] {
  const days: string[] = [];
  for (let day = localDate(after, ZONE); instantOf(day, time, ZONE) <= until; day = addDays(day, 1))
    if (instantOf(day, time, ZONE) > after) days.push(day);
  return days;
}
