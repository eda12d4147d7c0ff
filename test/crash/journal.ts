/** What happened when, by the hand-moved clock: by it the audit judges whether a reminder could have been sent. */
import type { CrashWindow } from './black-box.ts';
import type { KillTarget } from './kill-plan.ts';

export interface Journal {
  /** A look for what is due that the bot finished. */
  woke(at: Date): void;
  killed(at: Date, target: KillTarget): void;
  /** The windows that a killed bot's deliveries were in. */
  caught(windows: ReadonlySet<CrashWindow>): void;
  /**
   * Finished looks from one instant to another, both included, at which no lease of a killed bot was in the way:
   * after two of them whatever was due must have been dealt with.
   */
  calmLooks(from: Date, to: Date): Date[];
  readonly killsByTarget: ReadonlyMap<KillTarget, number>;
  /** Kills that met a delivery in that window; one kill can meet several. */
  readonly killsByWindow: ReadonlyMap<CrashWindow, number>;
  /** A process's send was answered with a message. */
  sent(host: string, at: Date): void;
  readonly sentBy: ReadonlyMap<string, number>;
  /** Minutes in which more than one process sent. */
  minutesMet(): number;
  /** Times that the clock moved by so much while the bot was down. */
  wasDown(ms: number): void;
  readonly downs: readonly number[];
}

/** How long a delivery belongs to the worker that claimed it, dead or not. */
const LEASE_MS = 60_000;
const MINUTE_MS = 60_000;

export function createJournal(): Journal {
  const looks: number[] = [];
  const kills: number[] = [];
  const downs: number[] = [];
  const sentBy = new Map<string, number>();
  const minutes = new Map<number, Set<string>>();
  const killsByTarget = new Map<KillTarget, number>();
  const killsByWindow = new Map<CrashWindow, number>();

  const isCalm = (look: number) => kills.every((kill) => kill > look || look - kill >= LEASE_MS);

  return {
    killsByTarget,
    killsByWindow,
    sentBy,
    downs,
    woke: (at) => void looks.push(at.getTime()),
    killed(at, target) {
      kills.push(at.getTime());
      killsByTarget.set(target, (killsByTarget.get(target) ?? 0) + 1);
    },
    caught(windows) {
      for (const window of windows) killsByWindow.set(window, (killsByWindow.get(window) ?? 0) + 1);
    },
    sent(host, at) {
      sentBy.set(host, (sentBy.get(host) ?? 0) + 1);
      const minute = Math.floor(at.getTime() / MINUTE_MS);
      minutes.set(minute, (minutes.get(minute) ?? new Set()).add(host));
    },
    minutesMet: () => [...minutes.values()].filter((hosts) => hosts.size > 1).length,
    calmLooks(from, to) {
      const inside = looks.filter((look) => look >= from.getTime() && look <= to.getTime());
      return inside.filter(isCalm).map((look) => new Date(look));
    },
    wasDown: (ms) => void downs.push(ms),
  };
}
