/** The components of messages: rows of buttons or one select, and Components V2. */
import { ComponentType } from 'discord-api-types/v10';
import { asJson, asList, asNumber, asText, type Json } from '../json.ts';
import { checkButton, checkSelect, SELECTS, type SeenIds } from './inputs.ts';
import { checkChoice, checkList, checkText, type Issues, type Path } from './issues.ts';

const MAX_ROWS = 5;
const MAX_IN_ROW = 5;
const MAX_V2 = 40;
const MAX_V2_TEXT = 4000;
const V2_TOP = [1, 9, 10, 12, 13, 14, 17];
const IN_CONTAINER = V2_TOP.filter((type) => type !== ComponentType.Container);

function checkRow(issues: Issues, path: Path, row: Json, seen: SeenIds): void {
  const parts = checkList(issues, [...path, 'components'], row.components, {
    required: true,
    min: 1,
    max: MAX_IN_ROW,
  });
  const types = parts.map((part) => asNumber(asJson(part).type));
  if (parts.length > 1 && types.some((type) => SELECTS.includes(type))) {
    issues.add([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select takes the whole row');
  }
  parts.forEach((entry, index) => {
    const part = asJson(entry);
    const at = [...path, 'components', index];
    if (part.type === ComponentType.Button) checkButton(issues, at, part, seen);
    else if (SELECTS.includes(asNumber(part.type))) checkSelect(issues, at, part, seen, false);
    else checkChoice(issues, [...at, 'type'], part.type, [ComponentType.Button, ...SELECTS]);
  });
}

function checkMedia(issues: Issues, path: Path, value: unknown): void {
  checkText(issues, [...path, 'url'], asJson(value).url, {
    required: true,
    min: 1,
    max: 2048,
    pattern: /^(https?|attachment):\/\//,
  });
}

function checkSection(issues: Issues, path: Path, section: Json, seen: SeenIds): void {
  checkList(issues, [...path, 'components'], section.components, { required: true, min: 1, max: 3 }).forEach(
    (entry, index) => {
      const part = asJson(entry);
      const at = [...path, 'components', index];
      if (checkChoice(issues, [...at, 'type'], part.type, [ComponentType.TextDisplay]))
        checkV2(issues, at, part, seen);
    },
  );
  const accessory = asJson(section.accessory);
  const at = [...path, 'accessory'];
  if (accessory.type === ComponentType.Button) checkButton(issues, at, accessory, seen);
  else if (
    checkChoice(issues, [...at, 'type'], accessory.type, [ComponentType.Button, ComponentType.Thumbnail])
  ) {
    checkMedia(issues, [...at, 'media'], accessory.media);
  }
}

function checkGallery(issues: Issues, path: Path, gallery: Json): void {
  const items = checkList(issues, [...path, 'items'], gallery.items, { required: true, min: 1, max: 10 });
  items.forEach((item, index) => {
    checkMedia(issues, [...path, 'items', index, 'media'], asJson(item).media);
    checkText(issues, [...path, 'items', index, 'description'], asJson(item).description, { max: 1024 });
  });
}

function checkContainer(issues: Issues, path: Path, container: Json, seen: SeenIds): void {
  const bounds = { required: true, min: 1, max: MAX_V2 };
  checkList(issues, [...path, 'components'], container.components, bounds).forEach((entry, index) => {
    const part = asJson(entry);
    const at = [...path, 'components', index];
    if (checkChoice(issues, [...at, 'type'], part.type, IN_CONTAINER)) checkV2(issues, at, part, seen);
  });
}

function checkV2(issues: Issues, path: Path, part: Json, seen: SeenIds): void {
  const content = { required: true, min: 1, max: MAX_V2_TEXT };
  if (part.type === ComponentType.ActionRow) checkRow(issues, path, part, seen);
  else if (part.type === ComponentType.Section) checkSection(issues, path, part, seen);
  else if (part.type === ComponentType.TextDisplay)
    checkText(issues, [...path, 'content'], part.content, content);
  else if (part.type === ComponentType.MediaGallery) checkGallery(issues, path, part);
  else if (part.type === ComponentType.File) checkMedia(issues, [...path, 'file'], part.file);
  else if (part.type === ComponentType.Container) checkContainer(issues, path, part, seen);
}

/** Every component in a tree. */
export function everyComponent(components: unknown): Json[] {
  return asList(components).flatMap((entry) => {
    const part = asJson(entry);
    const below = [...asList(part.components), part.component, part.accessory].filter(
      (one) => one !== undefined,
    );
    return [part, ...everyComponent(below)];
  });
}

function checkTotals(issues: Issues, components: unknown): void {
  const all = everyComponent(components);
  if (all.length > MAX_V2) {
    issues.add(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components cannot exceed ${MAX_V2}`,
    );
  }
  const texts = all.filter((part) => part.type === ComponentType.TextDisplay);
  const total = texts.reduce((sum, part) => sum + [...asText(part.content)].length, 0);
  if (total > MAX_V2_TEXT) {
    issues.add(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Displayable text cannot exceed ${MAX_V2_TEXT} characters`,
    );
  }
}

/** The components of a message; `v2` when its flags carry IsComponentsV2. */
export function checkComponents(issues: Issues, components: unknown, v2: boolean): void {
  const seen: SeenIds = new Set();
  const top = checkList(issues, ['components'], components, { max: v2 ? MAX_V2 : MAX_ROWS });
  const allowed = v2 ? V2_TOP : [ComponentType.ActionRow];
  top.forEach((entry, index) => {
    const part = asJson(entry);
    if (checkChoice(issues, ['components', index, 'type'], part.type, allowed))
      checkV2(issues, ['components', index], part, seen);
  });
  if (v2) checkTotals(issues, components);
}
