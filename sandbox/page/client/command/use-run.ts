import { useState } from 'preact/hooks';
import type { OptionValue } from '../../../protocol.ts';
import { useSandbox } from '../context.ts';
import { checkDraft, type Directory } from './check.ts';
import type { Draft } from './draft.ts';

interface RunInput {
  readonly channelId: string;
  readonly draft: Draft;
  readonly directory: Directory;
  readonly onDraft: (draft: Draft) => void;
  readonly onLeave: (keep: boolean) => void;
}

interface Run {
  readonly sending: boolean;
  /** Why the sandbox refused it; null: it did not. */
  readonly failure: string | null;
  run(): Promise<void>;
}

/** Checks and sends a draft; the caret goes to the first option that is wrong, and nothing typed is lost. */
export function useRun({ channelId, draft, directory, onDraft, onLeave }: RunInput): Run {
  const { act } = useSandbox();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const send = async (options: Readonly<Record<string, OptionValue>>) => {
    const { command, subcommand } = draft.runnable;
    setSending(true);
    const { error } = await act({ do: 'command', channelId, command, subcommand, options }, true);
    setSending(false);
    setFailure(error);
    if (error === null) onLeave(false);
  };

  const run = async () => {
    if (sending) return;
    const { options, errors } = checkDraft(draft, directory);
    const wrong = Object.keys(errors)[0];
    if (wrong === undefined) await send(options);
    else onDraft({ ...draft, errors, focus: wrong });
  };
  return { sending, failure, run };
}
