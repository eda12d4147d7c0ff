/** The bot's processes on one database, as people and the story have to do with them. */
import type { Keeper } from './keeper.ts';

export interface Crew {
  /** Does something that the bot answers; null: it died before the answer was there. Waits for a bot first. */
  ask<T>(act: () => Promise<T>): Promise<T | null>;
  /** Does something when nobody waits for an answer; whoever asks from now on waits until it is done. */
  between(work: () => void): Promise<void>;
  /** Lets every process send what is due by the clock, all at once; false: all of them died before they were done. */
  wake(): Promise<boolean>;
  /** What processes said that ended though nobody killed them. */
  collapses(): string[];
  /** What was logged at level error. */
  errors(): string[];
  /** Stops all as SIGTERM does, does something while none runs, and starts the next. */
  restart<T>(meanwhile: () => Promise<T>): Promise<T>;
  /** Stops all as SIGTERM does, waits for their end, and starts no others. */
  stop(): Promise<void>;
  /** Kills every process that is left. */
  close(): Promise<void>;
}

/** A crew of which the first answers people. */
export function createCrew(keepers: readonly [Keeper, ...Keeper[]]): Crew {
  const all = <T>(act: (keeper: Keeper) => Promise<T>) => Promise.all(keepers.map(act));
  return {
    ...createCounter(keepers[0]),
    wake: async () => (await all((keeper) => keeper.wake())).includes(true),
    collapses: () => keepers.flatMap(({ collapses }) => collapses),
    errors: () => keepers.flatMap(({ errors }) => errors),
    async restart(meanwhile) {
      let running = keepers.length;
      let begin: () => void = () => undefined;
      const work = new Promise<void>((resolve) => {
        begin = resolve;
      }).then(meanwhile);
      const downNow = () => {
        running -= 1;
        if (running === 0) begin();
        return work;
      };
      await all((keeper) => keeper.restart(downNow));
      return await work;
    },
    async stop() {
      await all((keeper) => keeper.stop());
    },
    async close() {
      await all((keeper) => keeper.close());
    },
  };
}

/** Lets people in to the process that answers, and counts those inside. */
function createCounter(first: Keeper): Pick<Crew, 'ask' | 'between'> {
  let inside = 0;
  let gate: Promise<void> = Promise.resolve();
  let lastIsOut: () => void = () => undefined;

  async function whenEmpty(work: () => void): Promise<void> {
    if (inside > 0)
      await new Promise<void>((resolve) => {
        lastIsOut = resolve;
      });
    work();
  }

  return {
    async ask(act) {
      await gate;
      let entered = 0;
      try {
        return await first.ask(() => {
          entered = 1;
          inside += 1;
          return act();
        });
      } finally {
        inside -= entered;
        if (inside === 0) lastIsOut();
      }
    },
    between(work) {
      gate = gate.then(() => whenEmpty(work));
      return gate;
    },
  };
}
