// What each of Discord's refusals means for a message that is due (platform table of error codes).
import type { DiscordFailure } from '../discord/failure.ts';

/** What the engine does about a failed request. */
export type Verdict =
  /** Try again later with the same nonce. */
  | { readonly means: 'retry' }
  /** Try again when Discord says so; not held against the delivery. */
  | { readonly means: 'wait'; readonly ms: number; readonly everything: boolean }
  /** Our fault or unknown to us: never again. */
  | { readonly means: 'dead' }
  /** This user takes no direct messages from us. */
  | { readonly means: 'direct-closed' }
  /** Discord thinks that we open too many direct messages. */
  | { readonly means: 'stop-opening-direct' }
  /** We may not see the channel or write there. */
  | { readonly means: 'no-permission' }
  /** The channel, the club or the user is no more. */
  | { readonly means: 'target-gone' }
  /** The message to edit is gone or too old: post a new one. */
  | { readonly means: 'post-anew' }
  /** The bot's token is no longer good: nothing can be sent. */
  | { readonly means: 'token-refused' };

const BY_CODE: Readonly<Record<string, Exclude<Verdict['means'], 'wait'>>> = {
  '50007': 'direct-closed',
  '50278': 'direct-closed',
  '40003': 'stop-opening-direct',
  '20026': 'stop-opening-direct',
  '50001': 'no-permission',
  '50013': 'no-permission',
  '10003': 'target-gone',
  '10004': 'target-gone',
  '10013': 'target-gone',
  '10008': 'post-anew',
  '30046': 'post-anew',
  '50035': 'dead',
  '40005': 'dead',
  '10062': 'dead',
  '40060': 'dead',
};

/** Wait when a 429 does not say for how long. */
const DEFAULT_WAIT_MS = 5_000;

/** Reads a failure by Discord's code and then by its kind; a refusal that is not in the table is our fault. */
export function classify(failure: DiscordFailure): Verdict {
  const listed = BY_CODE[failure.code];
  if (listed) return { means: listed };
  switch (failure.kind) {
    case 'rate-limit':
      return { means: 'wait', ms: failure.retryAfterMs ?? DEFAULT_WAIT_MS, everything: failure.global };
    case 'token':
      return { means: 'token-refused' };
    case 'server':
    case 'timeout':
    case 'network':
      return { means: 'retry' };
    case 'api':
      return { means: 'dead' };
  }
}
