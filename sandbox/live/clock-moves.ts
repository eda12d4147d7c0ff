import { DateTime } from 'luxon';
import type { SandboxClock } from '../clock.ts';
import { ClientRefusal } from '../people/place.ts';
import type { ClockMove } from '../protocol.ts';

const MORNING_HOUR = 7;
const MOVES: Readonly<Record<string, number>> = {
  '+5m': 5 * 60_000,
  '+30m': 30 * 60_000,
  '+1h': 60 * 60_000,
};

/** The next 07:00 in a zone: after midnight that of the same day. */
export function nextMorning(now: Date, zone: string): Date {
  const local = DateTime.fromJSDate(now, { zone });
  const days = local.hour < MORNING_HOUR ? 0 : 1;
  return local.plus({ days }).startOf('day').set({ hour: MORNING_HOUR }).toJSDate();
}

/** Moves sandbox time as the page asks, in the zone of its club. Throws ClientRefusal. */
export function moveClock(clock: SandboxClock, zone: string, move: ClockMove | string): void {
  const ms = MOVES[move];
  if (ms !== undefined) clock.advance(ms);
  else if (move === 'next-morning') clock.set(nextMorning(clock.now(), zone));
  else if (move === 'real') clock.real();
  else throw new ClientRefusal('There is no such move of the clock');
}
