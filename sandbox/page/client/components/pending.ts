import { useSandbox } from '../context.ts';

export type ComponentState = 'idle' | 'waiting';

/** Whether a component of a message waits for its answer. */
export function useComponentState(messageId: string, customId: string): ComponentState {
  const { view } = useSandbox();
  const waiting = view.pending.some(
    (p) => p.state === 'waiting' && p.messageId === messageId && p.customId === customId,
  );
  return waiting ? 'waiting' : 'idle';
}
