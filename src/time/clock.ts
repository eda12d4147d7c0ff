/** Where "now" comes from: the system in production, a hand-moved clock in the sandbox and in tests. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
