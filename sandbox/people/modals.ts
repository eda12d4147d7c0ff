/** Filling in and sending modals, with the checks of Discord's own client. */
import { ComponentType, InteractionType } from 'discord-api-types/v10';
import { asJson, asList, asNumber, asText, type Json } from '../json.ts';
import { SELECTS } from '../rules/inputs.ts';
import { beginInteraction } from '../world/interactions.ts';
import type { InteractionState, ModalState } from '../world.ts';
import { optionValue, selectValues } from './components.ts';
import { ClientRefusal, type Place } from './place.ts';
import { type Found, resolved } from './resolve.ts';

export type FieldValue = string | boolean | readonly string[];

/** A field of a modal: its label, its component, and the part around it. */
export interface ModalField {
  readonly label: string;
  readonly customId: string;
  readonly component: Json;
  readonly part: Json;
}

/** The fields of a modal, top to bottom; text displays left out. */
export function fieldsOf(modal: ModalState): readonly ModalField[] {
  return asList(modal.data.components).flatMap((entry) => {
    const part = asJson(entry);
    const component =
      part.type === ComponentType.Label ? asJson(part.component) : asJson(asList(part.components)[0]);
    if (part.type === ComponentType.TextDisplay) return [];
    const label = asText(part.type === ComponentType.Label ? part.label : component.label);
    return [{ label, customId: asText(component.custom_id), component, part }];
  });
}

/** What a field holds when the modal opens. */
export function prefilled(component: Json): FieldValue {
  const defaults = () =>
    asList(component.options)
      .map(asJson)
      .filter((option) => option.default === true);
  switch (component.type) {
    case ComponentType.TextInput:
      return asText(component.value);
    case ComponentType.Checkbox:
      return component.default === true;
    case ComponentType.RadioGroup:
      return asText(defaults()[0]?.value);
    case ComponentType.StringSelect:
    case ComponentType.CheckboxGroup:
      return defaults().map((option) => asText(option.value));
    default:
      return asList(component.default_values).map((entry) => asText(asJson(entry).id));
  }
}

function several(value: FieldValue): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'boolean' ? [String(value)] : value;
}

function textValue(field: ModalField, value: FieldValue): string {
  const { component, label } = field;
  const text = typeof value === 'string' ? value : several(value).join(', ');
  const required = component.required !== false;
  if (text === '' && !required) return text;
  if (text.trim() === '' && required) throw new ClientRefusal(`${label}: this field is required`);
  if (text.length < asNumber(component.min_length))
    throw new ClientRefusal(`${label}: at least ${asNumber(component.min_length)} characters`);
  const most = asNumber(component.max_length, 4000);
  if (text.length > most) throw new ClientRefusal(`${label}: at most ${most} characters`);
  return text;
}

function refuseCount(field: ModalField, count: number, most: number): void {
  const { component, label } = field;
  const required = component.required !== false;
  if (count === 0 && !required) return;
  const least = required ? Math.max(1, asNumber(component.min_values, 1)) : asNumber(component.min_values);
  if (count < least)
    throw new ClientRefusal(
      `${label}: ${count === 0 ? 'this field is required' : `choose at least ${least}`}`,
    );
  if (count > most) throw new ClientRefusal(`${label}: choose at most ${most}`);
}

function submitted(place: Place, field: ModalField, value: FieldValue, found: Found[]): Json {
  const { component } = field;
  const base = { type: component.type, id: component.id, custom_id: component.custom_id };
  if (component.type === ComponentType.TextInput) return { ...base, value: textValue(field, value) };
  if (component.type === ComponentType.Checkbox)
    return { ...base, value: value === true || value === 'true' };
  if (component.type === ComponentType.RadioGroup) {
    const [only] = several(value);
    refuseCount(field, only === undefined ? 0 : 1, 1);
    return { ...base, value: only === undefined ? null : optionValue(component, only) };
  }
  if (component.type === ComponentType.CheckboxGroup) {
    const values = several(value).map((name) => optionValue(component, name));
    refuseCount(field, values.length, asNumber(component.max_values, asList(component.options).length));
    return { ...base, values };
  }
  if (!SELECTS.includes(asNumber(component.type))) {
    if (component.required !== false)
      throw new ClientRefusal(`${field.label}: the sandbox's people have no files to send`);
    return { ...base, values: [] };
  }
  const chosen = selectValues(place, component, several(value));
  refuseCount(field, chosen.values.length, asNumber(component.max_values, 1));
  found.push(...chosen.found);
  return { ...base, values: chosen.values };
}

/** Sends a modal; values by custom id, unspecified fields keep what they held. Throws ClientRefusal. */
export function submitModal(
  place: Place,
  modal: ModalState,
  values: Readonly<Record<string, FieldValue>>,
): InteractionState {
  const found: Found[] = [];
  const fields = fieldsOf(modal);
  const unknown = Object.keys(values).find((id) => !fields.some((field) => field.customId === id));
  if (unknown !== undefined) throw new ClientRefusal(`The form has no field ${unknown}`);
  const components = asList(modal.data.components).map((entry) => {
    const part = asJson(entry);
    const field = fields.find((one) => one.part === entry);
    if (!field) return { type: part.type, id: part.id };
    const component = submitted(place, field, values[field.customId] ?? prefilled(field.component), found);
    if (part.type === ComponentType.Label) return { type: part.type, id: part.id, component };
    return { type: part.type, id: part.id, components: [component] };
  });
  const chosen =
    found.length > 0 ? { resolved: resolved(place.world, place.channel, place.userId, found) } : {};
  modal.state = 'waiting';
  return beginInteraction(place.world, {
    type: InteractionType.ModalSubmit,
    userId: place.userId,
    channel: place.channel,
    source: modal.source,
    command: modal.command,
    submits: modal,
    data: { custom_id: modal.data.custom_id, components, ...chosen },
  });
}
