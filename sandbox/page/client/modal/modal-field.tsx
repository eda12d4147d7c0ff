import { ComponentType } from 'discord-api-types/v10';
import type { ModalValues } from '../../../protocol.ts';
import { selectOptions } from '../components/choices.tsx';
import { SelectBox } from '../components/select-box.tsx';
import { useSandbox } from '../context.ts';
import { WarningIcon } from '../icons.tsx';
import { OptionGroup } from './option-group.tsx';
import type { Field } from './parts.ts';
import { TextField } from './text-field.tsx';

type Value = ModalValues[string];

interface ModalFieldProps {
  readonly field: Field;
  readonly value: Value;
  readonly error: string | undefined;
  readonly onChange: (value: Value) => void;
}

const strings = (value: Value): readonly string[] => (Array.isArray(value) ? value : []);

interface ControlProps extends ModalFieldProps {
  readonly id: string;
  readonly describedBy: string | undefined;
}

function Control({ field, value, error, onChange, id, describedBy }: ControlProps) {
  const { view } = useSandbox();
  const { component, required } = field;
  const invalid = error !== undefined;
  const spoken = required ? `${field.label}, required` : field.label;
  const text = typeof value === 'string' ? value : '';
  switch (component.type) {
    case ComponentType.TextInput:
      return (
        <TextField {...{ id, required, invalid, describedBy, onChange }} input={component} value={text} />
      );
    case ComponentType.RadioGroup:
      return (
        <OptionGroup
          {...{ id, invalid, describedBy }}
          name={field.id}
          kind="radio"
          options={component.options}
          values={[text]}
          label={spoken}
          onChange={(values) => onChange(values[0] ?? '')}
        />
      );
    case ComponentType.CheckboxGroup:
      return (
        <OptionGroup
          {...{ id, invalid, describedBy, onChange }}
          name={field.id}
          kind="checkbox"
          options={component.options}
          values={strings(value)}
          label={spoken}
        />
      );
    case ComponentType.Checkbox:
      return (
        <OptionGroup
          {...{ id, invalid, describedBy }}
          name={field.id}
          kind="checkbox"
          options={[{ value: 'true', label: field.label }]}
          values={value === true ? ['true'] : []}
          onChange={(values) => onChange(values.length > 0)}
        />
      );
    default:
      return (
        <SelectBox
          {...{ id, invalid, describedBy, onChange }}
          label={spoken}
          placeholder={component.placeholder ?? 'Make a selection'}
          options={selectOptions(view, component)}
          values={strings(value)}
          min={0}
          max={component.max_values ?? 1}
          commit="each"
          search={component.type !== ComponentType.StringSelect}
        />
      );
  }
}

/** One labelled part of a modal with its description and, in red, what is wrong with it. */
export function ModalField(props: ModalFieldProps) {
  const { field, error } = props;
  const id = `field-${field.id}`;
  const described = [field.description ? `${id}-about` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  const { type } = field.component;
  const native = type === ComponentType.TextInput;
  const single = type === ComponentType.Checkbox;
  const label = (
    <>
      {field.label}
      {field.required ? (
        <span class="required" title="Required">
          {' '}
          *<span class="unseen"> required</span>
        </span>
      ) : null}
    </>
  );
  return (
    <div class="modal-field">
      {native ? (
        <label class="field-label" for={id}>
          {label}
        </label>
      ) : single ? null : (
        <span class="field-label" aria-hidden="true">
          {label}
        </span>
      )}
      {field.description ? (
        <span class="field-about" id={`${id}-about`}>
          {field.description}
        </span>
      ) : null}
      <Control {...props} id={id} describedBy={described === '' ? undefined : described} />
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          <WarningIcon size={16} /> {error}
        </p>
      )}
    </div>
  );
}
