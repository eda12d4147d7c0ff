import type { APIComponentInMessageActionRow } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import { MessageButton } from './message-button.tsx';
import { MessageSelect } from './message-select.tsx';

interface RowProps {
  readonly messageId: string;
  readonly components: readonly APIComponentInMessageActionRow[];
}

/** One action row: up to five buttons, or one select. */
export function Row({ messageId, components }: RowProps) {
  return (
    <div class="action-row">
      {components.map((component, index) =>
        component.type === ComponentType.Button ? (
          <MessageButton key={`button-${index}`} messageId={messageId} button={component} />
        ) : (
          <MessageSelect key={component.custom_id} messageId={messageId} select={component} />
        ),
      )}
    </div>
  );
}
