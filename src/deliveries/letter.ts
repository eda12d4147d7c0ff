// A composed delivery with its address: the channel that it goes to, or why it cannot go now.
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { ClaimedDelivery } from './claim-store.ts';
import type { DirectChannels } from './direct.ts';
import type { Composed, Fallback } from './kind.ts';
import { nonceFor } from './rules.ts';

/** One message ready to leave. */
export interface Letter {
  readonly channelId: string;
  readonly body: RESTPostAPIChannelMessageJSONBody;
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

/** Finds the channel; a direct message that cannot be opened now goes to its fallback when it has one. */
export async function addressLetter(
  delivery: ClaimedDelivery,
  { send: body, to }: Extract<Composed, { send: unknown }>,
  direct: DirectChannels,
  signal: AbortSignal,
): Promise<Addressed> {
  const nonce = nonceFor(delivery.letterId);
  if (to.kind === 'channel')
    return { letter: { channelId: to.channelId, body, nonce, userId: null, fallback: null } };
  const { userId, fallback } = to;
  const route = await direct.route(delivery.clubId, userId, signal);
  if ('channelId' in route) return { letter: { channelId: route.channelId, body, nonce, userId, fallback } };
  if ('busyMs' in route) return { waitMs: route.busyMs, code: 'busy' };
  if (fallback) return { letter: fallbackLetter(delivery.id, fallback) };
  return 'closed' in route ? route : { waitMs: PAUSED_WAIT_MS, code: route.paused };
}

/** What goes to the fallback channel: another message than the direct one, so another nonce. */
export function fallbackLetter(deliveryId: string, { channelId, body }: Fallback): Letter {
  return { channelId, body, nonce: nonceFor(deliveryId, 'fallback'), userId: null, fallback: null };
}
