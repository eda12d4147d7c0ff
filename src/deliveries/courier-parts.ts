import type { BaseLogger } from 'pino';
import type { Database } from '../db/database.ts';
import type { Passage } from '../discord/permissions.ts';
import type { Sender } from '../discord/sender.ts';
import type { Clock } from '../time/clock.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import type { Verdict } from './classify.ts';
import type { DirectChannels } from './direct.ts';
import type { FaultPoints } from './fault-points.ts';
import type { DeliveryKind, DueDelivery } from './kind.ts';

/** Where the engine writes what happens: ids, kinds and codes, never what a message says. */
export type EngineLog = Pick<BaseLogger, 'info' | 'warn' | 'error'>;

/** A delivery that ended without a message, for those who can do something about it. */
export interface Trouble {
  readonly delivery: DueDelivery & { readonly kind: string };
  /** unknown: nobody can tell whether the message is there. */
  readonly means: Verdict['means'] | 'unknown';
  /** Discord's error code, HTTP status, or a word of ours. */
  readonly code: string;
  /** Where it was to go; null: it did not come so far. */
  readonly channelId: string | null;
}

/** Whether a club's channel, or with null a member of the club, can be reached as far as anybody is sure. */
export type MayPost = (clubId: string, channelId: string | null) => Passage;

/** What the parts of the engine share. */
export interface CourierParts {
  readonly database: Database;
  readonly sender: Sender;
  readonly kinds: ReadonlyMap<string, DeliveryKind>;
  readonly clock: Clock;
  readonly log: EngineLog;
  readonly direct: DirectChannels;
  readonly acknowledgements: Acknowledgements;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly hooks: FaultPoints;
  readonly leaseMs: number;
  readonly requestMs: number;
  /** Discord limits the whole bot until then. */
  readonly holdEverything: (until: Date) => void;
  readonly tokenRefused: () => void;
  readonly mayPost: MayPost;
  readonly report: (trouble: Trouble) => Promise<void>;
}
