// Requests to Discord for one delivery, and what is done about each way in which they fail.
import { DiscordFailure } from '../discord/failure.ts';
import type { Passage } from '../discord/permissions.ts';
import { type ClaimedDelivery, MAX_WAIT_MS } from './claim-store.ts';
import { classify } from './classify.ts';
import type { CourierParts } from './courier-parts.ts';
import type { Endings } from './endings.ts';
import { bindCompanions } from './group-store.ts';
import { beginSend } from './lease-store.ts';
import { fallbackLetter, type Letter } from './letter.ts';
import { isNonceStale, isRepeatWanted, searchFrom } from './rules.ts';
import { bearsDelivery } from './signature.ts';

export interface Dispatch {
  /** Sends, and sees to whatever Discord answers. */
  send(delivery: ClaimedDelivery, letter: Letter): Promise<void>;
  /**
   * Looks whether an earlier request came through. Gives the delivery back as never sent when none did; null: its
   * fate is settled.
   */
  lookBack(delivery: ClaimedDelivery): Promise<ClaimedDelivery | null>;
  /** Sees to a failed request; rethrows what is not Discord's. The letter is null before there was one. */
  failed(delivery: ClaimedDelivery, letter: Letter | null, error: unknown): Promise<void>;
}

/** How long what waits for a server that Discord has lost waits, in milliseconds. */
export const OUTAGE_WAIT_MS = 60_000;

function neverSent(delivery: ClaimedDelivery): ClaimedDelivery {
  const companions = delivery.companions.map(neverSent);
  return { ...delivery, firstSendAt: null, channelId: null, companions };
}

const isGone = (error: unknown) => error instanceof DiscordFailure && classify(error).means === 'target-gone';

