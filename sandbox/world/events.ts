import type { GuildState, InteractionState, MessageRecord } from './state.ts';

/** Something in the world changed. */
export type WorldEvent =
  | { readonly kind: 'message-created'; readonly record: MessageRecord }
  | { readonly kind: 'message-updated'; readonly record: MessageRecord }
  | { readonly kind: 'message-deleted'; readonly record: MessageRecord }
  | { readonly kind: 'interaction-started'; readonly interaction: InteractionState }
  | { readonly kind: 'interaction-changed'; readonly interaction: InteractionState }
  | { readonly kind: 'guild-created'; readonly guild: GuildState }
  | { readonly kind: 'guild-removed'; readonly guild: GuildState }
  | {
      readonly kind: 'dispatch';
      readonly guildId: string | null;
      readonly name: string;
      readonly data: unknown;
    }
  | { readonly kind: 'commands-changed' }
  | { readonly kind: 'bot-presence'; readonly online: boolean }
  | { readonly kind: 'person-changed'; readonly userId: string };

export interface WorldEvents {
  emit(event: WorldEvent): void;
  /** Calls back after every change; the result ends it. */
  on(listener: (event: WorldEvent) => void): () => void;
}

/** Tells listeners of every change, in the order in which they came. */
export function createEvents(): WorldEvents {
  const listeners = new Set<(event: WorldEvent) => void>();
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
