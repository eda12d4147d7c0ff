// Brings one claimed delivery to its end: looks for an earlier request, asks the kind what to say, sends.

import type { ClaimedDelivery } from './claim-store.ts';
import type { CourierParts } from './courier-parts.ts';
import { createDispatch, OUTAGE_WAIT_MS } from './dispatch.ts';
import { createEndings } from './endings.ts';
import type { Composed, DeliveryKind } from './kind.ts';
import { isSuperseded } from './lease-store.ts';
import { addressLetter } from './letter.ts';
import { isNonceStale, isTooLate, MAX_ATTEMPTS } from './rules.ts';

/**
 * A function that brings a delivery to its end or gives it back. What it throws is not Discord's: then nothing is
 * written, and the lease runs out.
 */
export function createCourier(parts: CourierParts): (delivery: ClaimedDelivery) => Promise<void> {
  const { clock, log, hooks } = parts;
  const endings = createEndings(parts);
  const dispatch = createDispatch(parts, endings);

  async function compose(kind: DeliveryKind, delivery: ClaimedDelivery): Promise<Composed | null> {
    try {
      return await kind.compose(delivery, clock.now());
    } catch (error) {
      log.error({ err: error, delivery: delivery.id, kind: kind.name }, 'a delivery could not be composed');
      await endings.retry(delivery, 'compose', delivery.firstSendAt !== null);
      return null;
    }
  }

  /** Null: not to be sent, and settled as that. */
  async function stillWanted(claimed: ClaimedDelivery, kind: DeliveryKind): Promise<ClaimedDelivery | null> {
    const now = clock.now();
    const late = isTooLate(claimed.redrivenAt ?? claimed.dueAt, kind.graceMinutes, now);
    const spent = claimed.attempt > MAX_ATTEMPTS;
    const { firstSendAt } = claimed;
    const mustLook = firstSendAt !== null && (late || spent || isNonceStale(firstSendAt, now));
    const delivery = mustLook ? await dispatch.lookBack(claimed) : claimed;
    if (delivery === null) return null;
    if (late) await endings.end(delivery, 'skipped', 'late');
    else if (spent)
      await endings.fail(delivery, {
        code: delivery.lastCode ?? 'no-answer',
        means: 'dead',
        channelId: null,
      });
    else if (
      delivery.firstSendAt === null &&
      delivery.redrivenAt === null &&
      (await isSuperseded(parts.database.db, delivery, now))
    )
      await endings.end(delivery, 'skipped', 'newer');
    else return delivery;
    return null;
  }

  /** A message that came through before a crash was sent, whatever is wanted now. */
  async function callOff(delivery: ClaimedDelivery, reason: string): Promise<void> {
    const unsent = delivery.firstSendAt === null ? delivery : await dispatch.lookBack(delivery);
    if (unsent !== null) await endings.end(unsent, 'cancelled', reason);
  }

  async function address(delivery: ClaimedDelivery, composed: Extract<Composed, { send: unknown }>) {
    try {
      return await addressLetter(delivery, composed, parts.direct, AbortSignal.timeout(parts.requestMs));
    } catch (error) {
      await dispatch.failed(delivery, null, error);
      return null;
    }
  }

  return async function deliver(claimed) {
    await hooks.afterClaim?.(claimed);
    const kind = parts.kinds.get(claimed.kind);
    if (!kind) return endings.fail(claimed, { code: 'unknown-kind', means: 'dead', channelId: null });
    const passage = parts.mayPost(claimed.clubId, null);
    if (passage === 'bot-left') return endings.leave(claimed);
    if (passage === 'wait') return endings.wait(claimed, 'unavailable', OUTAGE_WAIT_MS);
    const delivery = await stillWanted(claimed, kind);
    const composed = delivery && (await compose(kind, delivery));
    if (!composed) return;
    if ('cancel' in composed) return callOff(delivery, composed.cancel);
    await hooks.afterCompose?.(delivery);
    const addressed = await address(delivery, composed);
    if (!addressed) return;
    if ('letter' in addressed) return dispatch.send(delivery, addressed.letter);
    if ('waitMs' in addressed) return endings.wait(delivery, addressed.code, addressed.waitMs);
    return endings.fail(delivery, { code: addressed.closed, means: 'direct-closed', channelId: null });
  };
}
