import { useEffect, useState } from 'preact/hooks';
import { useSandbox } from '../context.ts';
import { typedSoFar } from './check.ts';
import { type Draft, optionOf } from './draft.ts';
import { asksServer, fromChoices, type Suggestion } from './suggest.ts';

const DEBOUNCE_MS = 180;

export interface Autocomplete {
  readonly state: 'none' | 'loading' | 'ready' | 'failed';
  readonly suggestions: readonly Suggestion[];
}

const NONE: Autocomplete = { state: 'none', suggestions: [] };

/** Asks the bot for choices while one types into an option that it completes; late answers are dropped. */
export function useAutocomplete(channelId: string, draft: Draft): Autocomplete {
  const { act } = useSandbox();
  const [answer, setAnswer] = useState<Autocomplete>(NONE);
  const { focus } = draft;
  const option = focus === null ? undefined : optionOf(draft, focus);
  const entry = draft.entries.find((candidate) => candidate.name === focus);
  const asks = option !== undefined && asksServer(option) && entry?.picked === null;
  const text = entry?.text ?? '';

  useEffect(() => {
    if (!asks || focus === null) {
      setAnswer(NONE);
      return;
    }
    let dropped = false;
    setAnswer((old) => ({ state: 'loading', suggestions: old.suggestions }));
    const ask = async () => {
      const { runnable } = draft;
      const result = await act(
        {
          do: 'autocomplete',
          channelId,
          command: runnable.command,
          subcommand: runnable.subcommand,
          options: typedSoFar(draft, focus),
          focused: focus,
        },
        true,
      );
      if (dropped) return;
      setAnswer(
        result.error === null
          ? { state: 'ready', suggestions: fromChoices(result.choices ?? []) }
          : { state: 'failed', suggestions: [] },
      );
    };
    const timer = setTimeout(ask, text === '' ? 0 : DEBOUNCE_MS);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [asks, focus, text, channelId]);

  return asks ? answer : NONE;
}