export function createDispatch(parts: CourierParts, endings: Endings): Dispatch {
  const { sender, clock, log, direct, hooks } = parts;
  const { db } = parts.database;
  const limit = () => AbortSignal.timeout(parts.requestMs);
  const later = (ms: number) => new Date(clock.now().getTime() + ms);

  const isBotGone = ({ clubId }: ClaimedDelivery) => parts.mayPost(clubId, null) === 'bot-left';

  async function lookBack(delivery: ClaimedDelivery): Promise<ClaimedDelivery | null> {
    const { firstSendAt, channelId } = delivery;
    if (firstSendAt === null || channelId === null) return delivery;
    const since = searchFrom(firstSendAt, clock.now());
    try {
      const search = await sender.findOwn(
        channelId,
        since,
        (message) => bearsDelivery(message, delivery.letterId),
        limit(),
      );
      if (search === 'none') return neverSent(delivery);
      if (search !== 'unreadable') await endings.sent(delivery, search.found, null);
      else if (isRepeatWanted(delivery)) return neverSent(delivery);
      else await endings.fail(delivery, { code: 'no-history', means: 'unknown', channelId });
    } catch (error) {
      if (isRepeatWanted(delivery) && isGone(error)) return neverSent(delivery);
      await failed(delivery, null, error);
    }
    return null;
  }

  async function send(given: ClaimedDelivery, letter: Letter): Promise<void> {
    const { channelId, body, nonce } = letter;
    const passage = letter.userId === null ? parts.mayPost(given.clubId, channelId) : 'open';
    if (passage !== 'open') return bar(given, passage, channelId);
    if (!bearsDelivery(body, given.letterId))
      return endings.fail(given, { code: 'no-custom-id', means: 'dead', channelId });
    // A nonce is of one channel: an earlier request that went elsewhere must be looked for there.
    const delivery = given.channelId === channelId ? given : await lookBack(given);
    if (delivery === null) return;
    const sending = { channelId, now: clock.now(), leaseUntil: later(parts.leaseMs) };
    // A changed reminder is composed anew; what was cancelled or taken over is past waiting, and stays as it is.
    if (!(await beginSend(db, delivery, sending)) || !(await bindCompanions(db, delivery, sending)))
      return endings.wait(delivery, 'changed', 0);
    await hooks.beforeSend?.(delivery);
    if (!(await isTimely(delivery, sending.leaseUntil))) return;
    try {
      const message = await sender.send(channelId, body, { nonce, signal: limit() });
      await hooks.afterSend?.(delivery);
      // For a nonce that Discord knows it gives the message of before, which may say something else.
      await endings.sent(delivery, message, delivery.firstSendAt === null ? letter : null);
    } catch (error) {
      await failed(delivery, letter, error);
    }
  }

  /**
   * Looks at the clock a last time: a process that stood still since the claim must not trust a lease or a nonce that
   * has run out meanwhile. False: nothing may leave from here.
   */
  async function isTimely(delivery: ClaimedDelivery, leaseUntil: Date): Promise<boolean> {
    const now = clock.now();
    if (now >= leaseUntil) return false;
    const { firstSendAt } = delivery;
    return firstSendAt === null || !isNonceStale(firstSendAt, now) || (await lookBack(delivery)) !== null;
  }

  /** Keeps back what Discord would refuse; a request of before, whose answer is not known, is looked for first. */
  async function bar(given: ClaimedDelivery, passage: Exclude<Passage, 'open'>, channelId: string) {
    if (passage === 'wait') return endings.wait(given, 'unavailable', OUTAGE_WAIT_MS);
    if (passage === 'bot-left') return endings.leave(given);
    const unsent = await lookBack(given);
    if (unsent !== null) await endings.fail(unsent, { code: passage, means: passage, channelId });
  }

  async function useFallback(
    delivery: ClaimedDelivery,
    letter: Letter | null,
    code: string,
  ): Promise<boolean> {
    if (!letter?.fallback) return false;
    log.info({ delivery: delivery.id, code }, 'direct message refused: the fallback channel is used');
    await send(delivery, fallbackLetter(delivery.id, letter.fallback, letter.composedAt));
    return true;
  }

  async function failed(delivery: ClaimedDelivery, letter: Letter | null, error: unknown): Promise<void> {
    if (!(error instanceof DiscordFailure)) throw error;
    const { code } = error;
    const verdict = classify(error);
    const uncertain = delivery.firstSendAt !== null;
    const trouble = { code, means: verdict.means, channelId: letter?.channelId ?? delivery.channelId };
    const { mayHaveArrived } = error;
    log.warn(
      { delivery: delivery.id, attempt: delivery.attempt, ...trouble },
      'Discord did not take a request',
    );
    switch (verdict.means) {
      case 'retry':
        return endings.retry(delivery, code, uncertain || (letter !== null && mayHaveArrived));
      case 'wait':
        if (verdict.everything) parts.holdEverything(later(verdict.ms));
        return endings.wait(delivery, code, verdict.ms);
      case 'token-refused':
        parts.tokenRefused();
        return endings.wait(delivery, code, 0);
      case 'stop-opening-direct':
        direct.pause(code);
        if (await useFallback(delivery, letter, code)) return;
        return endings.wait(delivery, code, MAX_WAIT_MS);
      case 'direct-closed':
        if (isBotGone(delivery)) return endings.leave(delivery);
        if (letter?.userId) await direct.refused(letter.userId, code);
        if (await useFallback(delivery, letter, code)) return;
        return endings.fail(delivery, trouble, mayHaveArrived);
      case 'target-gone':
      case 'no-permission':
        if (isBotGone(delivery)) return endings.leave(delivery);
        if (!letter?.userId) return endings.fail(delivery, trouble, mayHaveArrived);
        // The remembered direct channel is no more: the next try opens it anew.
        await direct.forget(letter.userId);
        return endings.retry(delivery, code, uncertain);
      case 'post-anew':
      case 'dead':
        log.error({ err: error.cause, delivery: delivery.id }, 'Discord refuses what we sent');
        return endings.fail(delivery, trouble, mayHaveArrived);
    }
  }

  return { send, lookBack, failed };
}
