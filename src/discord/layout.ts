/** The few shapes that every `messages.ts` builds from. */
import {
  ActionRowBuilder,
  ButtonBuilder,
  LabelBuilder,
  type MessageActionRowComponentBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
} from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  TextInputStyle,
} from 'discord-api-types/v10';

/** One choice of a select: its label, its value, a line on what it means. */
export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/** The same choices as an option of a command offers them. */
export function optionChoices(choices: readonly Choice[]): { name: string; value: string }[] {
  return choices.map(({ label, value }) => ({ name: label, value }));
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A row of up to 5 buttons, or of one select. */
export function row(...components: MessageActionRowComponentBuilder[]): Row {
  return new ActionRowBuilder<MessageActionRowComponentBuilder>()
    .addComponents(components)
    .toJSON() as unknown as Row;
}

export type ButtonKind = 'main' | 'plain' | 'danger';

const STYLES = {
  main: ButtonStyle.Primary,
  plain: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

/** A button; disabled ones show what has been done. */
export function button(
  id: string,
  label: string,
  kind: ButtonKind = 'plain',
  disabled = false,
): ButtonBuilder {
  return new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(STYLES[kind]).setDisabled(disabled);
}

/** A select of up to 25 choices, the chosen one marked. */
export function select(
  id: string,
  placeholder: string,
  choices: readonly Choice[],
  chosen: readonly string[] = [],
): StringSelectMenuBuilder {
  return new StringSelectMenuBuilder()
    .setCustomId(id)
    .setPlaceholder(placeholder)
    .addOptions(choices.map((choice) => ({ ...choice, default: chosen.includes(choice.value) })));
}

/** A select inside a form. `atMost` above 1 lets several be chosen. */
export function selectField(
  id: string,
  label: string,
  choices: readonly Choice[],
  field: {
    readonly chosen?: readonly string[];
    readonly required?: boolean;
    readonly atMost?: number;
    readonly hint?: string;
    readonly placeholder?: string;
  } = {},
): LabelBuilder {
  const menu = select(id, field.placeholder ?? 'Choose', choices, field.chosen)
    .setRequired(field.required ?? false)
    .setMinValues(field.required ? 1 : 0)
    .setMaxValues(field.atMost ?? 1);
  return labelled(label, field.hint).setStringSelectMenuComponent(menu);
}

/** A text line, or a paragraph, inside a form. */
export function textField(
  id: string,
  label: string,
  field: {
    readonly value?: string | undefined;
    readonly required?: boolean;
    readonly hint?: string;
    readonly placeholder?: string;
    readonly max: number;
    readonly paragraph?: boolean;
  },
): LabelBuilder {
  const input = new TextInputBuilder()
    .setCustomId(id)
    .setStyle(field.paragraph ? TextInputStyle.Paragraph : TextInputStyle.Short)
    .setRequired(field.required ?? false)
    .setMaxLength(field.max);
  if (field.placeholder) input.setPlaceholder(field.placeholder);
  if (field.value) input.setValue(field.value.slice(0, field.max));
  return labelled(label, field.hint).setTextInputComponent(input);
}

/** A part of a form: its label (up to 45 characters) and a hint (up to 100). */
export function labelled(label: string, hint?: string): LabelBuilder {
  const part = new LabelBuilder().setLabel(label);
  return hint ? part.setDescription(hint) : part;
}

/** Colours of embeds; the words always say the same. */
export const COLOURS = { red: 0xda373c, amber: 0xf0a020, green: 0x23a55a, plain: 0x5865f2 } as const;
