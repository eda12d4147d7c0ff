// Messages that are edited in place when, some minutes after they were sent, they should say something else.
import { randomUUID } from 'node:crypto';
import { DiscordFailure } from '../discord/failure.ts';
import {
  type Compared,
  digestOf,
  editOf,
  editRetryMs,
  isPastEditing,
  madeAt,
  nextAmendment,
} from './amend-rules.ts';
import {
  type AmendLease,
  findDueAmendments,
  noteEditing,
  releaseAmendment,
  type SentDelivery,
  takeAmendment,
} from './amend-store.ts';
import { classify } from './classify.ts';
import type { CourierParts } from './courier-parts.ts';
import type { DeliveryKind } from './kind.ts';

/**
 * What becomes of a message after it was compared: it says what it should and is looked at again at the kind's next
 * minute, it is tried again, or left as it is.
 */
type Outcome = Omit<Compared, 'amendAt'> | Again | 'no more';

interface Again {
  readonly againInMs: number;
  /** Of what it certainly says still; absent: an edit may have come through. */
  readonly digest?: string | null;
}

/** Compared at once; small, so that what is due to be sent waits for one page at most. */
const PAGE = 16;

/**
 * A function that compares the next page of sent messages that are due for it, and tells how many there were. What the
 * coach deleted (10008), what is too old (30046) and what we may no longer reach is left alone; after a failure that
 * passes it is tried again until the message is an hour old. Only what is known to say what it should counts as compared,
 * at the instant that its kind was told.
 */
export function createAmender(parts: CourierParts): () => Promise<number> {
  const { clock, log, hooks } = parts;
  const { db } = parts.database;
  const amendable = [...parts.kinds.values()].filter(({ amendMinutes }) => amendMinutes?.length);
  const kindOf = (sent: SentDelivery): DeliveryKind | undefined => parts.kinds.get(sent.kind);

  function again(sent: SentDelivery): Again {
    const minutes = kindOf(sent)?.amendMinutes ?? [];
    return { againInMs: editRetryMs(minutes, madeAt(sent), clock.now(), parts.random()) };
  }

  function refused(sent: SentDelivery, error: unknown): Outcome {
    if (!(error instanceof DiscordFailure)) throw error;
    const { code } = error;
    const verdict = classify(error);
    const { digest } = sent;
    log.warn({ delivery: sent.id, code, means: verdict.means }, 'Discord did not take an edit');
    switch (verdict.means) {
      case 'retry':
        return error.mayHaveArrived ? again(sent) : { ...again(sent), digest };
      case 'wait':
        if (verdict.everything) parts.holdEverything(new Date(clock.now().getTime() + verdict.ms));
        return { againInMs: verdict.ms, digest };
      case 'token-refused':
        parts.tokenRefused();
        return { ...again(sent), digest };
      default:
        return 'no more';
    }
  }

  async function amend(sent: SentDelivery, lease: AmendLease): Promise<Outcome> {
    const comparedAt = clock.now();
    if (isPastEditing(madeAt(sent), comparedAt)) return 'no more';
    const passage = parts.mayPost(sent.clubId, sent.channelId);
    if (passage !== 'open') return passage === 'wait' ? again(sent) : 'no more';
    const composed = await kindOf(sent)?.compose(sent, comparedAt);
    if (composed === undefined || 'cancel' in composed) return 'no more';
    const { send: body, to } = composed;
    // What was said by direct message, or what stood in for it, is another text than the channel's.
    if (to.kind !== 'channel' || to.channelId !== sent.channelId) return 'no more';
    const digest = digestOf(body);
    if (digest === sent.digest) return { digest, comparedAt };
    if (!(await noteEditing(db, sent, lease))) return 'no more';
    try {
      const limit = AbortSignal.timeout(parts.requestMs);
      await parts.sender.edit(sent.channelId, sent.messageId, editOf(body), limit);
    } catch (error) {
      return refused(sent, error);
    }
    await hooks.afterEdit?.(sent);
    return { digest, comparedAt };
  }

  async function attempt(sent: SentDelivery, lease: AmendLease): Promise<Outcome> {
    try {
      return await amend(sent, lease);
    } catch (error) {
      log.error({ err: error, delivery: sent.id, kind: sent.kind }, 'a message could not be amended');
      return again(sent);
    }
  }

  function learned(sent: SentDelivery, outcome: Outcome): Parameters<typeof releaseAmendment>[3] {
    if (outcome === 'no more') return { amendAt: null };
    const now = clock.now();
    if ('againInMs' in outcome) {
      const { againInMs, ...says } = outcome;
      return { ...says, amendAt: new Date(now.getTime() + againInMs) };
    }
    return { ...outcome, amendAt: nextAmendment(kindOf(sent)?.amendMinutes ?? [], madeAt(sent), now) };
  }

  async function compare(sent: SentDelivery): Promise<void> {
    const leaseUntil = new Date(clock.now().getTime() + parts.leaseMs);
    const lease: AmendLease = { leaseToken: randomUUID(), leaseUntil };
    if (!(await takeAmendment(db, sent, lease))) return;
    await hooks.afterAmendTaken?.(sent);
    await releaseAmendment(db, sent, lease, learned(sent, await attempt(sent, lease)));
  }

  return async function amendNext() {
    const names = amendable.map(({ name }) => name);
    const due = await findDueAmendments(db, names, clock.now(), PAGE);
    await Promise.all(
      due.map((sent) =>
        compare(sent).catch((error: unknown) =>
          log.error({ err: error, delivery: sent.id }, 'an amendment was left to its lease'),
        ),
      ),
    );
    return due.length;
  };
}
