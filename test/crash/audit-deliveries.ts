/** Whether every reminder and summary that was due has been seen exactly once, or was rightly called off. */
import { auditPlans } from './audit-plans.ts';
import { calledOffRightly } from './called-off.ts';
import type { DeliveryRow, Evidence } from './evidence.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
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
  auditPlans(given, verdict);
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
