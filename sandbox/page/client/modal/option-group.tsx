import { CheckIcon } from '../icons.tsx';

interface GroupOption {
  readonly value: string;
  readonly label?: string;
  readonly description?: string;
}

interface OptionGroupProps {
  readonly id: string;
  readonly name: string;
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly GroupOption[];
  readonly values: readonly string[];
  /** Read out as the group's name; drawn by the field around it. */
  readonly label?: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

/** A radio group, or a group of check boxes; every row is one large target. */
export function OptionGroup(props: OptionGroupProps) {
  const { kind, options, values, onChange } = props;
  const toggle = (value: string) => {
    if (kind === 'radio') onChange([value]);
    else onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  };
  return (
    <fieldset
      class={props.invalid ? 'option-group invalid' : 'option-group'}
      id={props.id}
      aria-describedby={props.describedBy}
    >
      {props.label === undefined ? null : <legend class="unseen">{props.label}</legend>}
      {options.map((option) => (
        <label key={option.value} class="group-option">
          <input
            type={kind}
            name={props.name}
            value={option.value}
            checked={values.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <span class={`mark ${kind}`} aria-hidden="true">
            {kind === 'checkbox' ? <CheckIcon size={16} /> : null}
          </span>
          <span class="option-words">
            <span class="option-label">{option.label}</span>
            {option.description ? <span class="option-description">{option.description}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
