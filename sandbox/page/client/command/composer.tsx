/** The command box under a channel: plain text, or a command with its options. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChannelView } from '../../../protocol.ts';
import { useSandbox } from '../context.ts';
import { LockIcon } from '../icons.tsx';
import { CommandBox } from './command-box.tsx';
import { type Draft, lineOf } from './draft.ts';
import { parseLine } from './line.ts';
import { runnables } from './runnables.ts';
import { TextBox } from './text-box.tsx';

interface Typed {
  readonly text: string;
  readonly draft: Draft | null;
}

const NOTHING: Typed = { text: '', draft: null };

interface ComposerProps {
  readonly channel: ChannelView;
  /** A line put in from elsewhere on the page; `count` tells two equal ones apart. */
  readonly started: { readonly line: string; readonly count: number } | null;
}

/** Keeps what was typed by account and channel, so that looking elsewhere loses nothing. */
export function Composer({ channel, started }: ComposerProps) {
  const { view } = useSandbox();
  const [all, setAll] = useState<Readonly<Record<string, Typed>>>({});
  const key = `${view.me.userId}:${channel.id}`;
  const typed = all[key] ?? NOTHING;
  const list = runnables(view.commands, channel.kind);
  const [focusCount, setFocusCount] = useState(0);
  // Opening another channel is no reason to open a phone's keyboard.
  const seen = useRef({ key, count: 0 });
  if (seen.current.key !== key) seen.current = { key, count: focusCount };
  const put = (next: Typed) => setAll((old) => ({ ...old, [key]: next }));
  const write = (text: string) => {
    const draft = parseLine(text, list);
    put(draft === null ? { text, draft: null } : { text: '', draft });
  };

  const taken = useRef(0);
  useEffect(() => {
    if (started === null || started.count === taken.current) return;
    taken.current = started.count;
    write(started.line);
    setFocusCount((count) => count + 1);
  });

  if (!channel.canWrite) {
    return (
      <div class="composer">
        <p class="composer-closed">
          <LockIcon size={18} /> {view.me.name} has no permission to write here.
        </p>
      </div>
    );
  }
  return (
    <div class="composer">
      {typed.draft === null ? (
        <TextBox
          key={key}
          channel={channel}
          text={typed.text}
          list={list}
          focusCount={focusCount - seen.current.count}
          onText={write}
          onDraft={(draft) => {
            put({ text: '', draft });
            setFocusCount((count) => count + 1);
          }}
        />
      ) : (
        <CommandBox
          key={`${key}:${typed.draft.runnable.name}`}
          channelId={channel.id}
          draft={typed.draft}
          onDraft={(draft) => put({ text: '', draft })}
          onLeave={(keep) => {
            put({ text: keep && typed.draft ? lineOf(typed.draft) : '', draft: null });
            setFocusCount((count) => count + 1);
          }}
        />
      )}
    </div>
  );
}
