/** The fields of modals. */
import { ComponentType } from 'discord-api-types/v10';
import { asNumber, type Json } from '../json.ts';
import { checkCustomId, checkDefaults, checkOptions, checkSelect, SELECTS, type SeenIds } from './inputs.ts';
import { checkChoice, checkInteger, checkText, type Issues, type Path } from './issues.ts';

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
