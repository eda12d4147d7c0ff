/** One holder at a time, first come first served. */
export interface Mutex {
  /** Waits for its turn; call the result once to hand over. */
  acquire(): Promise<() => void>;
}

/** A mutex for one event loop. */
export function createMutex(): Mutex {
  const waiting: (() => void)[] = [];
  let held = false;

  function release(): void {
    const next = waiting.shift();
    if (next === undefined) held = false;
    else next();
  }

  async function acquire(): Promise<() => void> {
    if (held) await new Promise<void>((resolve) => waiting.push(resolve));
    held = true;
    return release;
  }

  return { acquire };
}
