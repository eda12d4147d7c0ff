import { useState } from 'preact/hooks';
import type { ClockMove } from '../../protocol.ts';
import { useSandbox } from './context.ts';
import { Dots } from './dots.tsx';
import { ClockIcon } from './icons.tsx';
import { fullStamp, hourMinute, shortDay } from './time.ts';
import { useTick } from './use-now.ts';

const MOVES: readonly (readonly [ClockMove, string])[] = [
  ['+5m', '+5 min'],
  ['+30m', '+30 min'],
  ['+1h', '+1 h'],
  ['next-morning', 'Next morning'],
];

const SAME_MS = 1000;

/** The sandbox's own time in the club's zone, and the buttons that move it. */
export function ClockBar() {
  const { view, act, now } = useSandbox();
  const [moving, setMoving] = useState<ClockMove | null>(null);
  useTick();
  const { zone } = view.guild;
  const at = now();
  const real = Math.abs(view.offset) < SAME_MS;

  const move = async (to: ClockMove) => {
    if (moving !== null) return;
    setMoving(to);
    await act({ do: 'clock', move: to });
    setMoving(null);
  };

  return (
    <section class="clock-bar" aria-label="Sandbox clock">
      <div class="clock" title={fullStamp(at, zone)}>
        <ClockIcon size={20} />
        <time class="clock-time" dateTime={new Date(at).toISOString()} data-testid="clock">
          {hourMinute(at, zone)}
        </time>
        <span class="clock-day">{shortDay(at, zone)}</span>
        <span class="clock-zone">{zone}</span>
        <span class="clock-state">{real ? 'real time' : 'moved'}</span>
      </div>
      <fieldset class="clock-moves" aria-label="Move the clock">
        {MOVES.map(([to, words]) => (
          <button
            key={to}
            type="button"
            class="clock-button"
            aria-busy={moving === to}
            aria-disabled={moving !== null}
            onClick={() => move(to)}
          >
            {moving === to ? <Dots /> : words}
          </button>
        ))}
        <button
          type="button"
          class="clock-button"
          aria-pressed={real}
          aria-busy={moving === 'real'}
          aria-disabled={moving !== null}
          onClick={() => move('real')}
        >
          {moving === 'real' ? <Dots /> : 'Real time'}
        </button>
      </fieldset>
    </section>
  );
}
