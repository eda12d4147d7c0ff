/** Counts what was checked and keeps what failed. */
export interface Verdict {
  /** One check; the words say what is wrong when it fails. */
  check(holds: boolean, words: string): void;
  /** Adds to a line of the result. */
  count(what: string, by?: number): void;
  readonly passed: () => number;
  readonly failures: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

export function createVerdict(): Verdict {
  const failures: string[] = [];
  const counts = new Map<string, number>();
  let passed = 0;
  return {
    check(holds, words) {
      if (holds) passed += 1;
      else failures.push(words);
    },
    count: (what, by = 1) => void counts.set(what, (counts.get(what) ?? 0) + by),
    passed: () => passed,
    failures,
    counts,
  };
}
