import type { APITextInputComponent } from 'discord-api-types/v10';
import { TextInputStyle } from 'discord-api-types/v10';

interface TextFieldProps {
  readonly id: string;
  readonly input: APITextInputComponent;
  readonly value: string;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (value: string) => void;
}

const MOST = 4000;

/** A short or a long text with its counter. */
export function TextField({ id, input, value, required, invalid, describedBy, onChange }: TextFieldProps) {
  const max = input.max_length ?? MOST;
  const shared = {
    id,
    class: invalid ? 'text-field invalid' : 'text-field',
    value,
    placeholder: input.placeholder ?? '',
    maxLength: max,
    'aria-required': required,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    autocomplete: 'off',
  } as const;
  return (
    <div class="text-field-box">
      {input.style === TextInputStyle.Paragraph ? (
        <textarea {...shared} rows={4} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {input.max_length === undefined && input.style === TextInputStyle.Short ? null : (
        <span class="counter" aria-hidden="true">
          {value.length}/{max}
        </span>
      )}
    </div>
  );
}
