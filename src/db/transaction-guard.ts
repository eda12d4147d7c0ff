/**
 * Refuses the outer client inside a transaction. On SQLite it would wait for the very transaction that waits for
 * it; on PostgreSQL its writes would stay when the transaction is rolled back.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { OuterClientError } from './errors.ts';

/** Knows which asynchronous calls belong to an open transaction. */
export interface TransactionGuard {
  /** Runs the work of a transaction. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** @throws OuterClientError when called from inside an open transaction's work. */
  refuseInside(): void;
}

/** A guard for one database. */
export function createTransactionGuard(): TransactionGuard {
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  return {
    async run(work) {
      const scope = { open: true };
      try {
        // Prisma's queries start when they are awaited, so that has to happen inside as well.
        return await inside.run(scope, async () => await work());
      } finally {
        scope.open = false;
      }
    },
    refuseInside() {
      if (inside.getStore()?.open !== true) return;
      throw new OuterClientError(
        'The outer client was used inside a transaction: use the client that the transaction hands to its work.',
      );
    },
  };
}
