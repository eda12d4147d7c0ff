// When a sent message is compared with what it should say, and how that is told apart.
import { createHash } from 'node:crypto';
import type {
  RESTPatchAPIChannelMessageJSONBody,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import type { DeliveryKind } from './kind.ts';
import { retryDelayMs } from './rules.ts';

const MINUTE_MS = 60_000;
/** Discord lets a message be edited for ever, but from an hour on only slowly (30046): then it is left alone. */
const HOUR_MS = 60 * MINUTE_MS;

/** What an edit names: all that a message says, so that nothing of the old words stays. */
export function editOf(body: RESTPostAPIChannelMessageJSONBody): RESTPatchAPIChannelMessageJSONBody {
  const { content = '', embeds = [], components = [], allowed_mentions } = body;
  return { content, embeds, components, ...(allowed_mentions ? { allowed_mentions } : {}) };
}

/** Fingerprint of what a message says, mentions apart. */
export function digestOf(body: RESTPostAPIChannelMessageJSONBody): string {
  const { content, embeds, components } = editOf(body);
  return createHash('sha256')
    .update(JSON.stringify([content, embeds, components]))
    .digest('base64url');
}

/** The earliest instant at which the message can have come to be: its age is never taken for less than it is. */
export function madeAt(sent: { readonly firstSendAt: Date | null; readonly sentAt: Date }): Date {
  const { firstSendAt, sentAt } = sent;
  return firstSendAt !== null && firstSendAt < sentAt ? firstSendAt : sentAt;
}

/** Whether a message is too old to be edited. */
export function isPastEditing(made: Date, now: Date): boolean {
  return now.getTime() - made.getTime() >= HOUR_MS;
}

/** The next minute of the kind at which to compare, after `now`; null: there is none within the hour. */
export function nextAmendment(minutes: readonly number[], made: Date, now: Date): Date | null {
  const next = minutes.map((minute) => made.getTime() + minute * MINUTE_MS).find((at) => at > now.getTime());
  return next === undefined || next - made.getTime() >= HOUR_MS ? null : new Date(next);
}

/** What a message says, and the instant that its kind was told when it composed it. */
export interface Said {
  readonly body: RESTPostAPIChannelMessageJSONBody;
  readonly composedAt: Date;
}

/** What is known of a sent message that may be amended. */
export interface Compared {
  /** When it is next compared with what it should say; null: no more. */
  readonly amendAt: Date | null;
  /** Fingerprint of what it says; null: not known. */
  readonly digest: string | null;
  /** The instant that its kind was told when it last said what it should. */
  readonly comparedAt: Date;
}

/**
 * What is written down when a message is known to be there; null: its kind is never amended. `said` null: an earlier
 * request may have brought it, with other words, composed at nobody knows what time since it was due.
 */
export function firstAmendment(
  kind: DeliveryKind | undefined,
  { firstSendAt, dueAt }: { readonly firstSendAt: Date | null; readonly dueAt: Date },
  sentAt: Date,
  said: Said | null,
): Compared | null {
  if (kind?.amendMinutes === undefined || kind.isShared) return null;
  return {
    amendAt: nextAmendment(kind.amendMinutes, madeAt({ firstSendAt, sentAt }), sentAt),
    digest: said && digestOf(said.body),
    comparedAt: said?.composedAt ?? dueAt,
  };
}

/**
 * Milliseconds to the next try of an edit that failed: 5 s ± 25 %, or as long again as it is overdue, so that the waits
 * double; `random` is from 0 to 1.
 */
export function editRetryMs(minutes: readonly number[], made: Date, now: Date, random: number): number {
  const age = now.getTime() - made.getTime();
  const step = Math.max(0, ...minutes.filter((minute) => minute * MINUTE_MS <= age));
  return Math.max(retryDelayMs(1, random), age - step * MINUTE_MS);
}
