/** One run at a time, and none forgotten. */
export interface SingleFlight {
  /** Runs, or has the run that is under way repeat itself; settles when there is nothing left to repeat. */
  run(): Promise<void>;
  /** The run under way, whatever becomes of it. */
  settled(): Promise<void>;
}

/** Keeps `work` from running twice at once. */
export function createSingleFlight(work: () => Promise<void>): SingleFlight {
  let running: Promise<void> | null = null;
  let again = false;

  async function repeat(): Promise<void> {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = null;
    }
  }

  return {
    run() {
      again = true;
      running ??= repeat();
      return running;
    },
    async settled() {
      await running?.catch(() => {});
    },
  };
}
