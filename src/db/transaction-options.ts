/** Prisma's limits on a transaction, milliseconds: how long it may wait to begin, and how long it may last. */
export const TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 10_000 };
