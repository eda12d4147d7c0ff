// Brings one claimed delivery to its end: looks for an earlier request, asks the kind what to say, sends.

import { createAgreement } from './agreement.ts';
import type { ClaimedDelivery } from './claim-store.ts';
import type { CourierParts } from './courier-parts.ts';
import { createDispatch, OUTAGE_WAIT_MS } from './dispatch.ts';
import { createEndings } from './endings.ts';
import { gather } from './group-store.ts';
import type { DeliveryKind } from './kind.ts';
import { addressLetter, type Composition } from './letter.ts';
import { isNonceStale, isTooLate, MAX_ATTEMPTS } from './rules.ts';

/**
 * A function that brings a delivery to its end or gives it back. What it throws is not Discord's: then nothing is
 * written, and the lease runs out.
 */
export function createCourier(parts: CourierParts): (delivery: ClaimedDelivery) => Promise<void> {
  const { clock, hooks } = parts;
  const endings = createEndings(parts);
  const dispatch = createDispatch(parts, endings);
  const agree = createAgreement(parts, endings, dispatch);

  function lease() {
    const now = clock.now();
    return { now, until: new Date(now.getTime() + parts.leaseMs) };
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
    else return delivery;
    return null;
  }

  async function address(agreed: Composition) {
    try {
      return await addressLetter(agreed, parts.direct, AbortSignal.timeout(parts.requestMs));
    } catch (error) {
      await dispatch.failed(agreed.delivery, null, error);
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
    const wanted = await stillWanted(await gather(parts.database, claimed, lease()), kind);
    const agreed = wanted && (await agree(wanted, kind));
    if (!agreed) return;
    const { delivery } = agreed;
    await hooks.afterCompose?.(delivery);
    const addressed = await address(agreed);
    if (!addressed) return;
    if ('letter' in addressed) return dispatch.send(delivery, addressed.letter);
    if ('waitMs' in addressed) return endings.wait(delivery, addressed.code, addressed.waitMs);
    return endings.fail(delivery, { code: addressed.closed, means: 'direct-closed', channelId: null });
  };
}
