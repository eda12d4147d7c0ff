/** Buttons, selects, and the fields of modals. */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { asJson, asNumber, type Json } from '../json.ts';
import { checkChoice, checkInteger, checkList, checkText, type Issues, type Path } from './issues.ts';

const CUSTOM_ID = { required: true, min: 1, max: 100 };
export const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];
const BUTTON_STYLES = [1, 2, 3, 4, 5, 6];

/** Custom ids seen so far in one message or modal: each may appear once. */
export type SeenIds = Set<string>;

/** A custom id: 1 to 100 characters, once. */
export function checkCustomId(issues: Issues, path: Path, value: unknown, seen: SeenIds): void {
  checkText(issues, [...path, 'custom_id'], value, CUSTOM_ID);
  if (typeof value !== 'string') return;
  if (seen.has(value)) {
    issues.add(
      [...path, 'custom_id'],
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
  }
  seen.add(value);
}

/** A button: style, label up to 80, and a custom id or a link, never both. */
export function checkButton(issues: Issues, path: Path, button: Json, seen: SeenIds): void {
  if (!checkChoice(issues, [...path, 'style'], button.style, BUTTON_STYLES)) return;
  checkText(issues, [...path, 'label'], button.label, { max: 80 });
  if (button.style === ButtonStyle.Premium) return;
  if (!button.label && !button.emoji)
    issues.add([...path, 'label'], 'BASE_TYPE_REQUIRED', 'A label or an emoji is required');
  if (button.style === ButtonStyle.Link) {
    checkText(issues, [...path, 'url'], button.url, { required: true, min: 1, max: 512 });
    if (button.custom_id !== undefined) {
      issues.add(
        [...path, 'custom_id'],
        'BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
        'A custom id and url cannot both be specified',
      );
    }
    return;
  }
  checkCustomId(issues, path, button.custom_id, seen);
  if (button.url !== undefined) {
    issues.add(
      [...path, 'url'],
      'BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
      'A custom id and url cannot both be specified',
    );
  }
}

function checkOptions(issues: Issues, path: Path, value: unknown, min: number, max: number): readonly Json[] {
  const options = checkList(issues, [...path, 'options'], value, { required: true, min, max }).map(asJson);
  const values = new Set<unknown>();
  options.forEach((option, index) => {
    const at = [...path, 'options', index];
    checkText(issues, [...at, 'label'], option.label, { required: true, min: 1, max: 100 });
    checkText(issues, [...at, 'value'], option.value, { required: true, min: 1, max: 100 });
    checkText(issues, [...at, 'description'], option.description, { max: 100 });
    if (values.has(option.value)) {
      issues.add(
        [...at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    values.add(option.value);
  });
  return options;
}

function checkDefaults(issues: Issues, path: Path, options: readonly Json[], most: number): void {
  if (options.filter((option) => option.default === true).length > most) {
    issues.add(
      [...path, 'options'],
      'SELECT_COMPONENT_TOO_MANY_DEFAULTS',
      `At most ${most} options may be the default`,
    );
  }
}

/** Any of the five selects; in a modal none may be disabled. */
export function checkSelect(issues: Issues, path: Path, select: Json, seen: SeenIds, inModal: boolean): void {
  checkCustomId(issues, path, select.custom_id, seen);
  checkText(issues, [...path, 'placeholder'], select.placeholder, { max: 150 });
  checkInteger(issues, [...path, 'min_values'], select.min_values, 0, 25);
  checkInteger(issues, [...path, 'max_values'], select.max_values, 1, 25);
  const most = asNumber(select.max_values, 1);
  if (asNumber(select.min_values, 1) > most) {
    issues.add(
      [...path, 'min_values'],
      'SELECT_COMPONENT_MIN_VALUES_TOO_LARGE',
      'min_values cannot exceed max_values',
    );
  }
  if (select.type === ComponentType.StringSelect) {
    const options = checkOptions(issues, path, select.options, 1, 25);
    checkDefaults(issues, path, options, most);
    if (
      options.length > 0 &&
      (asNumber(select.max_values, 1) > options.length || asNumber(select.min_values) > options.length)
    ) {
      issues.add(
        [...path, 'max_values'],
        'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
        'max_values exceeds the number of options',
      );
    }
  }
  if (inModal && select.disabled === true) {
    issues.add(
      [...path, 'disabled'],
      'COMPONENT_DISABLED_IN_MODAL',
      'A select in a modal cannot be disabled',
    );
  }
}

/** A text input, 1 to 4000 characters; its own label only in the deprecated action row. */
export function checkTextInput(
  issues: Issues,
  path: Path,
  input: Json,
  seen: SeenIds,
  inLabel: boolean,
): void {
  checkCustomId(issues, path, input.custom_id, seen);
  checkChoice(issues, [...path, 'style'], input.style, [1, 2]);
  checkText(issues, [...path, 'placeholder'], input.placeholder, { max: 100 });
  checkInteger(issues, [...path, 'min_length'], input.min_length, 0, 4000);
  checkInteger(issues, [...path, 'max_length'], input.max_length, 1, 4000);
  checkText(issues, [...path, 'value'], input.value, { max: asNumber(input.max_length, 4000) });
  if (asNumber(input.min_length) > asNumber(input.max_length, 4000)) {
    issues.add([...path, 'min_length'], 'NUMBER_TYPE_MAX', 'min_length cannot exceed max_length');
  }
  if (!inLabel) checkText(issues, [...path, 'label'], input.label, { required: true, min: 1, max: 45 });
  else if (input.label !== undefined) {
    issues.add(
      [...path, 'label'],
      'COMPONENT_LABEL_NOT_ALLOWED',
      'A text input in a Label has no label of its own',
    );
  }
}

const COUNTED: readonly number[] = [ComponentType.CheckboxGroup, ComponentType.FileUpload];
const OTHER_FIELDS: readonly number[] = [...COUNTED, ComponentType.RadioGroup, ComponentType.Checkbox];

function checkOtherField(issues: Issues, path: Path, field: Json, seen: SeenIds): void {
  checkCustomId(issues, path, field.custom_id, seen);
  if (COUNTED.includes(asNumber(field.type))) {
    checkInteger(issues, [...path, 'min_values'], field.min_values, 0, 10);
    checkInteger(issues, [...path, 'max_values'], field.max_values, 1, 10);
  }
  if (field.type === ComponentType.RadioGroup) {
    checkDefaults(issues, path, checkOptions(issues, path, field.options, 2, 10), 1);
  } else if (field.type === ComponentType.CheckboxGroup) {
    const options = checkOptions(issues, path, field.options, 1, 10);
    checkDefaults(issues, path, options, asNumber(field.max_values, options.length));
  }
}

/** What a Label may hold: a text input, a select, a file upload, a radio or checkbox group, a checkbox. */
export function checkLabelled(issues: Issues, path: Path, field: Json, seen: SeenIds): void {
  const type = asNumber(field.type);
  if (SELECTS.includes(type)) checkSelect(issues, path, field, seen, true);
  else if (type === ComponentType.TextInput) checkTextInput(issues, path, field, seen, true);
  else if (checkChoice(issues, [...path, 'type'], field.type, [4, ...SELECTS, ...OTHER_FIELDS])) {
    checkOtherField(issues, path, field, seen);
  }
}
