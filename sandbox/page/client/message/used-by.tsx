import type { MessageView } from '../../../protocol.ts';
import { initials } from '../avatar.tsx';

/** "Ann used /log", the line above an answer. */
export function UsedBy({ usedBy }: { readonly usedBy: NonNullable<MessageView['usedBy']> }) {
  return (
    <div class="used-by">
      <span class="spine" aria-hidden="true" />
      <span class="used-by-avatar" aria-hidden="true">
        {initials(usedBy.name)}
      </span>
      <strong>{usedBy.name}</strong> used{' '}
      <span class="command-name">/{usedBy.command.replace(/^\//, '')}</span>
    </div>
  );
}
