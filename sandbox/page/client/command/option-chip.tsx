import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { activeId } from '../listbox.tsx';
import { type Draft, type Entry, optionOf } from './draft.ts';
import type { CommandBoxState } from './use-command-box.ts';

interface OptionChipProps {
  readonly entry: Entry;
  readonly draft: Draft;
  readonly box: CommandBoxState;
  readonly listId: string;
}

/** One option: its name, and a field that grows with what is typed. */
export function OptionChip({ entry, draft, box, listId }: OptionChipProps) {
  const field = useRef<HTMLInputElement>(null);
  const option = optionOf(draft, entry.name);
  const focused = draft.focus === entry.name;
  const wrong = draft.errors[entry.name] !== undefined;

  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);

  const numeric = option?.type === ApplicationCommandOptionType.Integer;
  const decimal = option?.type === ApplicationCommandOptionType.Number;
  return (
    <label class={['chip', focused ? 'focused' : '', wrong ? 'wrong' : ''].filter(Boolean).join(' ')}>
      <span class="chip-name">{entry.name}</span>
      <span class="chip-value" data-value={entry.text}>
        <input
          ref={field}
          type="text"
          size={1}
          inputMode={numeric ? 'numeric' : decimal ? 'decimal' : 'text'}
          role="combobox"
          aria-expanded={focused && box.listed && box.rows.length > 0}
          aria-controls={listId}
          aria-activedescendant={focused ? activeId(listId, box.active) : undefined}
          aria-label={`${entry.name}: ${option?.description ?? ''}`}
          aria-required={option?.required ?? false}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${listId}-error-${entry.name}` : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={entry.text}
          onFocus={() => box.focus(entry.name)}
          onInput={(event) => box.type(entry.name, event.currentTarget.value)}
          onKeyDown={(event) => box.onKeyDown(event, event.currentTarget.value)}
        />
      </span>
    </label>
  );
}
