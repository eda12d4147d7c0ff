/** Waiting for what the bot answers: on events, never by sleeping. */

import type { WorldEvent } from '../world/events.ts';
import type { InteractionState, World } from '../world.ts';

/** Resolves with the first value that `look` finds, now or after a later event; rejects after `timeoutMs` real milliseconds. */
export function untilEvent<T>(
  world: World,
  look: (event: WorldEvent | null) => T | undefined,
  timeoutMs: number,
  late: () => T | Error,
): Promise<T> {
  const found = look(null);
  if (found !== undefined) return Promise.resolve(found);
  return new Promise((resolve, reject) => {
    const stop = world.events.on((event) => {
      const value = look(event);
      if (value === undefined) return;
      stop();
      clearTimeout(timer);
      resolve(value);
    });
    const timer = setTimeout(() => {
      stop();
      const value = late();
      if (value instanceof Error) reject(value);
      else resolve(value);
    }, timeoutMs);
  });
}

/**
 * Resolves when an interaction is answered or has failed. A deferred update that nothing follows counts as
 * answered at the timeout: the bot acknowledged, and changed nothing.
 */
export function outcome(
  world: World,
  interaction: InteractionState,
  timeoutMs: number,
): Promise<InteractionState> {
  const over = () => interaction.state === 'answered' || interaction.state === 'failed';
  return untilEvent(
    world,
    () => (over() ? interaction : undefined),
    timeoutMs,
    () => {
      if (interaction.state === 'deferred' && interaction.result === interaction.source && interaction.source)
        return interaction;
      const what = interaction.command?.line ?? interaction.customId ?? 'the form';
      return new Error(`No answer to ${what} within ${timeoutMs} ms; it is ${interaction.state}`);
    },
  );
}
