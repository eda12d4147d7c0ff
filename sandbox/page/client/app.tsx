import { useEffect, useRef, useState } from 'preact/hooks';
import type { Act, ChannelView, View } from '../../protocol.ts';
import { readAddress, writeAddress } from './address.ts';
import { Chat } from './chat.tsx';
import { type Picture, type Sandbox, SandboxContext } from './context.ts';
import { Dots } from './dots.tsx';
import { WarningIcon } from './icons.tsx';
import { Lightbox } from './lightbox.tsx';
import { MemberList } from './member-list.tsx';
import { Modal } from './modal/modal.tsx';
import { Sidebar } from './sidebar.tsx';
import { useLive } from './use-live.ts';
import { useReading } from './use-reading.ts';

const TOAST_MS = 6000;
const NAME = 'Backstraight sandbox – a stand-in for Discord';

function channelToShow(view: View, wanted: string | null) {
  return view.channels.find((channel) => channel.id === wanted) ?? view.channels[0];
}

function useToast() {
  const [toast, setToast] = useState<string | null>(null);
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => setToast(null), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  return [toast, setToast] as const;
}

/** The whole page. */
export function App() {
  const [address, setAddress] = useState(readAddress);
  const { view, line, act: send } = useLive(address.userId);
  const [drawer, setDrawer] = useState(false);
  const [members, setMembers] = useState(true);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [started, setStarted] = useState<{ line: string; count: number } | null>(null);
  const [toast, setToast] = useToast();
  const wantsDirect = useRef(false);
  const channel = view === null ? undefined : channelToShow(view, address.channelId);
  useReading(channel, send);

  const go = (channelId: string) => {
    setDrawer(false);
    setAddress({ userId: address.userId ?? view?.me.userId ?? null, channelId });
  };

  useEffect(() => {
    if (view !== null && channel !== undefined) {
      writeAddress({ userId: view.me.userId, channelId: channel.id });
      document.title = `${channel.kind === 'text' ? '#' : '@'}${channel.name} | ${NAME}`;
    }
  }, [view?.me.userId, channel?.id]);

  useEffect(() => {
    const direct = view?.channels.find((candidate) => candidate.kind === 'direct');
    if (!wantsDirect.current || direct === undefined) return;
    wantsDirect.current = false;
    go(direct.id);
  }, [view]);

  if (view === null) {
    return (
      <div class="loading" role="status">
        <Dots />
        <h1>{NAME}</h1>
        <p>{line === 'lost' ? 'The sandbox does not answer yet. Trying again…' : 'Opening…'}</p>
      </div>
    );
  }

  const act = async (what: Act, quiet = false) => {
    const result = await send(what);
    if (result.error !== null && !quiet) setToast(result.error);
    return result;
  };
  const openDirect = () => {
    const direct = view.channels.find((candidate) => candidate.kind === 'direct');
    if (direct !== undefined) go(direct.id);
    else {
      wantsDirect.current = true;
      void act({ do: 'open-direct' });
    }
  };
  const switchTo = (userId: string) => {
    setDrawer(false);
    setAddress({ userId, channelId: channel?.kind === 'text' ? channel.id : null });
  };
  const sandbox: Sandbox = {
    view,
    act,
    go,
    start: (text) => setStarted({ line: text, count: (started?.count ?? 0) + 1 }),
    enlarge: setPicture,
    now: () => Date.now() + view.offset,
  };
  const unread = (one: ChannelView) => (one.id === channel?.id ? 0 : one.unread);
  const elsewhere = view.channels.reduce((sum, one) => sum + unread(one), 0);
  return (
    <SandboxContext.Provider value={sandbox}>
      <div
        class={['app', drawer ? 'drawer-open' : '', members ? 'with-members' : ''].filter(Boolean).join(' ')}
      >
        <Sidebar
          openId={channel?.id ?? null}
          unread={unread}
          onSwitch={switchTo}
          onDirect={openDirect}
          onClose={() => setDrawer(false)}
        />
        <button
          type="button"
          class="scrim"
          tabIndex={-1}
          aria-label="Close channel list"
          onClick={() => setDrawer(false)}
        />
        <Chat
          channel={channel}
          line={line}
          started={started}
          elsewhere={elsewhere}
          membersShown={members}
          onMembers={() => setMembers(!members)}
          onMenu={() => setDrawer(true)}
          onSwitch={switchTo}
        />
        {members ? <MemberList /> : null}
      </div>
      {view.modal === null ? null : <Modal key={view.modal.id} modal={view.modal} />}
      {picture === null ? null : <Lightbox picture={picture} onClose={() => setPicture(null)} />}
      {toast === null ? null : (
        <p class="toast" role="alert">
          <WarningIcon size={18} /> {toast}
        </p>
      )}
    </SandboxContext.Provider>
  );
}
