import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Dots } from '../dots.tsx';
import { CloseIcon, SendIcon, WarningIcon } from '../icons.tsx';
import { activeId, Listbox } from '../listbox.tsx';
import { type Draft, optionOf, remaining } from './draft.ts';
import { OptionChip } from './option-chip.tsx';
import { isListed } from './suggest.ts';
import { type CommandBoxState, useCommandBox } from './use-command-box.ts';

interface CommandBoxProps {
  readonly channelId: string;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** Back to plain text; `keep`: with the command as a line. */
  readonly onLeave: (keep: boolean) => void;
}

/** A command with its options as chips; the list above it offers what fits where the caret is. */
export function CommandBox(props: CommandBoxProps) {
  const { draft, onLeave } = props;
  const box = useCommandBox(props);
  const listId = useId();
  const tail = useRef<HTMLInputElement>(null);
  const more = remaining(draft).length;

  useLayoutEffect(() => {
    if (draft.focus === null) tail.current?.focus();
  }, [draft.focus]);

  const problems = Object.entries(draft.errors);
  return (
    <>
      <Above box={box} draft={draft} listId={listId} />
      <fieldset class="composer-box command" aria-label={`Command /${draft.runnable.name}`}>
        <div class="chips">
          <span class="command-chip">/{draft.runnable.name}</span>
          {draft.entries.map((entry) => (
            <OptionChip key={entry.name} entry={entry} draft={draft} box={box} listId={listId} />
          ))}
          <input
            class="tail"
            ref={tail}
            type="text"
            role="combobox"
            aria-expanded={draft.focus === null && box.rows.length > 0 && box.listed}
            aria-controls={listId}
            aria-activedescendant={draft.focus === null ? activeId(listId, box.active) : undefined}
            aria-label={more > 0 ? `Add an option, ${more} more` : 'End of the command, Enter sends'}
            autocomplete="off"
            placeholder={more > 0 ? `+${more} more` : ''}
            value={draft.focus === null ? box.filter : ''}
            onFocus={() => box.focus(null)}
            onInput={(event) => box.narrow(event.currentTarget.value)}
            onKeyDown={(event) => box.onKeyDown(event, event.currentTarget.value)}
          />
        </div>
        <button type="button" class="leave-button" aria-label="Cancel command" onClick={() => onLeave(false)}>
          <CloseIcon />
        </button>
        <button
          type="button"
          class="send-button"
          aria-label="Send command"
          aria-busy={box.sending}
          aria-disabled={box.sending}
          onClick={() => box.run()}
        >
          {box.sending ? <Dots /> : <SendIcon />}
        </button>
      </fieldset>
      {problems.length > 0 || box.failure !== null ? (
        <ul class="composer-errors" role="alert">
          {problems.map(([name, text]) => (
            <li key={name} id={`${listId}-error-${name}`}>
              <WarningIcon size={16} /> <strong>{name}</strong> {text}
            </li>
          ))}
          {box.failure === null ? null : (
            <li>
              <WarningIcon size={16} /> {box.failure}
            </li>
          )}
        </ul>
      ) : null}
    </>
  );
}

interface AboveProps {
  readonly box: CommandBoxState;
  readonly draft: Draft;
  readonly listId: string;
}

function state(box: CommandBoxState, listed: boolean): string | null {
  if (box.autocomplete.state === 'failed') return 'Loading options failed.';
  if (box.rows.length > 0) return null;
  if (box.autocomplete.state === 'loading') return 'Loading options…';
  return listed || box.autocomplete.state === 'ready' ? 'No options match your search.' : null;
}

/** The list above the box, headed by the option that it belongs to. */
function Above({ box, draft, listId }: AboveProps) {
  const option = draft.focus === null ? undefined : optionOf(draft, draft.focus);
  const words = state(box, option !== undefined && isListed(option));
  if (!box.listed || (option === undefined && box.rows.length === 0)) return null;
  return (
    <div class="suggestions">
      <div class="suggestions-head">
        {option === undefined ? (
          <strong>Options</strong>
        ) : (
          <>
            <strong>{option.name}</strong> <span class="suggestions-about">{option.description}</span>
            {option.required ? <span class="option-badge">required</span> : null}
          </>
        )}
      </div>
      <Listbox
        id={listId}
        label={option === undefined ? 'Options' : `Choices for ${option.name}`}
        options={box.rows}
        active={box.active}
        onPick={box.pick}
        onHover={box.highlight}
      />
      {words === null ? null : (
        <p class="popup-empty" role="status">
          {words}
        </p>
      )}
    </div>
  );
}
