import { useSandbox } from '../context.ts';
import { WarningIcon } from '../icons.tsx';

/** The red line under a message whose button or select got no answer. */
export function ComponentFailure({ messageId }: { readonly messageId: string }) {
  const { view } = useSandbox();
  if (!view.pending.some((p) => p.messageId === messageId && p.state === 'failed')) return null;
  return (
    <p class="failure" role="alert">
      <WarningIcon size={16} /> This interaction failed
    </p>
  );
}
