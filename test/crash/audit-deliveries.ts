/** Whether every reminder and summary that was due has been seen exactly once, or was rightly called off. */
import { addDays, instantOf, localDate, WEEKDAYS, weekday } from '../../src/time/local.ts';
import { calledOffRightly } from './called-off.ts';
import type { DeliveryRow, Evidence, SessionRow } from './evidence.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { ZONE } from './people.ts';
import type { Sighting, Sightings } from './sightings.ts';
import type { Verdict } from './verdict.ts';

export interface Case {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly sightings: Sightings;
  readonly evidence: Evidence;
  /** The end of the story. */
  readonly now: Date;
}

/** Checks what there is, and then that nothing is missing. */
export function auditDeliveries(given: Case, verdict: Verdict): void {
  const { evidence } = given;
  for (const row of evidence.deliveries) auditOne(row, given, verdict);
  auditTakenBack(given, verdict);
  auditSummaries(given, verdict);
  auditWeekly(given, verdict, { kind: 'core', time: '18:00', days: ['mon', 'wed', 'fri'] });
  auditWeekly(given, verdict, { kind: 'echo', time: '07:30', days: WEEKDAYS });
  auditPlanted(given, verdict);
  auditStretch(given, verdict);
}

function auditOne(row: DeliveryRow, given: Case, verdict: Verdict): void {
  const { kind } = row.reminder;
  // One message can stand for several deliveries: it carries the id of the one that leads.
  const seen = given.sightings.seen.get(row.leaderId ?? row.id) ?? [];
  const name = kind === 'summary' ? 'summaries' : `${kind} reminders`;
  verdict.count(`${name} due`);
  if (seen.length > 1) verdict.count('duplicates', seen.length - 1);
  if (seen.length === 1) {
    verdict.count(`${name} seen once`);
    // Called off between its sending and the note of it: it was seen, and must not come again.
    const isNoted = row.state === 'sent' && row.messageId === seen[0]?.messageId;
    if (row.state === 'cancelled') verdict.count('seen once, but noted as called off');
    const holds = (isNoted || row.state === 'cancelled') && isForThem(row, seen, given);
    verdict.check(holds, `seen once, but noted otherwise: ${shown(row)}`);
    return;
  }
  const fault = seen.length === 0 ? whyUnseen(row, given) : `seen ${seen.length} times`;
  if (seen.length === 0 && fault === null)
    verdict.count(
      `${name} called off: ${row.lastCode ?? (row.state === 'skipped' ? 'the bot was down past their grace' : 'done or taken back before')}`,
    );
  if (seen.length === 0 && fault !== null) verdict.count('lost');
  verdict.check(fault === null, `${fault}: ${shown(row)}`);
}

/** A session that is taken back takes its delivery with it; its reminder may have been seen before, once. */
function auditTakenBack({ evidence, sightings, ledger }: Case, verdict: Verdict): void {
  const known = new Set(evidence.deliveries.map(({ id }) => id));
  const strangers = [...sightings.seen].filter(([deliveryId]) => !known.has(deliveryId));
  const left = new Map<string, number>();
  for (const { userId, undone } of ledger.logs)
    if (undone !== 'none') left.set(userId, (left.get(userId) ?? 0) + 1);
  for (const [deliveryId, seen] of strangers) {
    const userId = seen[0]?.userId ?? '';
    const undos = left.get(userId) ?? 0;
    left.set(userId, undos - 1);
    verdict.count('seen once, and its session taken back after');
    verdict.check(seen.length === 1 && undos > 0, `seen, and not known: delivery ${deliveryId}`);
  }
}

/** Direct on the athlete's own screen, in a channel with the athlete called, or the summary on the coach's. */
function isForThem({ reminder, channelId }: DeliveryRow, seen: readonly Sighting[], { evidence }: Case) {
  const athlete = evidence.athletes.find(({ id }) => id === reminder.athleteId);
  const wanted = reminder.target === 'channel' ? reminder.channelId : athlete?.dmChannelId;
  const isCalled = (one: Sighting) =>
    reminder.target === 'direct' || athlete === undefined || one.called.includes(athlete.userId);
  return seen.every(
    (one) => one.channelId === wanted && (channelId === null || channelId === wanted) && isCalled(one),
  );
}

function whyUnseen(row: DeliveryRow, given: Case): string | null {
  if (row.state === 'pending') return row.dueAt > given.now ? null : 'due, and still pending';
  if (row.state !== 'cancelled' && row.state !== 'skipped') return `noted as ${row.state}, never seen`;
  return calledOffRightly(row, given) ? null : 'called off for a reason that is not true';
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
 * Every session that was saved has its reminder with it, acknowledged or not: both or neither. Sessions of one
 * instant have one reminder among them.
 */
function auditStretch({ evidence }: Case, verdict: Verdict): void {
  const isFollowed = ({ localDate: day, loggedAt, stretch, type }: SessionRow) =>
    day === localDate(loggedAt, ZONE) && stretch !== 'yes' && !['mobility', 'regen'].includes(type);
  const followed = evidence.sessions.filter(isFollowed);
  for (const session of followed) {
    const isOfItsInstant = (other: SessionRow) =>
      other.athleteId === session.athleteId && other.loggedAt.getTime() === session.loggedAt.getTime();
    const ids = followed.filter(isOfItsInstant).map(({ id }) => id);
    const rows = evidence.deliveries.filter(({ sessionId }) => ids.includes(sessionId ?? ''));
    const holds = rows.length >= 1 && rows.length <= ids.length;
    verdict.check(holds, `${rows.length} stretch reminders of ${ids.length} sessions of one instant`);
  }
}

/** Local days on which a time of day came round between two instants. */
function dueDays(after: Date, until: Date, time: string): string[] {
  const days: string[] = [];
  for (let day = localDate(after, ZONE); instantOf(day, time, ZONE) <= until; day = addDays(day, 1))
    if (instantOf(day, time, ZONE) > after) days.push(day);
  return days;
}

function shown({ id, reminder, occurrenceKey, dueAt, state, lastCode, attempt, firstSendAt }: DeliveryRow) {
  return JSON.stringify({
    id,
    kind: reminder.kind,
    occurrenceKey,
    dueAt,
    state,
    lastCode,
    attempt,
    firstSendAt,
  });
}
