/** Sandbox time: real time plus an offset, or a frozen instant that only moves by hand. */
export interface SandboxClock {
  /** The present instant in the sandbox. */
  now(): Date;
  /** Moves sandbox time forward by `ms` milliseconds. */
  advance(ms: number): void;
  /** Sets sandbox time; it runs on from there unless frozen. */
  set(at: Date): void;
  /** Back to the machine's time, running. */
  real(): void;
  /** Calls back after every move by hand; the result ends it. */
  onChange(listener: () => void): () => void;
}

/** Creates sandbox time; with `frozenAt` it stands still at that instant until moved. */
export function createSandboxClock(options: { readonly frozenAt?: Date } = {}): SandboxClock {
  let frozen: number | null = options.frozenAt?.getTime() ?? null;
  let offset = 0;
  const listeners = new Set<() => void>();
  const moved = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    now: () => new Date(frozen ?? Date.now() + offset),
    advance(ms) {
      if (frozen === null) offset += ms;
      else frozen += ms;
      moved();
    },
    set(at) {
      if (frozen === null) offset = at.getTime() - Date.now();
      else frozen = at.getTime();
      moved();
    },
    real() {
      frozen = null;
      offset = 0;
      moved();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The machine's wall clock in milliseconds: for rate limits and the page's offset, which no hand may move. */
export function realMilliseconds(): number {
  return Date.now();
}
