import { useState } from 'preact/hooks';
import type { ListOption } from '../listbox.tsx';

interface Picking {
  readonly open: boolean;
  readonly query: string;
  readonly active: number;
  /** Options that fit what was typed into the search field. */
  readonly shown: readonly ListOption[];
  readonly values: readonly string[];
  show(): void;
  hide(): void;
  search(text: string): void;
  setActive(index: number): void;
  move(step: number): void;
  /** Takes the option at an index of `shown`, or gives it back. */
  pick(index: number): void;
}

interface PickingInput {
  readonly options: readonly ListOption[];
  readonly values: readonly string[];
  readonly min: number;
  readonly max: number;
  /** each: told of every change; close: told once, when a list of several is closed. */
  readonly commit: 'each' | 'close';
  readonly onChange: (values: readonly string[]) => void;
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value) => b.includes(value));

function fits(option: ListOption, query: string): boolean {
  const words = `${option.label} ${option.description ?? ''}`.toLowerCase();
  return words.includes(query.trim().toLowerCase());
}

/** The state of an open select: search, highlight, and what has been ticked so far. */
export function usePicking(input: PickingInput): Picking {
  const { options, min, max, commit, onChange } = input;
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const values = draft ?? input.values;
  const shown = options.filter((option) => fits(option, query));

  const close = (final: readonly string[]) => {
    setDraft(null);
    setQuery('');
    if (final.length >= min && !same(final, input.values)) onChange(final);
  };

  const pickOne = (key: string) => close(values.includes(key) && min === 0 ? [] : [key]);

  const pickSeveral = (key: string) => {
    const had = values.includes(key);
    if (!had && values.length >= max) return;
    const next = had ? values.filter((value) => value !== key) : [...values, key];
    setDraft(next);
    if (commit === 'each') onChange(next);
  };

  return {
    open: draft !== null,
    query,
    active: Math.min(active, shown.length - 1),
    shown,
    values,
    show: () => {
      setDraft(input.values);
      setActive(
        Math.max(
          0,
          options.findIndex((option) => input.values.includes(option.key)),
        ),
      );
    },
    hide: () => close(max > 1 ? values : input.values),
    search: (text) => {
      setQuery(text);
      setActive(0);
    },
    setActive,
    move: (step) => setActive((active + step + shown.length) % Math.max(1, shown.length)),
    pick: (index) => {
      const key = shown[index]?.key;
      if (key !== undefined) (max > 1 ? pickSeveral : pickOne)(key);
    },
  };
}
