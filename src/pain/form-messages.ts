/** The forms of `/pain`, and the choices that they and its options offer. */
import { CheckboxGroupBuilder, ModalBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, type Choice, labelled, row, selectField, textField } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { type Typed, textOf } from '../reading.ts';
import { AREAS, type Area, areaFromText, areaLabel, findAreas } from './areas.ts';
import { KINDS, type Kind, type Phase } from './rules.ts';
import type { PainReport } from './store.ts';

export const PHASE_CHOICES: readonly (Choice & { value: Phase })[] = [
  { label: 'Before the session', value: 'before' },
  { label: 'During it', value: 'during' },
  { label: 'After it', value: 'after' },
  { label: 'The next morning', value: 'next-morning' },
];

/** "Pins and needles". */
export const KIND_CHOICES: readonly (Choice & { value: Kind })[] = KINDS.map((kind) => {
  const words = kind.replaceAll('-', ' ');
  return { label: `${words[0]?.toUpperCase()}${words.slice(1)}`, value: kind };
});

/** Areas that fit into a form's menu of 25; all of them are in `/pain area:`. */
export const FORM_AREAS = AREAS.filter(
  ({ screenGroup, id }) =>
    (screenGroup !== 'other' && !/tailbone|outer-thigh/.test(id)) || /achilles|foot/.test(id),
);

/** The form's areas; what was typed comes first, so that the menu can always hold it. */
function areasFor(typed: string | undefined): readonly Area[] {
  if (typed === undefined) return FORM_AREAS;
  const meant = findAreas(typed).slice(0, 8);
  return [...meant, ...FORM_AREAS.filter((area) => !meant.includes(area))].slice(0, 25);
}

/** The pain scale as choices, both ends included. */
export function painNumbers(from: number, to: number): Choice[] {
  const words: Readonly<Record<number, string>> = { 0: '0: no pain', 10: '10: worst imaginable' };
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    label: words[from + i] ?? `${from + i}`,
    value: `${from + i}`,
  }));
}

/** The form of `/pain`; `typed` fills it. */
export function painForm(id: string, typed: Typed): APIModalInteractionResponseCallbackData {
  const areas = areasFor(textOf(typed, 'area')).map(({ id: value, label }) => ({ label, value }));
  return new ModalBuilder()
    .setCustomId(id)
    .setTitle('Pain')
    .addLabelComponents(
      selectField('area', 'Where? (more places: /pain area:)', areas, {
        required: true,
        chosen: [areaFromText(textOf(typed, 'area') ?? '') ?? ''],
      }),
      selectField('now', 'Pain now, 0 to 10', painNumbers(0, 10), {
        required: true,
        chosen: chosen(typed, 'now'),
      }),
      selectField('start', 'Pain when the session began', painNumbers(0, 10), {
        chosen: chosen(typed, 'start'),
      }),
      kindField(typed),
      signsField(typed),
    )
    .toJSON();
}

/** The form of Update: the same place, what may have changed, and what the first form has no room for. */
export function updateForm(report: PainReport, typed: Typed): APIModalInteractionResponseCallbackData {
  return new ModalBuilder()
    .setCustomId(customId('pain', 'save', { report: report.id }))
    .setTitle(`${areaLabel(report.area)}: how is it now?`)
    .addLabelComponents(
      selectField('now', 'Pain now, 0 to 10', painNumbers(0, 10), {
        required: true,
        chosen: chosen(typed, 'now'),
      }),
      selectField('when', 'When is this?', PHASE_CHOICES, { required: true, chosen: chosen(typed, 'when') }),
      textField('rep', 'At which rep did it begin?', {
        value: textOf(typed, 'rep'),
        placeholder: '6',
        max: 3,
      }),
      kindField(typed),
      signsField(typed),
    )
    .toJSON();
}

/** What the form of Update is filled with: all but the number that is asked for. */
export function updateOf(report: PainReport): Typed {
  return {
    when: report.phase,
    kind: report.kinds.join(','),
    growing: report.growing,
    'stride-changed': report.strideChanged,
    ...(report.rep === null ? {} : { rep: report.rep }),
  };
}

/** When the form cannot open at once. */
export function painFormPanel(): Panel {
  return {
    content: 'Now report your pain.',
    components: [row(button(customId('pain', 'open', {}), 'Open the form', 'main'))],
  };
}

function chosen(typed: Typed, field: string): string[] {
  return typed[field] === undefined ? [] : String(typed[field]).split(',');
}

function kindField(typed: Typed) {
  return selectField('kind', 'What kind?', KIND_CHOICES, {
    chosen: chosen(typed, 'kind'),
    atMost: KIND_CHOICES.length,
  });
}

function signsField(typed: Typed) {
  const ticked = (sign: string) => typed[sign] === true || chosen(typed, 'signs').includes(sign);
  const signs = new CheckboxGroupBuilder()
    .setCustomId('signs')
    .setRequired(false)
    .setMinValues(0)
    .setMaxValues(2)
    .addOptions(
      { label: 'It is growing', value: 'growing', default: ticked('growing') },
      {
        label: 'I limp, or my stride has changed',
        value: 'stride-changed',
        default: ticked('stride-changed'),
      },
    );
  return labelled('Is any of this so?').setCheckboxGroupComponent(signs);
}
