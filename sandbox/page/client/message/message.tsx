import type { APIMessage } from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import type { MessageView } from '../../../protocol.ts';
import { Avatar } from '../avatar.tsx';
import { Components } from '../components/layout.tsx';
import { useSandbox } from '../context.ts';
import { Dots } from '../dots.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { displayName } from '../names.ts';
import { fullStamp, hourMinute, messageStamp } from '../time.ts';
import { AppTag } from './app-tag.tsx';
import { Attachments } from './attachments.tsx';
import { Embed } from './embed.tsx';
import { EphemeralNote } from './ephemeral-note.tsx';
import { ComponentFailure } from './failure.tsx';
import { resolveAttachments } from './resolve.ts';
import { UsedBy } from './used-by.tsx';

interface MessageProps {
  readonly item: MessageView;
  /** Follows one by the same author: drawn without avatar and name. */
  readonly compact: boolean;
}

function Thinking() {
  const { view } = useSandbox();
  return (
    <p class="thinking">
      <Dots /> {view.bot.name} is thinking…
    </p>
  );
}

function Body({ message }: { readonly message: APIMessage }) {
  const flags = message.flags ?? 0;
  const layout = (flags & MessageFlags.IsComponentsV2) !== 0;
  const { embeds, attachments } = resolveAttachments(message);
  return (
    <>
      {message.content === '' ? null : (
        <div class={message.edited_timestamp ? 'content was-edited' : 'content'}>
          <Markdown text={message.content} />
          {message.edited_timestamp ? <span class="edited"> (edited)</span> : null}
        </div>
      )}
      {embeds.map((embed, index) => (
        <Embed key={`embed-${index}`} embed={embed} />
      ))}
      {layout ? null : <Attachments attachments={attachments} />}
      <Components messageId={message.id} components={message.components ?? []} />
    </>
  );
}

function mentions(message: APIMessage, userId: string): boolean {
  return message.mentions.some((user) => user.id === userId) || message.mention_everyone;
}

/** One message as this account sees it. */
export function Message({ item, compact }: MessageProps) {
  const { view, now } = useSandbox();
  const { message } = item;
  const { zone } = view.guild;
  const at = Date.parse(message.timestamp);
  const name = displayName(view, message.author);
  const looks = [
    'message',
    compact ? 'compact' : '',
    item.ephemeral ? 'ephemeral' : '',
    mentions(message, view.me.userId) ? 'mentioned' : '',
  ];
  return (
    <article
      class={looks.filter(Boolean).join(' ')}
      data-message={message.id}
      aria-label={`Message from ${name}`}
    >
      {item.usedBy === null ? null : <UsedBy usedBy={item.usedBy} />}
      {compact ? (
        <time class="gutter" dateTime={message.timestamp} title={fullStamp(at, zone)}>
          {hourMinute(at, zone)}
        </time>
      ) : (
        <Avatar id={message.author.id} name={name} />
      )}
      <div class="message-main">
        {compact ? null : (
          <div class="message-head">
            <span class="author">{name}</span>
            {message.author.bot ? <AppTag /> : null}
            <time class="when" dateTime={message.timestamp} title={fullStamp(at, zone)}>
              {messageStamp(at, now(), zone)}
            </time>
          </div>
        )}
        {item.thinking ? <Thinking /> : <Body message={message} />}
        <ComponentFailure messageId={message.id} />
        {item.ephemeral ? <EphemeralNote messageId={message.id} /> : null}
      </div>
    </article>
  );
}
