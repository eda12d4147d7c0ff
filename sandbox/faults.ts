/** What can go wrong between the bot and Discord, on demand. */
import type { Gateway } from './gateway/gateway.ts';

/** Which requests a fault is for; everything left out matches. */
export interface FaultMatch {
  readonly method?: string;
  /** Template as in Discord's OpenAPI document, like /channels/{channel_id}/messages. */
  readonly route?: string;
}

export type Fault =
  /** Accepted and done, then the connection is reset before the answer is out. */
  | 'lost-answer'
  | '429'
  | '500'
  | 'slow'
  | 'drop-gateway'
  | { readonly kind: 'lost-answer' | '500' | 'drop-gateway' }
  /** retryAfter in seconds. */
  | { readonly kind: '429'; readonly scope?: 'user' | 'global' | 'shared'; readonly retryAfter?: number }
  /** Answered after `ms` real milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** One of Discord's error codes, like 50007; its HTTP status follows from it unless given. */
  | { readonly code: number; readonly status?: number };

/** A fault in its long form. */
export type ArmedFault = Exclude<Fault, string>;

export interface Faults {
  /** Lets the next `times` (default 1) matching requests go wrong. */
  next(match: FaultMatch, fault: Fault, times?: number): void;
  /** Cuts the gateway's sockets; sessions stay resumable. */
  dropGateway(): void;
  /** Leaves the open sockets connected but dead, so that the client must notice by its heartbeat. */
  silenceGateway(): void;
  /** Answers the next `times` (default 1) RESUMEs with INVALID_SESSION. */
  refuseResume(times?: number): void;
  /** Forgets what has not happened yet. */
  clear(): void;
  /** Faults armed and not yet used up. */
  pending(): number;
}

export interface FaultBox {
  readonly faults: Faults;
  /** Takes the fault for a request; null: it goes well. */
  take(method: string, route: string): ArmedFault | null;
}

const DEFAULT_SLOW_MS = 1000;

function armed(fault: Fault): ArmedFault {
  if (typeof fault !== 'string') return fault;
  return fault === 'slow' ? { kind: 'slow', ms: DEFAULT_SLOW_MS } : { kind: fault };
}

/** Collects the faults that a test or a person orders. */
export function createFaults(gateway: Pick<Gateway, 'drop' | 'silence' | 'refuseResume'>): FaultBox {
  let waiting: { readonly match: FaultMatch; readonly fault: ArmedFault; times: number }[] = [];
  return {
    faults: {
      next(match, fault, times = 1) {
        waiting.push({ match, fault: armed(fault), times });
      },
      dropGateway: () => gateway.drop(),
      silenceGateway: () => gateway.silence(),
      refuseResume: (times = 1) => gateway.refuseResume(times),
      clear() {
        waiting = [];
      },
      pending: () => waiting.reduce((sum, entry) => sum + entry.times, 0),
    },
    take(method, route) {
      const found = waiting.find(
        ({ match }) =>
          (match.method === undefined || match.method.toUpperCase() === method) &&
          (match.route === undefined || match.route === route),
      );
      if (!found) return null;
      found.times -= 1;
      waiting = waiting.filter((entry) => entry.times > 0);
      return found.fault;
    },
  };
}
