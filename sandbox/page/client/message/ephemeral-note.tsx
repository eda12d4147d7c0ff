import { useSandbox } from '../context.ts';
import { EyeIcon } from '../icons.tsx';

/** "Only you can see this · Dismiss message". */
export function EphemeralNote({ messageId }: { readonly messageId: string }) {
  const { act } = useSandbox();
  return (
    <p class="ephemeral-note">
      <EyeIcon size={16} /> Only you can see this <span aria-hidden="true">•</span>{' '}
      <button type="button" class="text-button" onClick={() => act({ do: 'dismiss-message', messageId })}>
        Dismiss message
      </button>
    </p>
  );
}
