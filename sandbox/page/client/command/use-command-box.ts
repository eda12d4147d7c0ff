import { useLayoutEffect, useState } from 'preact/hooks';
import { useSandbox } from '../context.ts';
import type { ListOption } from '../listbox.tsx';
import type { Directory } from './check.ts';
import { directoryOf } from './directory.ts';
import { addOption, after, type Draft, focusNext, optionOf, remaining, setEntry } from './draft.ts';
import { type Intent, intentOf } from './keys.ts';
import { erase, moveTo } from './moves.ts';
import { localSuggestions, type Suggestion } from './suggest.ts';
import { type Autocomplete, useAutocomplete } from './use-autocomplete.ts';
import { useRun } from './use-run.ts';

interface CommandBoxInput {
  readonly channelId: string;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onLeave: (keep: boolean) => void;
}

export interface CommandBoxState {
  readonly rows: readonly ListOption[];
  readonly active: number;
  readonly listed: boolean;
  readonly autocomplete: Autocomplete;
  readonly filter: string;
  readonly failure: string | null;
  readonly sending: boolean;
  type(name: string, text: string): void;
  narrow(text: string): void;
  focus(name: string | null): void;
  highlight(index: number): void;
  pick(index: number): void;
  run(): Promise<void>;
  onKeyDown(event: KeyboardEvent, text: string): void;
}

function suggestionsFor(
  draft: Draft,
  directory: Directory,
  autocomplete: Autocomplete,
): readonly Suggestion[] {
  const option = draft.focus === null ? undefined : optionOf(draft, draft.focus);
  const entry = draft.entries.find((candidate) => candidate.name === draft.focus);
  if (option === undefined || entry === undefined) return [];
  return autocomplete.state === 'none'
    ? localSuggestions(option, entry, directory)
    : autocomplete.suggestions;
}

/** Everything that the command box knows and does, apart from drawing. */
export function useCommandBox({ channelId, draft, onDraft, onLeave }: CommandBoxInput): CommandBoxState {
  const { view } = useSandbox();
  const directory = directoryOf(view);
  const autocomplete = useAutocomplete(channelId, draft);
  const [filter, setFilter] = useState('');
  const [marked, setMarked] = useState<number | null>(null);
  const [closed, setClosed] = useState(false);
  const { sending, failure, run } = useRun({ channelId, draft, directory, onDraft, onLeave });
  const { focus } = draft;

  useLayoutEffect(() => {
    setMarked(null);
    setClosed(false);
    setFilter('');
  }, [focus]);

  const suggestions = suggestionsFor(draft, directory, autocomplete);
  const optional = remaining(draft).filter((option) => option.name.includes(filter.trim().toLowerCase()));
  const rows: readonly ListOption[] =
    focus === null
      ? optional.map((option) => ({ key: option.name, label: option.name, description: option.description }))
      : suggestions.map((suggestion) => suggestion.row);
  // The first suggestion is ready to be taken; an optional option is not, unless one types its name.
  const first = focus === null && filter.trim() === '' ? -1 : 0;
  const active = closed ? -1 : Math.min(marked ?? first, rows.length - 1);

  const pick = (index: number) => {
    if (focus === null) {
      const option = optional[index];
      if (option) onDraft(addOption(draft, option.name));
      return;
    }
    const suggestion = suggestions[index];
    if (suggestion) onDraft(focusNext(setEntry(draft, focus, suggestion.row.label, suggestion.value), focus));
  };

  const narrow = (text: string) => {
    const named = remaining(draft).find((option) => text.trim() === `${option.name}:`);
    if (named) onDraft(addOption(draft, named.name));
    else {
      setFilter(text);
      setMarked(null);
      setClosed(false);
    }
  };

  const step = (by: number) => {
    setClosed(false);
    setMarked(active < 0 && by < 0 ? rows.length - 1 : (active + by + rows.length) % rows.length);
  };

  const intents: Readonly<Record<Intent, () => void>> = {
    down: () => step(1),
    up: () => step(-1),
    pick: () => pick(active),
    run: () => void run(),
    onward: () => onDraft(moveTo(draft, focus === null ? null : after(draft, focus), directory)),
    erase: () => {
      const next = erase(draft);
      if (next === null) onLeave(true);
      else onDraft(next);
    },
    close: () => setClosed(true),
    leave: () => onLeave(true),
  };

  const onKeyDown = (event: KeyboardEvent, text: string) => {
    const listed = rows.length > 0;
    const intent = intentOf(event, { text, listed, highlighted: active >= 0, closed, atEnd: focus === null });
    if (intent === null) return;
    event.preventDefault();
    intents[intent]();
  };

  return {
    rows,
    active,
    listed: !closed,
    autocomplete,
    filter,
    failure,
    sending,
    type: (name, text) => {
      setMarked(null);
      setClosed(false);
      onDraft(setEntry(draft, name, text, null));
    },
    narrow,
    focus: (name) => {
      if (name !== focus) onDraft(moveTo(draft, name, directory));
    },
    highlight: setMarked,
    pick,
    run,
    onKeyDown,
  };
}
