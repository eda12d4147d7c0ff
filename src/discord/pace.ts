// How fast the bot may ask of its own accord: Discord takes 50 requests a second of one bot (platform §2).

/** A limit of so many requests in so many milliseconds. */
export interface Rate {
  readonly requests: number;
  readonly ms: number;
}

/** A little more than Discord's second: a timer may ring a millisecond early. */
const DISCORD: Rate = { requests: 50, ms: 1_005 };

/** Runs a request when it may leave; first come, first served. */
export type Pace = <T>(request: () => Promise<T>) => Promise<T>;

/** Share of an even distance that is kept between two requests in a rush, so that what was lost can be caught up. */
const EVEN = 0.9;

/**
 * A pace that no server can find too fast, however long requests are on their way: a place is free again that time
 * after its answer came, and the request had arrived before. `@discordjs/rest` counts by when requests leave, in
 * seconds of its own, so around the border of two of them it is refused. Places come back one by one: the first
 * leave at once, and a rush does not come in bursts between which people wait for their answers.
 */
export function createPace({ requests, ms }: Rate = DISCORD): Pace {
  const waiting: (() => void)[] = [];
  let free = requests;
  let lastFreeAt = 0;

  function giveBack(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  function giveBackLater(): void {
    const now = performance.now();
    lastFreeAt = Math.max(now + ms, lastFreeAt + (EVEN * ms) / requests);
    setTimeout(giveBack, lastFreeAt - now).unref();
  }

  return async (request) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await request();
    } finally {
      giveBackLater();
    }
  };
}
