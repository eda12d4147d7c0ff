import type { APIButtonComponent } from 'discord-api-types/v10';
import { ButtonStyle } from 'discord-api-types/v10';
import { useState } from 'preact/hooks';
import { useSandbox } from '../context.ts';
import { Dots } from '../dots.tsx';
import { LinkOutIcon } from '../icons.tsx';
import { safeUrl } from '../markdown/inline.ts';
import { useComponentState } from './pending.ts';

const STYLES: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

interface ButtonProps {
  readonly messageId: string;
  readonly button: APIButtonComponent;
}

/** A button of a message, in any of Discord's styles. */
export function MessageButton({ messageId, button }: ButtonProps) {
  if (button.style === ButtonStyle.Premium) return null;
  const words = [button.emoji?.name, button.label].filter(Boolean).join(' ');
  if (button.style !== ButtonStyle.Link) {
    return (
      <PressButton
        messageId={messageId}
        customId={button.custom_id}
        look={STYLES[button.style] ?? 'secondary'}
        words={words}
        disabled={button.disabled ?? false}
      />
    );
  }
  const url = safeUrl(button.url);
  if (url === null || button.disabled) {
    return (
      <button type="button" class="button secondary" disabled>
        {words} <LinkOutIcon size={16} />
      </button>
    );
  }
  return (
    <a class="button secondary" href={url} target="_blank" rel="noopener noreferrer nofollow">
      {words} <LinkOutIcon size={16} />
    </a>
  );
}

interface PressProps {
  readonly messageId: string;
  readonly customId: string;
  readonly look: string;
  readonly words: string;
  readonly disabled: boolean;
}

function PressButton({ messageId, customId, look, words, disabled }: PressProps) {
  const { act } = useSandbox();
  const [sending, setSending] = useState(false);
  const waiting = useComponentState(messageId, customId) === 'waiting' || sending;
  const press = async () => {
    if (waiting) return;
    setSending(true);
    await act({ do: 'press', messageId, customId });
    setSending(false);
  };
  return (
    <button
      type="button"
      class={`button ${look}`}
      disabled={disabled}
      aria-disabled={waiting}
      aria-busy={waiting}
      onClick={press}
    >
      <span class={waiting ? 'behind' : ''}>{words}</span>
      {waiting ? (
        <span class="over">
          <Dots />
        </span>
      ) : null}
    </button>
  );
}
