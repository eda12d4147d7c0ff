import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Dots } from '../dots.tsx';
import { DownIcon } from '../icons.tsx';
import { activeId, Listbox, type ListOption } from '../listbox.tsx';
import { usePopupPlace } from './popup.ts';
import { usePicking } from './use-picking.ts';

const SEARCH_FROM = 10;

interface SelectBoxProps {
  readonly id?: string;
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly ListOption[];
  readonly values: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly commit: 'each' | 'close';
  readonly onChange: (values: readonly string[]) => void;
  /** Offers a search field even for a short list, as Discord does for members. */
  readonly search?: boolean;
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
}

/** A select of one or several: a button that opens a list, with everything on the keyboard too. */
export function SelectBox(props: SelectBoxProps) {
  const { label, options, max } = props;
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const picking = usePicking(props);
  const at = usePopupPlace(trigger, picking.open);
  const searching = (props.search ?? false) || options.length > SEARCH_FROM;
  const hide = useRef(picking.hide);
  hide.current = picking.hide;

  useLayoutEffect(() => {
    if (at !== null) field.current?.focus();
  }, [at !== null]);

  useEffect(() => {
    if (!picking.open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) hide.current();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [picking.open]);

  const back = (act: () => void) => {
    act();
    trigger.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!picking.open) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        picking.show();
      }
      return;
    }
    const typesSpace = searching && event.key === ' ';
    if (event.key === 'Tab') picking.hide();
    else if (event.key === 'ArrowDown') picking.move(1);
    else if (event.key === 'ArrowUp') picking.move(-1);
    else if (event.key === 'Enter' || (event.key === ' ' && !typesSpace)) {
      if (max > 1) picking.pick(picking.active);
      else back(() => picking.pick(picking.active));
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      back(picking.hide);
    } else return;
    if (event.key !== 'Tab') event.preventDefault();
  };

  const words = picking.values.map((value) => options.find((option) => option.key === value)?.label ?? value);
  return (
    <div class="select" ref={root}>
      <button
        type="button"
        class={props.invalid ? 'select-trigger invalid' : 'select-trigger'}
        id={props.id}
        ref={trigger}
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={picking.open}
        aria-controls={listId}
        aria-activedescendant={picking.open && !searching ? activeId(listId, picking.active) : undefined}
        aria-label={words.length > 0 ? `${label}: ${words.join(', ')}` : label}
        aria-invalid={props.invalid ?? false}
        aria-describedby={props.describedBy}
        aria-busy={props.busy ?? false}
        disabled={props.disabled ?? false}
        onKeyDown={onKeyDown}
        onClick={() => (picking.open ? picking.hide() : picking.show())}
      >
        <span class={words.length > 0 ? 'select-words' : 'select-words placeholder'}>
          {words.length > 0 ? words.join(', ') : props.placeholder}
        </span>
        {props.busy ? <Dots /> : <DownIcon size={20} />}
      </button>
      {picking.open && at !== null ? (
        <div class="popup" style={{ ...at }}>
          {searching ? (
            <input
              class="popup-search"
              ref={field}
              type="text"
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={activeId(listId, picking.active)}
              aria-label={`Search ${label}`}
              placeholder="Search"
              value={picking.query}
              onKeyDown={onKeyDown}
              onInput={(event) => picking.search(event.currentTarget.value)}
            />
          ) : null}
          <Listbox
            id={listId}
            label={label}
            options={picking.shown}
            active={picking.active}
            selected={new Set(picking.values)}
            multiple={max > 1}
            onPick={(index) => (max > 1 ? picking.pick(index) : back(() => picking.pick(index)))}
            onHover={picking.setActive}
          />
          {picking.shown.length === 0 ? <p class="popup-empty">Nothing fits that.</p> : null}
        </div>
      ) : null}
    </div>
  );
}
