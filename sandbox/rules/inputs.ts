/** Buttons, selects and custom ids. */
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

/** Options of a select or group: labels, and values that differ. */
export function checkOptions(
  issues: Issues,
  path: Path,
  value: unknown,
  min: number,
  max: number,
): readonly Json[] {
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

/** Options chosen from the start: not more than may be chosen. */
export function checkDefaults(issues: Issues, path: Path, options: readonly Json[], most: number): void {
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
