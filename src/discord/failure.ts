// Every way in which a request to Discord can fail, in one shape.
//
// discord.js loads the CommonJS copy of @discordjs/rest, an import of ours its ESM copy: two classes of each error, so
// `instanceof` would miss what the running client throws. They are told apart by what they hold.
import type { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';

/** What can go wrong between us and Discord. */
export type FailureKind = 'api' | 'server' | 'rate-limit' | 'token' | 'timeout' | 'network';

/** A request that failed, in one shape for every way to fail. */
export class DiscordFailure extends Error {
  readonly kind: FailureKind;
  /** Discord's error code, else the HTTP status, else a word like "timeout" or "ECONNRESET". */
  readonly code: string;
  /** Milliseconds that Discord asks us to wait; null: it did not say. */
  readonly retryAfterMs: number | null;
  /** Whether the limit that was hit is the bot's as a whole. */
  readonly global: boolean;
  /** False when Discord certainly did nothing, true when it may have done what was asked. */
  readonly mayHaveArrived: boolean;

  constructor(
    kind: FailureKind,
    code: string,
    more: {
      readonly cause: unknown;
      readonly mayHaveArrived: boolean;
      readonly retryAfterMs?: number;
      readonly global?: boolean;
    },
  ) {
    super(`Discord request failed: ${kind} ${code}`, { cause: more.cause });
    this.name = 'DiscordFailure';
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = more.retryAfterMs ?? null;
    this.global = more.global ?? false;
    this.mayHaveArrived = more.mayHaveArrived;
  }
}

const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Any error of @discordjs/rest as a DiscordFailure. */
export function toFailure(cause: unknown): DiscordFailure {
  if (cause instanceof DiscordFailure) return cause;
  if (isRateLimit(cause)) {
    const { retryAfter, global } = cause;
    return new DiscordFailure('rate-limit', '429', {
      cause,
      mayHaveArrived: false,
      retryAfterMs: retryAfter,
      global,
    });
  }
  if (isApiError(cause)) return fromApi(cause);
  if (isHttpError(cause))
    return new DiscordFailure('server', String(cause.status), { cause, mayHaveArrived: true });
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'AbortError' || name === 'TimeoutError')
    return new DiscordFailure('timeout', 'timeout', { cause, mayHaveArrived: true });
  // @discordjs/rest drops the token after a 401 and then refuses to ask at all.
  if (cause instanceof Error && cause.message.startsWith('Expected token to be set'))
    return new DiscordFailure('token', '401', { cause, mayHaveArrived: false });
  const code = networkCode(cause);
  return new DiscordFailure('network', code, { cause, mayHaveArrived: !NEVER_LEFT.has(code) });
}

function isRateLimit(cause: unknown): cause is RateLimitError {
  return cause instanceof Error && 'retryAfter' in cause && 'timeToReset' in cause;
}

function isApiError(cause: unknown): cause is DiscordAPIError {
  return cause instanceof Error && 'rawError' in cause && 'status' in cause;
}

function isHttpError(cause: unknown): cause is HTTPError {
  return cause instanceof Error && cause.name === 'HTTPError' && 'status' in cause;
}

function fromApi(cause: DiscordAPIError): DiscordFailure {
  const code = String(cause.code) === '0' ? String(cause.status) : String(cause.code);
  const kind = cause.status === 401 ? 'token' : cause.status === 429 ? 'rate-limit' : 'api';
  return new DiscordFailure(kind, kind === 'token' ? '401' : code, { cause, mayHaveArrived: false });
}

function networkCode(cause: unknown): string {
  if (!(cause instanceof Error)) return 'network';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return cause.cause === undefined ? 'network' : networkCode(cause.cause);
}
