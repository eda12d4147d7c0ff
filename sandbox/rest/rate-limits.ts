/** Buckets per route and major parameter, and the global limit, in real time. Headers go with every answer. */
import { createHash } from 'node:crypto';
import { realMilliseconds } from '../clock.ts';
import type { Json } from '../json.ts';

export interface BucketSize {
  readonly limit: number;
  readonly windowMs: number;
}

export interface RateLimitOptions {
  /** Requests a second over all routes but interactions'; default 50. */
  readonly global?: number;
  /** Bucket sizes by "METHOD /template"; the rest get `default`. */
  readonly routes?: Readonly<Record<string, BucketSize>>;
  readonly default?: BucketSize;
}

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Null: let it through. `retryAfter` in seconds. */
  readonly refused: { readonly retryAfter: number; readonly global: boolean } | null;
}

export interface RateLimits {
  take(method: string, route: string, params: Json): Verdict;
}

interface Bucket {
  used: number;
  endsAt: number;
}

const WIDE: BucketSize = { limit: 10_000, windowMs: 1000 };
const USUAL: BucketSize = { limit: 50, windowMs: 1000 };
const ROUTES: Readonly<Record<string, BucketSize>> = {
  'POST /channels/{channel_id}/messages': { limit: 5, windowMs: 5000 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 5000 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 1000 },
  'POST /users/@me/channels': { limit: 10, windowMs: 10_000 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, windowMs: 2000 },
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': { limit: 5, windowMs: 2000 },
};
const MAX_BUCKETS = 10_000;

/** Interaction routes do not count against the global limit. */
const EXEMPT = /^\/(interactions|webhooks)\//;

function bucketName(method: string, route: string, params: Json): { hash: string; key: string } {
  const hash = createHash('md5').update(`${method} ${route}`).digest('hex');
  const major = params.channel_id ?? params.guild_id ?? params.webhook_token ?? params.interaction_id ?? '';
  return { hash, key: `${hash}:${String(major)}` };
}

/** Sets up the limits; 'off' still sends headers, with buckets too wide to matter. */
export function createRateLimits(options: RateLimitOptions | 'off'): RateLimits {
  const buckets = new Map<string, Bucket>();
  const off = options === 'off';
  const sizes = off ? {} : { ...ROUTES, ...options.routes };
  const usual = off ? WIDE : (options.default ?? USUAL);
  const perSecond = off ? Number.POSITIVE_INFINITY : (options.global ?? 50);
  const current = (key: string, windowMs: number, now: number): Bucket => {
    const open = buckets.get(key);
    if (open && open.endsAt > now) return open;
    const fresh = { used: 0, endsAt: now + windowMs };
    buckets.delete(key);
    buckets.set(key, fresh);
    for (const oldest of buckets.keys()) {
      if (buckets.size <= MAX_BUCKETS) break;
      buckets.delete(oldest);
    }
    return fresh;
  };
  return {
    take(method, route, params) {
      const now = realMilliseconds();
      const size = sizes[`${method} ${route}`] ?? usual;
      const { hash, key } = bucketName(method, route, params);
      const bucket = current(key, size.windowMs, now);
      const everything = EXEMPT.test(route) ? null : current('global', 1000, now);
      const overGlobal = everything !== null && everything.used >= perSecond;
      const over = overGlobal || bucket.used >= size.limit;
      if (!over) {
        bucket.used += 1;
        if (everything) everything.used += 1;
      }
      const wait = Math.max(0, (overGlobal && everything ? everything.endsAt : bucket.endsAt) - now) / 1000;
      const resetAfter = Math.max(0, bucket.endsAt - now) / 1000;
      return {
        headers: {
          'x-ratelimit-limit': String(size.limit),
          'x-ratelimit-remaining': String(Math.max(0, size.limit - bucket.used)),
          'x-ratelimit-reset': (bucket.endsAt / 1000).toFixed(3),
          'x-ratelimit-reset-after': resetAfter.toFixed(3),
          'x-ratelimit-bucket': hash,
        },
        refused: over ? { retryAfter: Math.max(0.001, wait), global: overGlobal } : null,
      };
    },
  };
}
