/** Whether a reminder that nobody saw was called off for a reason that is true. */
import { addDays, isBetween, localDate, localTime } from '../../src/time/local.ts';
import type { Case } from './audit-deliveries.ts';
import type { DeliveryRow } from './evidence.ts';
import { ZONE } from './people.ts';

const MINUTE = 60_000;

/** How late each kind may still be sent, in minutes. */
const GRACE: Readonly<Record<string, number>> = {
  core: 180,
  stretch: 120,
  'warm-up': 60,
  echo: 240,
  'check-in': 240,
  own: 360,
  summary: 360,
  'weekly-summary': 720,
};

/** A late reminder keeps quiet only when it is later than this. */
const NOTICEABLY_LATE_MINUTES = 5;

/** Looks without a killed bot's lease in the way, after which everything due has been dealt with. */
const ENOUGH_LOOKS = 2;

/** Judges by what people did and by when the bot was able to look; an unknown reason is no reason. */
export function calledOffRightly(row: DeliveryRow, given: Case): boolean {
  const { lastCode, dueAt } = row;
  const grace = GRACE[row.reminder.kind] ?? 0;
  const end = new Date(dueAt.getTime() + grace * MINUTE);
  const mayHaveBeenMissed = (from: Date, to: Date) => given.journal.calmLooks(from, to).length < ENOUGH_LOOKS;
  switch (lastCode) {
    case null:
      return row.state === 'cancelled' ? isAnswered(row, given) : mayHaveBeenMissed(dueAt, end);
    case 'late':
    case 'missed':
      return mayHaveBeenMissed(dueAt, end);
    case 'newer':
      if (row.sessionId !== null) return wasFollowed(row, given);
      return given.evidence.deliveries.some(
        (other) =>
          other.reminderId === row.reminderId &&
          other.dueAt > dueAt &&
          mayHaveBeenMissed(dueAt, new Date(other.dueAt.getTime() - 1)),
      );
    case 'quiet hours':
      return isQuietTrue(row, given, end);
    case 'session taken back':
    case 'done already':
      return isAnswered(row, given);
    case 'trained already':
      return hadTrained(row, given);
    case 'nothing to ask':
      return hadNothingToAsk(row, given);
    case 'held back':
      return wasRed(row, given);
    default:
      return false;
  }
}

/** Nothing but quiet hours and lateness stood between its time and its grace. */
function isQuietTrue({ dueAt }: DeliveryRow, { journal, evidence }: Case, end: Date): boolean {
  const [club] = evidence.clubs;
  if (club === undefined) return false;
  const loud = journal.calmLooks(dueAt, end).filter((look) => {
    const isLate = look.getTime() - dueAt.getTime() > NOTICEABLY_LATE_MINUTES * MINUTE;
    return !isLate || !isBetween(localTime(look, ZONE), club.quietFrom, club.quietTo);
  });
  return loud.length < ENOUGH_LOOKS;
}

/** The day of the session is stretched or the session gone, or the core work of the day was done. */
function isAnswered(row: DeliveryRow, { evidence, ledger }: Case): boolean {
  const day = localDate(row.dueAt, ZONE);
  const { athleteId } = row.reminder;
  if (row.sessionId !== null) {
    const session = evidence.sessions.find(({ id }) => id === row.sessionId);
    if (session === undefined) return true;
    return evidence.sessions.some(
      (one) => one.athleteId === athleteId && one.localDate === session.localDate && one.stretch === 'yes',
    );
  }
  const userId = evidence.athletes.find(({ id }) => id === athleteId)?.userId;
  const typed = ledger.logs.some(
    (entry) => entry.userId === userId && entry.dates.has(day) && entry.typed.core === true,
  );
  const marked = evidence.marks.some(
    (mark) => mark.athleteId === athleteId && mark.habit === 'core' && mark.localDate === day,
  );
  return typed || marked;
}

/** A session of the day was saved before the reminder lost its point, or had been before it was taken back. */
function hadTrained(row: DeliveryRow, { evidence, ledger }: Case): boolean {
  const day = localDate(row.dueAt, ZONE);
  const { athleteId } = row.reminder;
  const userId = evidence.athletes.find(({ id }) => id === athleteId)?.userId;
  return (
    evidence.sessions.some((one) => one.athleteId === athleteId && one.localDate === day) ||
    ledger.logs.some((entry) => entry.userId === userId && entry.dates.has(day) && entry.undone !== 'none')
  );
}

/** A later session of the day has the reminder, or had it before it was taken back. */
function wasFollowed({ sessionId, reminder }: DeliveryRow, { evidence, ledger }: Case): boolean {
  const session = evidence.sessions.find(({ id }) => id === sessionId);
  const userId = evidence.athletes.find(({ id }) => id === reminder.athleteId)?.userId;
  const isLater = evidence.sessions.some(
    (one) =>
      one.athleteId === reminder.athleteId &&
      one.localDate === session?.localDate &&
      one.loggedAt > session.loggedAt,
  );
  return isLater || ledger.logs.some((entry) => entry.userId === userId && entry.undone !== 'none');
}

/** A report of the day was red, or its questions were still open when the reminder was due. */
function wasRed(row: DeliveryRow, { evidence, ledger }: Case): boolean {
  const day = localDate(row.dueAt, ZONE);
  return evidence.reports.some((report) => {
    if (report.athleteId !== row.reminder.athleteId || report.localDate !== day) return false;
    if (report.light === 'red' || report.light === 'ask') return true;
    const entry = ledger.pains.find(({ key }) => key === report.notes);
    return entry !== undefined && (entry.lightAt === null || entry.lightAt > row.dueAt);
  });
}

/** Yesterday had no report that hurt, or this morning had one already, when the bot looked. */
function hadNothingToAsk(row: DeliveryRow, { evidence }: Case): boolean {
  const today = localDate(row.dueAt, ZONE);
  const own = evidence.reports.filter(({ athleteId }) => athleteId === row.reminder.athleteId);
  const end = new Date(row.dueAt.getTime() + (GRACE.echo ?? 0) * MINUTE);
  const wasTold = own.some(({ localDate, reportedAt }) => localDate === today && reportedAt <= end);
  const hurt = own.some(({ localDate, light }) => localDate === addDays(today, -1) && light !== 'green');
  return wasTold || !hurt;
}
