/** Reminders and summaries as people see them: which messages there are of each delivery. */
import type { Actor, MessageRecord } from '../../sandbox/sandbox.ts';

/** The custom ids of what the engine sends: a reminder's buttons, a morning's answers, a summary's "How is it now?". */
const DELIVERY = /"custom_id":"(?:remind|checkin|pain|plan|team):[\w-]+:([0-9a-f-]{36})[":]/;

/** A person called in a text. */
const CALL = /<@(\d+)>/g;

/** Messages that the sandbox keeps of one channel; older ones are forgotten. */
const KEPT_PER_CHANNEL = 1000;

/** The delivery that a message is of; null: none. */
export function deliveryOf({ message }: MessageRecord): string | null {
  return DELIVERY.exec(JSON.stringify(message.components ?? []))?.[1] ?? null;
}

export interface Sighting {
  readonly messageId: string;
  readonly channelId: string;
  /** User ids that its text calls. */
  readonly called: readonly string[];
  /** Whose screen it was on. */
  readonly userId: string;
}

export interface Sightings {
  /** Looks at every screen; must be called before a channel has had a thousand new messages. */
  look(): void;
  /** By delivery id. */
  readonly seen: ReadonlyMap<string, readonly Sighting[]>;
}

/** Watches the direct messages of the athletes and the channels of the coach, who sees them all. */
export function createSightings(athletes: readonly Actor[], coach: Actor): Sightings {
  const seen = new Map<string, Sighting[]>();
  const newest = new Map<string, string>();

  function read(actor: Actor, where: string): void {
    const messages = actor.messages(where);
    const last = newest.get(actor.userId + where);
    const from = messages.findIndex(({ id }) => id === last) + 1;
    if (last !== undefined && from === 0 && messages.length >= KEPT_PER_CHANNEL)
      throw new Error(`the sandbox forgot messages of ${where} before they were counted`);
    for (const record of messages.slice(from)) {
      const deliveryId = deliveryOf(record);
      if (deliveryId === null) continue;
      const { id: messageId, channelId } = record;
      const called = [...JSON.stringify(record.message).matchAll(CALL)].map(([, userId = '']) => userId);
      const sighting = { messageId, channelId, called, userId: actor.userId };
      seen.set(deliveryId, [...(seen.get(deliveryId) ?? []), sighting]);
    }
    const newestNow = messages.at(-1);
    if (newestNow) newest.set(actor.userId + where, newestNow.id);
  }

  return {
    seen,
    look() {
      for (const athlete of athletes) read(athlete, 'direct');
      read(coach, 'coaches');
      read(coach, 'reminders');
    },
  };
}
