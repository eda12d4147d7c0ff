import type { Life } from './life.ts';
import type { Director } from './scene.ts';
import type { WindowCase } from './windows.ts';

/** Has the bot that lives kill itself, and keeps the next one waiting by the hand-moved clock. */
export interface Hand {
  readonly direct: Director;
  /** Settles when it is dead. */
  strike(one: WindowCase): Promise<true>;
}

export function createHand(): Hand {
  const living: { life: Life | null; downMs: number; died(): void } = {
    ...{ life: null, downMs: 0, died: () => undefined },
  };
  return {
    direct: ({ clock }) => ({
      starting() {},
      asked() {},
      ready(life) {
        living.life = life;
      },
      down({ wasKilled }) {
        if (!wasKilled()) return;
        clock.advance(living.downMs);
        living.died();
      },
    }),
    strike: ({ point, downMs }) =>
      new Promise((resolve) => {
        Object.assign(living, { downMs, died: () => resolve(true) });
        living.life?.aim({ point, kind: 'core', nth: 1, afterMs: 0 });
      }),
  };
}
