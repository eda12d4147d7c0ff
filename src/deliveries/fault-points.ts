import type { SentDelivery } from './amend-store.ts';
import type { ClaimedDelivery } from './claim-store.ts';
import type { DueReminder } from './store.ts';

/**
 * The places at which a process can die, for tests: a function that throws or never returns stands for the death
 * of the worker there. Production hands in none.
 */
export interface FaultPoints {
  /** Everything written, nothing committed. */
  readonly duringMaterialise?: (reminder: DueReminder) => Promise<void>;
  readonly afterMaterialise?: (reminder: DueReminder) => Promise<void>;
  /** Claimed and committed, nothing composed. */
  readonly afterClaim?: (delivery: ClaimedDelivery) => Promise<void>;
  /** Composed and re-checked, but not yet written down as leaving. */
  readonly afterCompose?: (delivery: ClaimedDelivery) => Promise<void>;
  /** Written down as leaving, not yet left. */
  readonly beforeSend?: (delivery: ClaimedDelivery) => Promise<void>;
  /** Discord has it; nobody here knows. */
  readonly afterSend?: (delivery: ClaimedDelivery) => Promise<void>;
  readonly beforeAcknowledge?: (delivery: ClaimedDelivery) => Promise<void>;
  readonly afterAcknowledge?: (delivery: ClaimedDelivery) => Promise<void>;
  /** Taken to be amended, nothing composed. */
  readonly afterAmendTaken?: (delivery: SentDelivery) => Promise<void>;
  /** Discord shows the new words; nobody here knows. */
  readonly afterEdit?: (delivery: SentDelivery) => Promise<void>;
}
