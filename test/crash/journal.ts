/** What happened when, by the hand-moved clock: by it the audit judges whether a reminder could have been sent. */
import type { KillWindow } from './kill-plan.ts';

export interface Journal {
  /** A look for what is due that the bot finished. */
  woke(at: Date): void;
  killed(at: Date, window: KillWindow): void;
  /**
   * Finished looks from one instant to another, both included, at which no lease of a killed bot was in the way:
   * after two of them whatever was due must have been dealt with.
   */
  calmLooks(from: Date, to: Date): Date[];
  readonly killsByWindow: ReadonlyMap<KillWindow, number>;
  /** Times that the clock moved by so much while the bot was down. */
  wasDown(ms: number): void;
  readonly downs: readonly number[];
}

/** How long a delivery belongs to the worker that claimed it, dead or not. */
const LEASE_MS = 60_000;

export function createJournal(): Journal {
  const looks: number[] = [];
  const kills: number[] = [];
  const downs: number[] = [];
  const killsByWindow = new Map<KillWindow, number>();

  const isCalm = (look: number) => kills.every((kill) => kill > look || look - kill >= LEASE_MS);

  return {
    killsByWindow,
    downs,
    woke: (at) => void looks.push(at.getTime()),
    killed(at, window) {
      kills.push(at.getTime());
      killsByWindow.set(window, (killsByWindow.get(window) ?? 0) + 1);
    },
    calmLooks(from, to) {
      const inside = looks.filter((look) => look >= from.getTime() && look <= to.getTime());
      return inside.filter(isCalm).map((look) => new Date(look));
    },
    wasDown: (ms) => void downs.push(ms),
  };
}
