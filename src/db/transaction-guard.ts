/**
 * Refuses the outer client inside a transaction. On SQLite it would wait for the very transaction that waits for
 * it; on PostgreSQL its writes would stay when the transaction is rolled back.
 * Asked where a query is called, not where it runs: Prisma sends what came in one tick from the calls of whoever was
 * first, so there a stranger's read would be taken for the transaction's own.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Db } from './database.ts';
import { OuterClientError } from './errors.ts';
import type { PrismaClient } from './generated/sqlite/client.ts';

/** Knows which asynchronous calls belong to an open transaction. */
export interface TransactionGuard {
  /** Runs the work of a transaction. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** @throws OuterClientError when called from inside an open transaction's work. */
  refuseInside(): void;
  /** The client for everything outside a transaction: each of its queries asks first. */
  outer(client: PrismaClient): Db;
}

/** A guard for one database. */
export function createTransactionGuard(): TransactionGuard {
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const refuseInside = () => {
    if (inside.getStore()?.open !== true) return;
    throw new OuterClientError(
      'The outer client was used inside a transaction: use the client that the transaction hands to its work.',
    );
  };
  return {
    refuseInside,
    outer(client) {
      const asking = client.$extends({
        query: {
          $allOperations({ args, query }) {
            refuseInside();
            return query(args);
          },
        },
      });
      // It can do no more than before, which the types of extended clients cannot say.
      return asking as unknown as Db;
    },
    async run(work) {
      const scope = { open: true };
      try {
        // Prisma's queries start when they are awaited, so that has to happen inside as well.
        return await inside.run(scope, async () => await work());
      } finally {
        scope.open = false;
      }
    },
  };
}
