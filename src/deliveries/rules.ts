// The engine's pure decisions: what was missed, how late is too late, when to try again.
import { createHash } from 'node:crypto';
import { WEEKDAYS, type Weekday } from '../time/local.ts';
import { nextOccurrence, previousOccurrence, type WeeklyRule } from '../time/next-occurrence.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Tries of one delivery before it is given up. */
export const MAX_ATTEMPTS = 8;

/** Tries that those who share a message make together. */
const TRIES_TOGETHER = 2;

/** How long Discord is trusted to know a nonce, and how long a request may take. */
const NONCE_MS = 90_000;
const REQUEST_MS = 20_000;

/** Missed occurrences that are written down; of a longer absence only the latest are. */
export const MAX_CATCH_UP = 14;

/** Largest shift of one occurrence when a zone changes its rules between two looks. */
const ZONE_SHIFT_MS = 3 * 60 * MINUTE_MS;

const FIRST_RETRY_MS = 5_000;

/** One occurrence to be written down. */
export interface PlannedOccurrence {
  /** Local date-time of the occurrence. */
  readonly key: string;
  readonly dueAt: Date;
  readonly state: 'pending' | 'skipped';
}

/** What becomes of a reminder that is due. */
export interface CatchUp {
  /** Oldest first; at most the last is pending. */
  readonly occurrences: readonly PlannedOccurrence[];
  /** Null: it comes no more. */
  readonly nextDueAt: Date | null;
}

/** A reminder's rule as stored: weekly, or once on a date. */
export interface StoredRule {
  readonly days: string | null;
  readonly date: string | null;
  readonly time: string | null;
  /** IANA zone of the wall time. */
  readonly zone: string;
}

/** What becomes of a due reminder of either rule; throws RangeError for a rule that cannot be read. */
export function planDue(stored: StoredRule, nextDueAt: Date, now: Date, graceMinutes: number): CatchUp {
  const { date, time } = stored;
  if (date === null) return planCatchUp(weeklyRule(stored), nextDueAt, now, graceMinutes);
  if (time === null) throw new RangeError('the reminder has no time');
  const state = isTooLate(nextDueAt, graceMinutes, now) ? 'skipped' : 'pending';
  return { occurrences: [{ key: `${date}T${time}`, dueAt: nextDueAt, state }], nextDueAt: null };
}

/**
 * Of the occurrences from `nextDueAt` to `now` only the latest is sent, and only inside the grace; the older ones
 * are skipped, and what comes next is after `now` however long the absence was.
 */
export function planCatchUp(
  rule: WeeklyRule,
  nextDueAt: Date,
  now: Date,
  graceMinutes: number,
): CatchUp & { readonly nextDueAt: Date } {
  const earliest = nextDueAt > now ? nextDueAt.getTime() : nextDueAt.getTime() - ZONE_SHIFT_MS;
  const occurrences: PlannedOccurrence[] = [];
  let { at, key } = previousOccurrence(rule, now);
  while (at.getTime() >= earliest && occurrences.length < MAX_CATCH_UP) {
    const wanted = occurrences.length === 0 && !isTooLate(at, graceMinutes, now);
    occurrences.unshift({ key, dueAt: at, state: wanted ? 'pending' : 'skipped' });
    ({ at, key } = previousOccurrence(rule, new Date(at.getTime() - 1)));
  }
  return { occurrences, nextDueAt: nextOccurrence(rule, now).at };
}

/** The weekly rule of a stored reminder; throws RangeError for one that cannot be read. */
export function weeklyRule(stored: Omit<StoredRule, 'date'>): WeeklyRule {
  if (stored.days === null || stored.time === null) throw new RangeError('the reminder has no weekly rule');
  return { days: stored.days.split(',').map(readWeekday), time: stored.time, zone: stored.zone };
}

function readWeekday(text: string): Weekday {
  const day = WEEKDAYS.find((weekday) => weekday === text);
  if (day === undefined) throw new RangeError(`not a day of the week: ${text}`);
  return day;
}

/** Whether a delivery is past its kind's grace. */
export function isTooLate(dueAt: Date, graceMinutes: number, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > graceMinutes * MINUTE_MS;
}

/** Milliseconds to the next try after try 1, 2, …: 5 s doubling, ±25 %; `random` is from 0 to 1. */
export function retryDelayMs(attempt: number, random: number): number {
  return Math.round(FIRST_RETRY_MS * 2 ** (attempt - 1) * (0.75 + random / 2));
}

/**
 * Whether the process seems to have died at each try so far: nothing left, and nobody wrote down why. What Discord or a
 * kind failed has a code; a try that the database failed cannot be told from a death.
 */
export function keepsDying(delivery: {
  /** This try counted. */
  readonly attempt: number;
  readonly firstSendAt: Date | null;
  readonly lastCode: string | null;
}): boolean {
  const { attempt, firstSendAt, lastCode } = delivery;
  return attempt > TRIES_TOGETHER && firstSendAt === null && lastCode === null;
}

/**
 * Whether the nonce may have been forgotten by the time that a request sent now arrives: then the channel's
 * history must be read before sending again.
 */
export function isNonceStale(firstSendAt: Date, now: Date): boolean {
  const age = now.getTime() - firstSendAt.getTime();
  return age < 0 || age > NONCE_MS - REQUEST_MS;
}

/**
 * Whether the request that may have come through was made before an administrator asked for the message again,
 * knowing that it may be there already: then no proof is needed that it is not.
 */
export function isRepeatWanted(delivery: {
  readonly firstSendAt: Date | null;
  readonly redrivenAt: Date | null;
}): boolean {
  const { firstSendAt, redrivenAt } = delivery;
  return firstSendAt !== null && redrivenAt !== null && firstSendAt <= redrivenAt;
}

/**
 * From when on the history is searched for a request that left at `firstSendAt`: a minute earlier, because
 * Discord's clock is not ours; from a day ago when our clock has been set back since and proves nothing.
 */
export function searchFrom(firstSendAt: Date, now: Date): Date {
  const early = firstSendAt > now ? now.getTime() - DAY_MS : firstSendAt.getTime() - MINUTE_MS;
  return new Date(early);
}

/** 24 characters by which Discord recognises a repeated request; the fallback is another message. */
export function nonceFor(deliveryId: string, message: 'first' | 'fallback' = 'first'): string {
  return fingerprint(message === 'first' ? deliveryId : `${deliveryId}:${message}`);
}

/** What a delivery depends on when it comes to sharing a message. */
export interface Sharing {
  readonly clubId: string;
  readonly athleteId: string | null;
  readonly kind: string;
  /** Own words of the reminder; null: its kind's. */
  readonly text: string | null;
  /** direct | channel */
  readonly target: string;
  readonly channelId: string | null;
}

/**
 * 24 characters that are the same for athletes who are due for the same thing in the same channel at the same minute;
 * null for what goes out alone: a direct message, or the club's own.
 */
export function groupKeyFor({ clubId, athleteId, kind, text, target, channelId }: Sharing, dueAt: Date) {
  if (athleteId === null || target !== 'channel' || channelId === null) return null;
  const minute = Math.floor(dueAt.getTime() / MINUTE_MS);
  return fingerprint(JSON.stringify([clubId, kind, channelId, minute, text]));
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 24);
}
