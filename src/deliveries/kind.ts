import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';

/** A delivery as a feature sees it. */
export interface DueDelivery {
  readonly id: string;
  readonly clubId: string;
  readonly reminderId: string;
  /** The athlete it is for; null: the club. */
  readonly athleteId: string | null;
  /** The session that it follows; null: a weekly occurrence. */
  readonly sessionId: string | null;
  /** Local date-time of the occurrence, "session:ID", or "snooze:ID" of the delivery that was put off. */
  readonly occurrenceKey: string;
  readonly dueAt: Date;
  /** When an administrator had it sent again; null or absent: never. */
  readonly redrivenAt?: Date | null;
  /** When it was sent, for a kind that is asked again whether it still says the same; null or absent: not yet. */
  readonly sentAt?: Date | null;
}

/** How one message in a channel calls several people who are due for the same. */
export interface Shared {
  /** Whom it calls for this delivery. */
  readonly userId: string;
  /** What it says to all of these, at most 50; its custom ids carry the delivery's id that is given. */
  body(userIds: readonly string[], deliveryId: string): RESTPostAPIChannelMessageJSONBody;
}

/** Where a message goes. A direct message names the channel to fall back to when Discord refuses it. */
export type Target =
  | { readonly kind: 'channel'; readonly channelId: string; readonly shared?: Shared }
  | { readonly kind: 'direct'; readonly userId: string; readonly fallback: Fallback | null };

/** What to post when direct messages are closed: a public channel, so never anything about health. */
export interface Fallback {
  readonly channelId: string;
  readonly body: RESTPostAPIChannelMessageJSONBody;
}

/** What a kind answers when its delivery is about to be sent. */
export type Composed =
  | { readonly send: RESTPostAPIChannelMessageJSONBody; readonly to: Target }
  /** No longer wanted: done already, deleted, or the target is gone. */
  | { readonly cancel: string };

/**
 * What a feature hands to the engine. `compose` is asked right before the request leaves, so an edit or a
 * cancellation after the claim still counts. Every body must carry a component whose custom id contains the
 * delivery's id: that is how the engine recognises a message whose acknowledgement was lost.
 */
export interface DeliveryKind {
  /** The reminder's `kind`. */
  readonly name: string;
  /** Minutes after which a missed occurrence is skipped instead of sent late. */
  readonly graceMinutes: number;
  /** Athletes who are due for it in one channel at one minute get one message; `compose` then gives `shared`. */
  readonly isShared?: true;
  compose(delivery: DueDelivery, now: Date): Promise<Composed>;
  /**
   * Minutes after sending, ascending, below 60, at which the message is composed again and edited in place when it
   * says something else by then; absent: what was said stays. Only what went to a channel is edited; `cancel` leaves it
   * as it is, and what several people share is never edited.
   */
  readonly amendMinutes?: readonly number[];
}
