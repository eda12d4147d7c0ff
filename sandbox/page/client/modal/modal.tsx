import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ModalValues, ModalView } from '../../../protocol.ts';
import { Avatar } from '../avatar.tsx';
import { useSandbox } from '../context.ts';
import { Dots } from '../dots.tsx';
import { CloseIcon, WarningIcon } from '../icons.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { ModalField } from './modal-field.tsx';
import { checkValues, initialValues, partsOf, submission } from './parts.ts';

const FOCUSABLE = 'input:not([type=hidden]), textarea, button.select-trigger';

/** A modal of the bot: stays as it was typed until the sandbox takes it away. */
export function Modal({ modal }: { readonly modal: ModalView }) {
  const { view, act } = useSandbox();
  const dialog = useRef<HTMLDialogElement>(null);
  const parts = partsOf(modal.data);
  const [values, setValues] = useState<ModalValues>(() => initialValues(parts));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [attempts, setAttempts] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const [posting, setPosting] = useState(false);
  const sending = posting || modal.state === 'waiting';
  const problem =
    failure ?? (modal.state === 'failed' && !sending ? 'Something went wrong. Try again.' : null);

  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>(`.modal-body :is(${FOCUSABLE})`)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  useEffect(() => {
    const first = Object.keys(errors)[0];
    if (first !== undefined) focusField(first);
  }, [attempts]);

  const dismiss = () => act({ do: 'dismiss', modalId: modal.id }, true);

  const submit = async () => {
    if (sending) return;
    const wrong = checkValues(parts, values);
    setErrors(wrong);
    setAttempts(attempts + 1);
    if (Object.keys(wrong).length > 0) return;
    setPosting(true);
    setFailure(null);
    const { error } = await act({ do: 'submit', modalId: modal.id, values: submission(parts, values) }, true);
    setPosting(false);
    setFailure(error);
  };

  const change = (id: string, value: ModalValues[string]) => {
    setValues({ ...values, [id]: value });
    const { [id]: _gone, ...rest } = errors;
    setErrors(rest);
  };

  return (
    <dialog
      class="modal"
      ref={dialog}
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        void dismiss();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header class="modal-head">
          <Avatar id={view.bot.userId} name={view.bot.name} size={32} />
          <h2 id="modal-title">{modal.data.title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={dismiss}>
            <CloseIcon size={24} />
          </button>
        </header>
        <div class="modal-body">
          {parts.map((part, index) =>
            part.kind === 'words' ? (
              <Markdown key={`words-${index}`} text={part.text} />
            ) : (
              <ModalField
                key={part.id}
                field={part}
                value={values[part.id] ?? ''}
                error={errors[part.id]}
                onChange={(value) => change(part.id, value)}
              />
            ),
          )}
        </div>
        {problem === null ? null : (
          <p class="modal-failure" role="alert">
            <WarningIcon size={16} /> {problem}
          </p>
        )}
        <footer class="modal-foot">
          <button type="button" class="button secondary" onClick={dismiss}>
            Cancel
          </button>
          <button type="submit" class="button primary" aria-busy={sending} aria-disabled={sending}>
            {sending ? <Dots /> : 'Submit'}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

function focusField(id: string): void {
  const element = document.getElementById(`field-${id}`);
  const inner = element?.matches('.option-group') ? element.querySelector('input') : element;
  inner?.focus();
}
