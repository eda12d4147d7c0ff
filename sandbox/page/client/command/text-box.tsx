import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ChannelView } from '../../../protocol.ts';
import { Avatar } from '../avatar.tsx';
import { useSandbox } from '../context.ts';
import { SendIcon } from '../icons.tsx';
import { activeId, Listbox } from '../listbox.tsx';
import { type Draft, startDraft } from './draft.ts';
import { matching, type Runnable } from './runnables.ts';

interface TextBoxProps {
  readonly channel: ChannelView;
  readonly text: string;
  readonly list: readonly Runnable[];
  /** Changes when the caret shall come here. */
  readonly focusCount: number;
  readonly onText: (text: string) => void;
  readonly onDraft: (draft: Draft) => void;
}

/** Plain text; a slash at its start opens the list of commands. */
export function TextBox({ channel, text, list, focusCount, onText, onDraft }: TextBoxProps) {
  const { view, act } = useSandbox();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState(false);
  const slash = text.startsWith('/') && !text.includes('\n');
  const found = slash ? matching(list, text.slice(1)) : [];
  const open = slash && !closed;
  const at = Math.min(active, found.length - 1);

  useEffect(() => {
    if (focusCount > 0) field.current?.focus();
  }, [focusCount]);

  // As in Discord: typing goes to the command box when nothing else has the caret.
  useEffect(() => {
    const onType = (event: globalThis.KeyboardEvent) => {
      const plain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (plain && document.activeElement === document.body) field.current?.focus();
    };
    document.addEventListener('keydown', onType);
    return () => document.removeEventListener('keydown', onType);
  }, []);

  const write = (value: string) => {
    setActive(0);
    setClosed(false);
    onText(value);
  };

  const choose = (index: number) => {
    const runnable = found[index];
    if (runnable) onDraft(startDraft(runnable));
  };

  const say = async () => {
    if (text.trim() === '') return;
    const sent = text;
    onText('');
    const { error } = await act({ do: 'say', channelId: channel.id, text: sent.trim() });
    if (error !== null) onText(sent);
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const listing = open && found.length > 0;
    if (listing && event.key === 'ArrowDown') setActive((at + 1) % found.length);
    else if (listing && event.key === 'ArrowUp') setActive((at - 1 + found.length) % found.length);
    else if (listing && (event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey) choose(at);
    else if (open && event.key === 'Escape') setClosed(true);
    else if (event.key === 'Enter' && !event.shiftKey) void say();
    else return;
    event.preventDefault();
  };

  return (
    <>
      {open ? (
        <div class="suggestions">
          <div class="suggestions-head">
            <Avatar id={view.bot.userId} name={view.bot.name} size={24} /> {view.bot.name}
          </div>
          <Listbox
            id={listId}
            label="Commands"
            options={found.map((one) => ({
              key: one.name,
              label: `/${one.name}`,
              description: one.description,
            }))}
            active={at}
            onPick={choose}
            onHover={setActive}
          />
          {found.length === 0 ? <NoCommands online={view.bot.online} any={list.length > 0} /> : null}
        </div>
      ) : null}
      <div class="composer-box">
        <textarea
          class="composer-text"
          ref={field}
          rows={Math.min(6, text.split('\n').length)}
          value={text}
          maxLength={2000}
          aria-label={`Message ${channel.kind === 'text' ? '#' : '@'}${channel.name}`}
          aria-autocomplete="list"
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open ? activeId(listId, at) : undefined}
          autocomplete="off"
          placeholder={`Message ${channel.kind === 'text' ? '#' : '@'}${channel.name} or type /`}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          class="slash-button"
          aria-label="Show commands"
          title="Commands"
          onClick={() => {
            write('/');
            field.current?.focus();
          }}
        >
          /
        </button>
        <button
          type="button"
          class="send-button"
          aria-label="Send message"
          disabled={text.trim() === ''}
          onClick={say}
        >
          <SendIcon />
        </button>
      </div>
    </>
  );
}

function NoCommands({ online, any }: { readonly online: boolean; readonly any: boolean }) {
  if (any) return <p class="popup-empty">No command fits that. Enter sends it as plain text.</p>;
  return (
    <p class="popup-empty">
      {online ? 'This account may use no commands here.' : 'No commands: the bot is offline.'}
    </p>
  );
}
