/** What is read of a message, as a reader meets it: without marks, emoji, commands and pings. */
import type { Panel } from '../../src/discord/panel.ts';

/** A text that the bot says, under the name of the function that says it. */
export interface ReadText {
  readonly name: string;
  readonly text: string;
  /** School year whose pupils must be able to read it: 8, or 6 where every second counts. */
  readonly most: 8 | 6;
}

/** The words of a text as sentences: a line, a part between dots and, as Flesch counted, a semicolon
 * end like one. */
export function spoken(text: string): string {
  return text
    .replace(/`[^`]*`|<[@#][^>]*>|https?:\S+/g, ' ')
    .replace(/[*_~#>]|^-# |^- /gm, '')
    .replace(/\p{Extended_Pictographic}\uFE0F?/gu, '')
    .replace(/→/g, 'to')
    .split(/\n| · |(?<=;) /)
    .map((line) => line.trim())
    .filter((line) => /\p{L}/u.test(line))
    .map((line) => (/[.!?]["”)]?$/.test(line) ? line : `${line.replace(/[:;,]$/, '')}.`))
    .join(' ');
}

/** The texts of a panel: its content, and of each embed the description and fields. Titles, menus and footers are labels. */
export function textsOfPanel(name: string, panel: Panel, most: ReadText['most'] = 8): ReadText[] {
  const embeds = panel.embeds ?? [];
  const texts = [
    panel.content ?? '',
    ...embeds.flatMap(({ description = '', fields = [] }) => [
      description,
      ...fields.map(({ value }) => value),
    ]),
  ];
  return texts.filter((text) => text !== '').map((text) => ({ name, text, most }));
}

/** The same text by the same name, once. */
export function onceEach(texts: readonly ReadText[]): ReadText[] {
  return [...new Map(texts.map((each) => [`${each.name}\n${each.text}`, each])).values()];
}
