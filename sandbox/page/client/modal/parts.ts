/** A modal's parts as a flat list, whichever way they were wrapped. */
import type {
  APIComponentInLabel,
  APIFileUploadComponent,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import type { ModalValues } from '../../../protocol.ts';
import { defaultValues } from '../components/choices.tsx';

/** Anything that a person fills in; files cannot be, in the sandbox. */
export type FieldComponent = Exclude<APIComponentInLabel, APIFileUploadComponent>;

export interface Field {
  readonly kind: 'field';
  readonly id: string;
  readonly label: string;
  readonly description: string | null;
  readonly required: boolean;
  readonly component: FieldComponent;
}

export interface Words {
  readonly kind: 'words';
  readonly text: string;
}

type Value = ModalValues[string];

function field(label: string, description: string | null, component: FieldComponent): Field {
  const required = component.type === ComponentType.Checkbox ? false : (component.required ?? true);
  return { kind: 'field', id: component.custom_id, label, description, required, component };
}

/** The parts of a modal in order; a file upload is replaced by words that say it cannot be used here. */
export function partsOf(data: APIModalInteractionResponseCallbackData): (Field | Words)[] {
  return data.components.flatMap((part): (Field | Words)[] => {
    switch (part.type) {
      case ComponentType.TextDisplay:
        return [{ kind: 'words', text: part.content }];
      case ComponentType.ActionRow:
        return part.components.map((input) => field(input.label ?? '', null, input));
      case ComponentType.Label:
        return part.component.type === ComponentType.FileUpload
          ? [{ kind: 'words', text: `**${part.label}**\nFiles cannot be uploaded in the sandbox.` }]
          : [field(part.label, part.description ?? null, part.component)];
      default:
        return [];
    }
  });
}

function initial(component: FieldComponent): Value {
  switch (component.type) {
    case ComponentType.TextInput:
      return component.value ?? '';
    case ComponentType.Checkbox:
      return component.default ?? false;
    case ComponentType.RadioGroup:
      return component.options.find((option) => option.default)?.value ?? '';
    case ComponentType.CheckboxGroup:
      return component.options.filter((option) => option.default).map((option) => option.value);
    default:
      return defaultValues(component);
  }
}

/** What stands in each field when the modal opens, by custom id. */
export function initialValues(parts: readonly (Field | Words)[]): ModalValues {
  const fields = parts.filter((part) => part.kind === 'field');
  return Object.fromEntries(fields.map((one) => [one.id, initial(one.component)]));
}

function checkText(text: string, min: number | undefined, max: number | undefined): string | null {
  if (min !== undefined && text.length > 0 && text.length < min) return `Must be ${min} or more in length.`;
  return max !== undefined && text.length > max ? `Must be ${max} or fewer in length.` : null;
}

function checkCount(count: number, min: number, max: number): string | null {
  if (count < min && count > 0) return `Choose at least ${min}.`;
  return count > max ? `Choose at most ${max}.` : null;
}

function check({ component, required }: Field, value: Value): string | null {
  const empty = Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === '';
  if (required && empty) return 'This field is required.';
  if (component.type === ComponentType.TextInput && typeof value === 'string') {
    return checkText(value, component.min_length, component.max_length);
  }
  if (!Array.isArray(value)) return null;
  const several = 'min_values' in component || 'max_values' in component;
  return several
    ? checkCount(value.length, component.min_values ?? 1, component.max_values ?? value.length)
    : null;
}

/** What is wrong, by custom id; empty when the modal may be sent. */
export function checkValues(parts: readonly (Field | Words)[], values: ModalValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const part of parts) {
    if (part.kind !== 'field') continue;
    const error = check(part, values[part.id] ?? '');
    if (error !== null) errors[part.id] = error;
  }
  return errors;
}

/** The values to send: a radio group without a choice is left out. */
export function submission(parts: readonly (Field | Words)[], values: ModalValues): ModalValues {
  const kept = parts.filter(
    (part) =>
      part.kind === 'field' && !(part.component.type === ComponentType.RadioGroup && values[part.id] === ''),
  );
  return Object.fromEntries(
    kept.map((part) => (part.kind === 'field' ? [part.id, values[part.id] ?? ''] : ['', ''])),
  );
}
