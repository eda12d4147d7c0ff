/** A request as the bot made it, kept for contract tests. */
export interface RecordedRequest {
  readonly method: string;
  /** Template as in Discord's OpenAPI document, like /channels/{channel_id}/messages; null: unknown route. */
  readonly route: string | null;
  /** As asked, without /api/v10, with its query. */
  readonly path: string;
  /** `payload_json` when it was multipart; null without a body. */
  readonly body: unknown;
  readonly files: number;
  readonly status: number;
  /** The answer was done but never arrived (fault). */
  readonly lost: boolean;
  /** Refused by a limit that is not the bot's alone, which Discord does not hold against it. */
  readonly shared: boolean;
  /** Sandbox time. */
  readonly at: Date;
}

export interface RequestLog {
  readonly requests: readonly RecordedRequest[];
  readonly unknownRoutes: readonly string[];
  /** How many answers were 429, and how many were 401, 403 or a 429 of the bot's own. */
  readonly counts: { rateLimited: number; invalid: number };
  add(request: RecordedRequest): void;
  addUnknown(route: string): void;
}

const INVALID: readonly number[] = [401, 403, 429];
const MAX_UNKNOWN = 1000;

/** Keeps the last `size` requests; an unknown route also goes to stderr. */
export function createRequestLog(size: number): RequestLog {
  const requests: RecordedRequest[] = [];
  const unknownRoutes: string[] = [];
  const counts = { rateLimited: 0, invalid: 0 };
  return {
    requests,
    unknownRoutes,
    counts,
    add(request) {
      requests.push(request);
      if (requests.length > size) requests.splice(0, Math.ceil(size / 10));
      if (request.status === 429) counts.rateLimited += 1;
      if (INVALID.includes(request.status) && !request.shared) counts.invalid += 1;
    },
    addUnknown(route) {
      if (unknownRoutes.length < MAX_UNKNOWN) unknownRoutes.push(route);
      process.stderr.write(`sandbox: Discord route not built: ${route}\n`);
    },
  };
}
