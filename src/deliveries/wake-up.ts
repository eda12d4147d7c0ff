import { schedule } from 'node-cron';

/** Something that rings again and again until it is stopped. */
export interface WakeUp {
  stop(): Promise<void>;
}

/** Long enough to be silent beside a healthy cron, short enough that nobody waits for a reminder. */
const WATCH_MS = 5_000;

/**
 * Rings every second by node-cron. That sleeps by the wall clock, so a clock set back by an hour would silence it
 * for an hour: a timer that knows no wall clock rings beside it every five seconds.
 */
export function startWakeUp(ring: () => void): WakeUp {
  const task = schedule('* * * * * *', ring, { name: 'deliveries', suppressMissedWarning: true });
  const watch = setInterval(ring, WATCH_MS);
  return {
    async stop() {
      clearInterval(watch);
      await task.destroy();
    },
  };
}
