// The ways in which a claimed delivery leaves the courier's hands, and its companions with it.
import { firstAmendment, type Said } from './amend-rules.ts';
import { type ClaimedDelivery, MAX_WAIT_MS } from './claim-store.ts';
import type { CourierParts, Trouble } from './courier-parts.ts';
import { type EndState, endDelivery, releaseForRetry } from './lease-store.ts';
import { MAX_ATTEMPTS, retryDelayMs } from './rules.ts';

export interface Endings {
  /** Discord has it; `said`: what it says, null when an earlier request may have brought it. */
  sent(
    delivery: ClaimedDelivery,
    message: { readonly id: string; readonly channelId: string },
    said: Said | null,
  ): Promise<void>;
  /** Ended without a message, as it should be. */
  end(delivery: ClaimedDelivery, state: EndState, code: string): Promise<void>;
  /** Ended without a message, and somebody should know. `mayHaveArrived`: whether a request since then did something. */
  fail(
    delivery: ClaimedDelivery,
    trouble: Omit<Trouble, 'delivery'>,
    mayHaveArrived?: boolean,
  ): Promise<void>;
  /** Ended because the bot is not in the club's server any more. */
  leave(delivery: ClaimedDelivery): Promise<void>;
  /** Tried again later, or given up after the last try. */
  retry(delivery: ClaimedDelivery, code: string, mayHaveArrived: boolean): Promise<void>;
  /**
   * Tried again when Discord allows it. That counts as no try: a limit says nothing against the delivery, and in a
   * rush one that met it eight times would be lost. The kind's grace ends it.
   */
  wait(delivery: ClaimedDelivery, code: string, ms: number): Promise<void>;
}

export function createEndings(parts: CourierParts): Endings {
  const { clock, log, hooks } = parts;
  const { db } = parts.database;
  const later = (ms: number) => new Date(clock.now().getTime() + ms);

  async function finish(
    delivery: ClaimedDelivery,
    state: EndState,
    code: string,
    mayHaveArrived = false,
  ): Promise<void> {
    const ended = await endDelivery(db, delivery, state, code, mayHaveArrived);
    // Why one was called off may say how somebody is: that stays beside the delivery.
    const why = state === 'cancelled' ? {} : { kind: delivery.kind, code };
    if (ended) log.info({ delivery: delivery.id, state, ...why }, 'delivery ended unsent');
  }

  const fail: Endings['fail'] = async (delivery, trouble, mayHaveArrived) => {
    const state = trouble.means === 'unknown' ? 'unknown' : 'dead';
    // Told before it is written down: a process that dies in between is followed by one that tells it again.
    await parts.report({ delivery, ...trouble });
    await finish(delivery, state, trouble.code, mayHaveArrived);
  };

  return {
    fail,
    async end(delivery, state, code) {
      await finish(delivery, state, code);
    },
    async leave(delivery) {
      await finish(delivery, delivery.firstSendAt === null ? 'skipped' : 'unknown', 'bot-left');
    },
    async sent(delivery, { id: messageId, channelId }, said) {
      const { leaseToken } = delivery;
      const ids = [delivery, ...delivery.companions].map(({ id }) => id);
      const sentAt = clock.now();
      const compared = firstAmendment(parts.kinds.get(delivery.kind), delivery, sentAt, said);
      await hooks.beforeAcknowledge?.(delivery);
      await parts.acknowledgements.note({ ids, leaseToken, channelId, messageId, sentAt, compared });
      await hooks.afterAcknowledge?.(delivery);
    },
    async retry(delivery, code, mayHaveArrived) {
      if (delivery.attempt >= MAX_ATTEMPTS)
        return fail(delivery, { code, means: 'dead', channelId: delivery.channelId }, mayHaveArrived);
      const availableAt = later(retryDelayMs(delivery.attempt, parts.random()));
      await releaseForRetry(db, delivery, { availableAt, code, counts: true, mayHaveArrived });
    },
    async wait(delivery, code, ms) {
      const availableAt = later(Math.min(Math.max(ms, 1), MAX_WAIT_MS));
      const mayHaveArrived = delivery.firstSendAt !== null;
      await releaseForRetry(db, delivery, { availableAt, code, counts: false, mayHaveArrived });
    },
  };
}
