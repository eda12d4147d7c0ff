// Asks the kind about a delivery and each of its companions: one message for those who still want the same.
import type { ClaimedDelivery } from './claim-store.ts';
import type { CourierParts } from './courier-parts.ts';
import type { Dispatch } from './dispatch.ts';
import type { Endings } from './endings.ts';
import type { DeliveryKind } from './kind.ts';
import { type EndState, isSuperseded, releaseForRetry } from './lease-store.ts';
import type { Composition } from './letter.ts';

type Message = Composition['message'];

/** What the kind said about one delivery, held alone. */
type Answer =
  | { readonly delivery: ClaimedDelivery; readonly message: Message }
  | { readonly delivery: ClaimedDelivery; readonly end: EndState; readonly code: string }
  | { readonly delivery: ClaimedDelivery; readonly broken: true };

type Wanted = Extract<Answer, { message: unknown }>;

/**
 * A function that gives the message to send and the delivery that it leaves for, with its companions; null: none, and all
 * are settled. Who no longer wants it ends alone, and who is to read something else, or elsewhere, is given back for a
 * message of his own. While a request may have left, its people stay together: first it is looked for, and when it came
 * through all of them were told. When it did not, the message is a new one and bears the id of the first who still wants
 * it.
 */
export function createAgreement(parts: CourierParts, endings: Endings, dispatch: Dispatch) {
  const { clock, log } = parts;
  const { db } = parts.database;

  async function ask(kind: DeliveryKind, delivery: ClaimedDelivery, now: Date): Promise<Answer> {
    const mayBeLeft = delivery.firstSendAt === null && delivery.redrivenAt === null;
    if (mayBeLeft && (await isSuperseded(db, delivery, now)))
      return { delivery, end: 'skipped', code: 'newer' };
    try {
      const composed = await kind.compose(delivery, now);
      if ('cancel' in composed) return { delivery, end: 'cancelled', code: composed.cancel };
      return { delivery, message: composed };
    } catch (error) {
      log.error({ err: error, delivery: delivery.id, kind: kind.name }, 'a delivery could not be composed');
      return { delivery, broken: true };
    }
  }

  async function settle(answer: Answer): Promise<void> {
    const { delivery } = answer;
    if ('end' in answer) return endings.end(delivery, answer.end, answer.code);
    if ('broken' in answer) return endings.retry(delivery, 'compose', false);
    const availableAt = new Date(Math.max(delivery.dueAt.getTime(), clock.now().getTime()));
    const release = { availableAt, code: 'apart', counts: false, mayHaveArrived: false };
    await releaseForRetry(db, delivery, release);
  }

  return async function agree(all: ClaimedDelivery, kind: DeliveryKind): Promise<Composition | null> {
    const composedAt = clock.now();
    const answers: Answer[] = [];
    for (const each of [{ ...all, companions: [] }, ...all.companions])
      answers.push(await ask(kind, each, composedAt));
    if (all.firstSendAt !== null && answers.some((answer) => 'broken' in answer)) {
      await endings.retry(all, 'compose', true);
      return null;
    }
    const together = alike(answers);
    const isUnanimous = together.length === answers.length;
    const unsent = isUnanimous ? all : await dispatch.lookBack(all);
    if (unsent === null) return null;
    for (const answer of answers) if (!together.some((wanted) => wanted === answer)) await settle(answer);
    const [first, ...others] = together;
    if (first === undefined) return null;
    const { firstSendAt, channelId } = unsent;
    const { id, letterId } = first.delivery;
    const delivery = {
      ...{ ...first.delivery, firstSendAt, channelId, letterId: firstSendAt === null ? id : letterId },
      companions: others.map((other) => other.delivery),
    };
    return { delivery, message: join(together, delivery.letterId), composedAt };
  };
}

/** The first that wants a message, and those who want the same words in the same channel. */
function alike(answers: readonly Answer[]): Wanted[] {
  const wanted = answers.filter((answer): answer is Wanted => 'message' in answer);
  const [first] = wanted;
  const words = first && wordsOf(first.message);
  return wanted.filter((one) => one === first || (words !== null && wordsOf(one.message) === words));
}

/** What a message says and where, whoever it calls; null: it calls nobody else. */
function wordsOf({ to }: Message): string | null {
  if (to.kind !== 'channel' || to.shared === undefined) return null;
  return JSON.stringify([to.channelId, to.shared.body(['0'], '0')]);
}

function join(together: readonly Wanted[], letterId: string): Message {
  const [first] = together;
  if (first === undefined) throw new RangeError('a message is for somebody');
  const { to } = first.message;
  if (to.kind !== 'channel' || to.shared === undefined) return first.message;
  const userIds = together.flatMap(({ message }) =>
    message.to.kind === 'channel' && message.to.shared ? [message.to.shared.userId] : [],
  );
  return { send: to.shared.body([...new Set(userIds)].toSorted(), letterId), to };
}
