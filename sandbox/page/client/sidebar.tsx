import type { ChannelView } from '../../protocol.ts';
import { AccountSwitcher } from './account-switcher.tsx';
import { Avatar, initials } from './avatar.tsx';
import { useSandbox } from './context.ts';
import { CloseIcon, HashIcon, LockIcon, MessageIcon } from './icons.tsx';

interface SidebarProps {
  readonly openId: string | null;
  readonly unread: (channel: ChannelView) => number;
  readonly onSwitch: (userId: string) => void;
  readonly onDirect: () => void;
  readonly onClose: () => void;
}

interface LinkProps {
  readonly channel: ChannelView;
  readonly current: boolean;
  readonly unread: number;
}

function ChannelLink({ channel, current, unread }: LinkProps) {
  const { view, go } = useSandbox();
  const direct = channel.kind === 'direct';
  return (
    <li>
      <button
        type="button"
        class={['channel-link', current ? 'current' : '', unread > 0 ? 'unread' : '']
          .filter(Boolean)
          .join(' ')}
        aria-current={current ? 'page' : undefined}
        onClick={() => go(channel.id)}
      >
        {unread > 0 ? <span class="pill" aria-hidden="true" /> : null}
        {direct ? (
          <Avatar id={view.bot.userId} name={channel.name} size={32} online={view.bot.online} />
        ) : (
          <HashIcon size={20} />
        )}
        <span class="channel-name">{channel.name}</span>
        {channel.canWrite ? null : <LockIcon size={14} />}
        {unread > 0 ? (
          <span class="badge">
            {unread}
            <span class="unseen"> unread</span>
          </span>
        ) : null}
      </button>
    </li>
  );
}

/** The narrow strip at the very left: direct messages, and the club. */
function Rail({ direct, onDirect, unreadDirect, onGuild }: RailProps) {
  const { view } = useSandbox();
  return (
    <nav class="rail" aria-label="Servers">
      <button
        type="button"
        class={direct ? 'rail-button current' : 'rail-button'}
        aria-label={`Direct messages${unreadDirect > 0 ? `, ${unreadDirect} unread` : ''}`}
        title="Direct messages"
        onClick={onDirect}
      >
        <MessageIcon size={24} />
        {unreadDirect > 0 ? <span class="badge">{unreadDirect}</span> : null}
      </button>
      <span class="rail-line" />
      <button
        type="button"
        class={direct ? 'rail-button' : 'rail-button current'}
        aria-label={view.guild.name}
        title={view.guild.name}
        onClick={onGuild}
      >
        {initials(view.guild.name)}
      </button>
    </nav>
  );
}

interface RailProps {
  readonly direct: boolean;
  readonly unreadDirect: number;
  readonly onDirect: () => void;
  readonly onGuild: () => void;
}

/** Left of the messages: the strip of servers, the channels, direct messages, and who one is. */
export function Sidebar({ openId, unread, onSwitch, onDirect, onClose }: SidebarProps) {
  const { view, go } = useSandbox();
  const texts = view.channels.filter((channel) => channel.kind === 'text');
  const directs = view.channels.filter((channel) => channel.kind === 'direct');
  const inDirect = directs.some((channel) => channel.id === openId);
  const link = (channel: ChannelView) => (
    <ChannelLink
      key={channel.id}
      channel={channel}
      current={channel.id === openId}
      unread={unread(channel)}
    />
  );
  return (
    <div class="sidebar">
      <Rail
        direct={inDirect}
        unreadDirect={directs.reduce((sum, channel) => sum + unread(channel), 0)}
        onDirect={onDirect}
        onGuild={() => texts[0] && go(texts[0].id)}
      />
      <div class="channel-column">
        <header class="guild-head">
          <span class="guild-words">
            <strong>{view.guild.name}</strong>
            <span>sandbox – a stand-in for Discord</span>
          </span>
          <button
            type="button"
            class="icon-button drawer-close"
            aria-label="Close channel list"
            onClick={onClose}
          >
            <CloseIcon size={22} />
          </button>
        </header>
        <nav class="channel-lists" aria-label="Channels">
          <h2 id="text-channels">Text channels</h2>
          <ul aria-labelledby="text-channels">{texts.map(link)}</ul>
          <h2 id="direct-messages">Direct messages</h2>
          <ul aria-labelledby="direct-messages">
            {directs.map(link)}
            {directs.length > 0 ? null : (
              <li>
                <button type="button" class="channel-link" onClick={onDirect}>
                  <Avatar id={view.bot.userId} name={view.bot.name} size={32} online={view.bot.online} />
                  <span class="channel-name">{view.bot.name}</span>
                </button>
              </li>
            )}
          </ul>
        </nav>
        <AccountSwitcher look="panel" onSwitch={onSwitch} />
      </div>
    </div>
  );
}
