import type { PendingView } from '../../../protocol.ts';
import { Avatar } from '../avatar.tsx';
import { useSandbox } from '../context.ts';
import { Dots } from '../dots.tsx';
import { EyeIcon, WarningIcon } from '../icons.tsx';
import { AppTag } from './app-tag.tsx';
import { UsedBy } from './used-by.tsx';

interface FailedProps {
  readonly pending: PendingView;
  readonly onDismiss: () => void;
}

function Failed({ pending, onDismiss }: FailedProps) {
  const { view } = useSandbox();
  return (
    <article class="message ephemeral" aria-label={`Message from ${view.bot.name}`}>
      {pending.command === null ? null : <UsedBy usedBy={{ name: view.me.name, command: pending.command }} />}
      <Avatar id={view.bot.userId} name={view.bot.name} />
      <div class="message-main">
        <div class="message-head">
          <span class="author">{view.bot.name}</span>
          <AppTag />
        </div>
        <p class="failure" role="alert">
          <WarningIcon size={18} /> The application did not respond
        </p>
        <p class="ephemeral-note">
          <EyeIcon size={16} /> Only you can see this <span aria-hidden="true">•</span>{' '}
          <button type="button" class="text-button" onClick={onDismiss}>
            Dismiss message
          </button>
        </p>
      </div>
    </article>
  );
}

/** Commands and forms under way in a channel, and those that got no answer. */
export function PendingCommands({ channelId }: { readonly channelId: string }) {
  const { view, act } = useSandbox();
  const mine = view.pending.filter(
    (p) => p.channelId === channelId && p.messageId === null && p.command !== null,
  );
  return (
    <>
      {mine.map((pending) =>
        pending.state === 'failed' ? (
          <Failed
            key={pending.id}
            pending={pending}
            onDismiss={() => act({ do: 'dismiss-pending', pendingId: pending.id })}
          />
        ) : (
          <p key={pending.id} class="sending">
            <Dots /> Sending /{(pending.command ?? '').replace(/^\//, '')}…
          </p>
        ),
      )}
    </>
  );
}
