import type { ChannelView } from '../../protocol.ts';
import { AccountSwitcher } from './account-switcher.tsx';
import { Banners } from './banners.tsx';
import { ClockBar } from './clock-bar.tsx';
import { Composer } from './command/composer.tsx';
import { useSandbox } from './context.ts';
import { HashIcon, MenuIcon, MessageIcon, PeopleIcon } from './icons.tsx';
import type { LineState } from './live.ts';
import { MessageList } from './message/message-list.tsx';

interface ChatProps {
  readonly channel: ChannelView | undefined;
  readonly line: LineState;
  readonly started: { readonly line: string; readonly count: number } | null;
  readonly elsewhere: number;
  readonly membersShown: boolean;
  readonly onMembers: () => void;
  readonly onMenu: () => void;
  readonly onSwitch: (userId: string) => void;
}

function Header({ channel, elsewhere, membersShown, onMembers, onMenu, onSwitch }: ChatProps) {
  const { view } = useSandbox();
  return (
    <header class="chat-head">
      <button
        type="button"
        class="icon-button menu-button"
        aria-label={elsewhere > 0 ? `Channels, ${elsewhere} unread` : 'Channels'}
        onClick={onMenu}
      >
        <MenuIcon size={24} />
        {elsewhere > 0 ? <span class="badge">{elsewhere}</span> : null}
      </button>
      {channel?.kind === 'direct' ? <MessageIcon size={22} /> : <HashIcon size={22} />}
      <h1>{channel?.name ?? view.guild.name}</h1>
      <span class="bot-state">
        <span class={view.bot.online ? 'status on' : 'status off'} />{' '}
        <span class="bot-name">{view.bot.name}</span> {view.bot.online ? 'online' : 'offline'}
      </span>
      <button
        type="button"
        class="icon-button members-button"
        aria-label="Member list"
        aria-pressed={membersShown}
        title={membersShown ? 'Hide member list' : 'Show member list'}
        onClick={onMembers}
      >
        <PeopleIcon size={22} />
      </button>
      <AccountSwitcher look="round" onSwitch={onSwitch} />
    </header>
  );
}

/** The middle of the page: channel header, clock, messages, command box. */
export function Chat(props: ChatProps) {
  const { channel, line, started } = props;
  return (
    <main class="chat">
      <Header {...props} />
      <ClockBar />
      <Banners line={line} />
      {channel === undefined ? (
        <p class="no-channel">This account sees no channel.</p>
      ) : (
        <>
          <MessageList channel={channel} />
          <Composer channel={channel} started={started} />
        </>
      )}
    </main>
  );
}
