/** The bot's processes on one database, as people and the story have to do with them. */
import type { Keeper } from './keeper.ts';

export interface Crew {
  /** Does something that the bot answers; null: it died before the answer was there. Waits for a bot first. */
  ask<T>(act: () => Promise<T>): Promise<T | null>;
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
    ask: keepers[0].ask,
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
