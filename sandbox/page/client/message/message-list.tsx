import type { APIMessage } from 'discord-api-types/v10';
import { MessageType } from 'discord-api-types/v10';
import type { ChannelView, MessageView } from '../../../protocol.ts';
import { useSandbox } from '../context.ts';
import { DownIcon } from '../icons.tsx';
import { dayKey, longDate } from '../time.ts';
import { Message } from './message.tsx';
import { PendingCommands } from './pending-commands.tsx';
import { useStickyScroll } from './sticky-scroll.ts';
import { Welcome } from './welcome.tsx';

const GROUP_MS = 7 * 60_000;

function joins(before: MessageView | undefined, item: MessageView): boolean {
  if (before === undefined || item.usedBy !== null || before.ephemeral !== item.ephemeral) return false;
  const a = before.message;
  const b = item.message;
  return a.author.id === b.author.id && Date.parse(b.timestamp) - Date.parse(a.timestamp) < GROUP_MS;
}

function isShown(message: APIMessage): boolean {
  return message.type === MessageType.Default || message.type >= MessageType.Reply;
}

/** A channel's messages, oldest first, with a line for each new day; stays at the newest unless scrolled up. */
export function MessageList({ channel }: { readonly channel: ChannelView }) {
  const { view } = useSandbox();
  const { zone } = view.guild;
  const items = channel.messages.filter((item) => isShown(item.message));
  const pending = view.pending.filter((p) => p.channelId === channel.id && p.messageId === null).length;
  const scroll = useStickyScroll(`${view.me.userId}:${channel.id}`, items.length + pending);
  return (
    <div class="messages-frame">
      <div class="messages" ref={scroll.frame} onScroll={scroll.onScroll} tabIndex={-1}>
        <div class="messages-inner" ref={scroll.content}>
          <Welcome channel={channel} />
          <div
            role="log"
            aria-live="polite"
            aria-relevant="additions text"
            aria-label={`Messages in ${channel.name}`}
          >
            {items.map((item, index) => {
              const before = items[index - 1];
              const at = Date.parse(item.message.timestamp);
              const newDay =
                before === undefined ||
                dayKey(Date.parse(before.message.timestamp), zone) !== dayKey(at, zone);
              return (
                <div key={item.message.id}>
                  {newDay ? (
                    <div class="day-line">
                      <span>{longDate(at, zone)}</span>
                    </div>
                  ) : null}
                  <Message item={item} compact={!newDay && joins(before, item)} />
                </div>
              );
            })}
            <PendingCommands channelId={channel.id} />
          </div>
        </div>
      </div>
      {scroll.away ? (
        <button type="button" class="to-present" onClick={scroll.toEnd}>
          {scroll.unseen ? 'New messages' : 'Jump to present'} <DownIcon size={18} />
        </button>
      ) : null}
    </div>
  );
}
