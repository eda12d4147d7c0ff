/** The list under every select and above the command box. Focus stays where one types; `active` moves. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CheckIcon } from './icons.tsx';

export interface ListOption {
  readonly key: string;
  readonly label: string;
  readonly description?: string | null;
  /** A small word at the right, like "required". */
  readonly badge?: string | null;
  /** Dot in a role's colour. */
  readonly color?: string | null;
  readonly icon?: ComponentChildren;
}

interface ListboxProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly ListOption[];
  /** Index of the highlighted option; -1 for none. */
  readonly active: number;
  readonly selected?: ReadonlySet<string>;
  readonly multiple?: boolean;
  readonly onPick: (index: number) => void;
  readonly onHover: (index: number) => void;
}

/** The id of the option to name in `aria-activedescendant`; undefined when none is highlighted. */
export function activeId(listId: string, active: number): string | undefined {
  return active < 0 ? undefined : `${listId}-${active}`;
}

export function Listbox(props: ListboxProps) {
  const { id, label, options, active, selected, multiple, onPick, onHover } = props;
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div
      class="listbox"
      id={id}
      ref={list}
      role="listbox"
      aria-label={label}
      aria-multiselectable={multiple ?? false}
      tabIndex={-1}
    >
      {options.map((option, index) => (
        <Row
          key={option.key}
          id={`${id}-${index}`}
          option={option}
          active={index === active}
          chosen={selected?.has(option.key)}
          multiple={multiple ?? false}
          onPick={() => onPick(index)}
          onHover={() => onHover(index)}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly option: ListOption;
  readonly active: boolean;
  readonly chosen: boolean | undefined;
  readonly multiple: boolean;
  readonly onPick: () => void;
  readonly onHover: () => void;
}

function Row({ id, option, active, chosen, multiple, onPick, onHover }: RowProps) {
  return (
    <div
      class={active ? 'option active' : 'option'}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen ?? active}
      data-active={active}
      onPointerMove={active ? undefined : onHover}
      // Keeps focus in the field: a press that moved it would close the list before the click.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onPick();
      }}
    >
      {option.icon}
      {option.color ? <span class="color-dot" style={{ background: option.color }} /> : null}
      <span class="option-words">
        <span class="option-label">{option.label}</span>
        {option.description ? <span class="option-description">{option.description}</span> : null}
      </span>
      {option.badge ? <span class="option-badge">{option.badge}</span> : null}
      {multiple ? (
        <span class={chosen ? 'tick on' : 'tick'}>{chosen ? <CheckIcon size={14} /> : null}</span>
      ) : null}
      {!multiple && chosen ? <CheckIcon size={18} /> : null}
    </div>
  );
}
