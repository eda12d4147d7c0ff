import { useEffect, useState } from 'preact/hooks';

const TICK_MS = 5000;

/** Draws its component anew every few seconds, so that "now" and relative times move on. */
export function useTick(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
}
