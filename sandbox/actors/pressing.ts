import { buttonsOf, chooseFrom, pressButton, selectsOf } from '../people/components.ts';
import { type FieldValue, fieldsOf, submitModal } from '../people/modals.ts';
import { ClientRefusal } from '../people/place.ts';
import { beginInteraction } from '../world/interactions.ts';
import type { InteractionState, MessageRecord, ModalState } from '../world.ts';
import type { Actor, Answer } from './actor.ts';
import { answerTo, channelAt, modalOf, placeOf, recordOf, type Setting } from './setting.ts';

type Pressing = 'press' | 'pressTwice' | 'choose' | 'submit' | 'submitTwice' | 'raw';

const plain = (label: string) =>
  label
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

function customIdOf(record: MessageRecord, label: string): string {
  const buttons = buttonsOf(record);
  const found =
    buttons.find((button) => 'label' in button && button.label === label) ??
    buttons.find((button) => 'label' in button && plain(button.label ?? '') === plain(label));
  if (found) return found.custom_id;
  const there = buttons.map((button) => ('label' in button ? button.label : '')).join(', ');
  throw new ClientRefusal(`There is no button ${label}; there are: ${there || 'none'}`);
}

function byLabel(
  modal: ModalState,
  values: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  const fields = fieldsOf(modal);
  const entries = Object.entries(values).map(([label, value]) => {
    const field =
      fields.find((one) => one.label === label) ?? fields.find((one) => plain(one.label) === plain(label));
    if (!field)
      throw new ClientRefusal(
        `The form has no field ${label}; there are: ${fields.map((one) => one.label).join(', ')}`,
      );
    return [field.customId, value] as const;
  });
  return Object.fromEntries(entries);
}

/** Both at once, so that the second is under way before the first is answered. */
async function twice(setting: Setting, begin: () => InteractionState): Promise<readonly [Answer, Answer]> {
  const first = begin();
  const second = begin();
  return Promise.all([answerTo(setting, first), answerTo(setting, second)]);
}

/** Buttons, selects, forms, and interactions that no client would send. */
export function componentParts(setting: Setting): Pick<Actor, Pressing> {
  const press = (on: Answer | MessageRecord, label: string) => {
    const record = recordOf(on);
    return pressButton(placeOf(setting, record.channelId), record, customIdOf(record, label));
  };
  const submit = (answer: Answer, values: Readonly<Record<string, FieldValue>>) => {
    const modal = modalOf(answer);
    return submitModal(placeOf(setting, modal.channelId), modal, byLabel(modal, values));
  };
  return {
    press: async (on, label) => answerTo(setting, press(on, label)),
    pressTwice: async (on, label) => twice(setting, () => press(on, label)),
    async choose(on, menu, ...labels) {
      const record = recordOf(on);
      const select = selectsOf(record).find((one) => one.placeholder === menu || one.custom_id === menu);
      if (!select) throw new ClientRefusal(`There is no menu ${menu}`);
      return answerTo(
        setting,
        chooseFrom(placeOf(setting, record.channelId), record, select.custom_id, labels),
      );
    },
    submit: async (modal, values = {}) => answerTo(setting, submit(modal, values)),
    submitTwice: async (modal, values = {}) => twice(setting, () => submit(modal, values)),
    async raw(payload, where) {
      const { world, userId } = setting;
      const { type, data, source = null, overrides = {} } = payload;
      const channel = source ? placeOf(setting, source.channelId).channel : channelAt(setting, where);
      return answerTo(setting, beginInteraction(world, { type, data, userId, channel, source, overrides }));
    },
  };
}
