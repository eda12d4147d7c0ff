// A composed delivery with its address: the channel that it goes to, or why it cannot go now.
import type { Said } from './amend-rules.ts';
import type { ClaimedDelivery } from './claim-store.ts';
import type { DirectChannels } from './direct.ts';
import type { Composed, Fallback } from './kind.ts';
import { nonceFor } from './rules.ts';

/** One message ready to leave. */
export interface Letter extends Said {
  readonly channelId: string;
  readonly nonce: string;
  /** The person of a direct message; null: a channel of a club. */
  readonly userId: string | null;
  readonly fallback: Fallback | null;
}

export type Addressed =
  | { readonly letter: Letter }
  | { readonly waitMs: number; readonly code: string }
  /** Direct messages are closed and there is no fallback. */
  | { readonly closed: string };

/** Long enough for a later try to find direct messages allowed again, or the delivery too late. */
const PAUSED_WAIT_MS = 60 * 60_000;

/** What a kind said about a delivery, and the instant that it was told. */
export interface Composition {
  readonly delivery: ClaimedDelivery;
  readonly message: Extract<Composed, { send: unknown }>;
  readonly composedAt: Date;
}

/** Finds the channel; a direct message that cannot be opened now goes to its fallback when it has one. */
export async function addressLetter(
  { delivery, message, composedAt }: Composition,
  direct: DirectChannels,
  signal: AbortSignal,
): Promise<Addressed> {
  const { send: body, to } = message;
  const said = { body, composedAt, nonce: nonceFor(delivery.letterId) };
  if (to.kind === 'channel')
    return { letter: { ...said, channelId: to.channelId, userId: null, fallback: null } };
  const { userId, fallback } = to;
  const route = await direct.route(delivery.clubId, userId, signal);
  if ('channelId' in route) return { letter: { ...said, channelId: route.channelId, userId, fallback } };
  if ('busyMs' in route) return { waitMs: route.busyMs, code: 'busy' };
  if (fallback) return { letter: fallbackLetter(delivery.id, fallback, composedAt) };
  return 'closed' in route ? route : { waitMs: PAUSED_WAIT_MS, code: route.paused };
}

/** What goes to the fallback channel: another message than the direct one, so another nonce. */
export function fallbackLetter(deliveryId: string, said: Fallback, composedAt: Date): Letter {
  return { ...said, composedAt, nonce: nonceFor(deliveryId, 'fallback'), userId: null, fallback: null };
}
