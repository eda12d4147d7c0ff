import { ComponentType } from 'discord-api-types/v10';
import { asJson, type Json } from '../json.ts';
import { checkLabelled, checkTextInput } from './fields.ts';
import { checkCustomId, type SeenIds } from './inputs.ts';
import { checkChoice, checkList, checkText, type Issues, type Path } from './issues.ts';

const DATA: Path = ['data'];
const TOP = [ComponentType.ActionRow, ComponentType.TextDisplay, ComponentType.Label];

function checkPart(issues: Issues, path: Path, part: Json, seen: SeenIds): void {
  if (!checkChoice(issues, [...path, 'type'], part.type, TOP)) return;
  if (part.type === ComponentType.TextDisplay) {
    checkText(issues, [...path, 'content'], part.content, { required: true, min: 1, max: 4000 });
  } else if (part.type === ComponentType.Label) {
    checkText(issues, [...path, 'label'], part.label, { required: true, min: 1, max: 45 });
    checkText(issues, [...path, 'description'], part.description, { max: 100 });
    checkLabelled(issues, [...path, 'component'], asJson(part.component), seen);
  } else {
    const inputs = checkList(issues, [...path, 'components'], part.components, {
      required: true,
      min: 1,
      max: 1,
    });
    inputs.forEach((input, index) => {
      const at = [...path, 'components', index];
      if (checkChoice(issues, [...at, 'type'], asJson(input).type, [ComponentType.TextInput])) {
        checkTextInput(issues, at, asJson(input), seen, false);
      }
    });
  }
}

/** A modal: title up to 45, 1 to 5 parts. */
export function checkModal(issues: Issues, data: Json): void {
  checkText(issues, [...DATA, 'title'], data.title, { required: true, min: 1, max: 45 });
  checkCustomId(issues, DATA, data.custom_id, new Set());
  const seen: SeenIds = new Set();
  const parts = checkList(issues, [...DATA, 'components'], data.components, {
    required: true,
    min: 1,
    max: 5,
  });
  parts.forEach((part, index) => {
    checkPart(issues, [...DATA, 'components', index], asJson(part), seen);
  });
}
