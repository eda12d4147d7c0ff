/** What people did and what they have seen of it: only an answer on somebody's screen counts as acknowledged. */

import type { Planted } from './planted.ts';

/** none: not done. tried: done, and no answer seen. seen: the answer was on the screen. */
export type Known = 'none' | 'tried' | 'seen';

/** One session as an athlete typed it; `key` stands in its notes, or for a form in its work. */
export interface LogEntry {
  readonly userId: string;
  readonly key: string;
  readonly how: 'command' | 'form';
  readonly typed: {
    readonly type: string;
    readonly work: string | null;
    readonly minutes: number | null;
    readonly effort: number | null;
    readonly warmup: string | null;
    readonly core: boolean | null;
    readonly stretch: string | null;
    readonly notes: string | null;
  };
  /** The athlete's days on which it was sent. */
  readonly dates: Set<string>;
  saved: Known;
  undone: Known;
  /** Pressing Stretched on the answer. */
  stretched: Known;
  /** Choosing an effort on the answer. */
  rated: Known;
  readonly rating: number;
}

/** One pain report as an athlete typed it; `key` stands in its notes. */
export interface PainEntry {
  readonly userId: string;
  readonly key: string;
  readonly typed: {
    readonly area: string;
    readonly start: number;
    readonly now: number;
    readonly growing: boolean;
    readonly rep: number | null;
    readonly notes: string;
  };
  readonly dates: Set<string>;
  saved: Known;
  /** The light that was on the screen last; null: none yet. */
  light: string | null;
  /** Whether a press on the report's questions got no answer, so that the light may have gone on unseen. */
  uncertain: boolean;
  /** When the light was seen, by the hand-moved clock; null: it never was. */
  lightAt: Date | null;
}

/** Presses of Done on one reminder. */
export interface DoneEntry {
  readonly userId: string;
  readonly deliveryId: string;
  pressed: Known;
}

export interface Ledger {
  readonly planted: Planted[];
  readonly logs: LogEntry[];
  readonly pains: PainEntry[];
  readonly dones: DoneEntry[];
  /** When somebody was seen to be a member, by user id. */
  readonly joined: Map<string, Date>;
  /** When the club was seen to be on; null: it is not. */
  setUpAt: Date | null;
  /** Answers that nobody should have got. */
  readonly odd: string[];
  /** Acts without an answer although the bot lived on. */
  unanswered: number;
  /** A key that was not used before in this run. */
  nextKey(): number;
}

export function createLedger(): Ledger {
  let keys = 0;
  return {
    planted: [],
    logs: [],
    pains: [],
    dones: [],
    joined: new Map(),
    setUpAt: null,
    odd: [],
    unanswered: 0,
    nextKey: () => ++keys,
  };
}
