import { useLayoutEffect, useState } from 'preact/hooks';
import { useSandbox } from '../context.ts';
import type { ListOption } from '../listbox.tsx';
import { checkDraft, checkEntry, type Directory } from './check.ts';
import { directoryOf } from './directory.ts';
import {
  addOption,
  after,
  before,
  type Draft,
  focusNext,
  optionOf,
  remaining,
  removeOption,
  setEntry,
} from './draft.ts';
import { localSuggestions, type Suggestion } from './suggest.ts';
import { type Autocomplete, useAutocomplete } from './use-autocomplete.ts';

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
  remove(name: string): void;
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

/** The caret goes elsewhere: what it leaves behind is checked, unless it is still empty. */
function moveTo(draft: Draft, name: string | null, directory: Directory): Draft {
  const option = draft.focus === null ? undefined : optionOf(draft, draft.focus);
  const entry = draft.entries.find((candidate) => candidate.name === draft.focus);
  if (option === undefined || entry === undefined || entry.text === '') return { ...draft, focus: name };
  const checked = checkEntry(option, entry, directory);
  if (!('error' in checked)) return { ...draft, focus: name };
  return { ...draft, focus: name, errors: { ...draft.errors, [entry.name]: checked.error } };
}

/** Everything that the command box knows and does, apart from drawing. */
export function useCommandBox({ channelId, draft, onDraft, onLeave }: CommandBoxInput): CommandBoxState {
  const { view, act } = useSandbox();
  const directory = directoryOf(view);
  const autocomplete = useAutocomplete(channelId, draft);
  const [filter, setFilter] = useState('');
  const [marked, setMarked] = useState<number | null>(null);
  const [closed, setClosed] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
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

  const run = async () => {
    if (sending) return;
    const verdict = checkDraft(draft, directory);
    const wrong = Object.keys(verdict.errors)[0];
    if (wrong !== undefined) {
      onDraft({ ...draft, errors: verdict.errors, focus: wrong });
      return;
    }
    setSending(true);
    const { command, subcommand } = draft.runnable;
    const { error } = await act(
      { do: 'command', channelId, command, subcommand, options: verdict.options },
      true,
    );
    setSending(false);
    setFailure(error);
    if (error === null) onLeave(false);
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

  const backspace = () => {
    const required = focus !== null && optionOf(draft, focus)?.required;
    const previous = before(draft, focus);
    if (focus !== null && !required) onDraft(removeOption(draft, focus));
    else if (previous === null) onLeave(true);
    else onDraft({ ...draft, focus: previous });
  };

  const onKeyDown = (event: KeyboardEvent, text: string) => {
    if (event.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && rows.length > 0) {
      setClosed(false);
      setMarked(active < 0 && step < 0 ? rows.length - 1 : (active + step + rows.length) % rows.length);
    } else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) {
      if (active >= 0) pick(active);
      else if (event.key === 'Enter') void run();
      else if (focus === null) return;
      else onDraft(moveTo(draft, after(draft, focus), directory));
    } else if (event.key === 'Backspace' && text === '') backspace();
    else if (event.key === 'Escape') {
      if (closed || rows.length === 0) onLeave(true);
      else setClosed(true);
    } else return;
    event.preventDefault();
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
    remove: (name) => onDraft(removeOption(draft, name)),
    run,
    onKeyDown,
  };
}
