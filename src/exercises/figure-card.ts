import { FONT_FAMILY } from '../charts/render-svg.ts';
import type { Colours } from './figure-colours.ts';
import { type Drawing, heightIn, placed } from './figure-drawing.ts';
import { textWidth, wrapped } from './figure-text.ts';

/** What stands on a card: the exercise's place in the set, its name and dose in lines, and its picture. */
export interface Card {
  readonly place: number;
  readonly name: readonly string[];
  readonly dose: readonly string[];
  readonly drawing: Drawing;
}

/** Where a card stands on the sheet, in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The width in points of one column's card. */
export const COLUMN = 183;

const [INSET, BADGE, INDENT] = [10, 11, 30];
const [NAME, NAME_LINE, DOSE, DOSE_LINE] = [14, 17, 12.5, 16];
const FIGURE = { width: COLUMN - 2 * INSET, height: 118 } as const;
const GAP = 8;

/** Breaks a name and a dose into lines that stay inside a column. */
export function cardText(text: { readonly name: string; readonly dose: string }) {
  const room = COLUMN - 2 * INSET - INDENT;
  return { name: wrapped(text.name, NAME, room), dose: wrapped(text.dose, DOSE, room) };
}

/** The height in points that a card needs: words above the picture, or beside it on a `wide` card. */
export function cardHeight(card: Card, wide: boolean): number {
  const words = card.name.length * NAME_LINE + card.dose.length * DOSE_LINE + 4;
  const figure = heightIn(card.drawing, FIGURE.width, FIGURE.height);
  return 2 * INSET + (wide ? Math.max(words, figure) : words + GAP + figure);
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function line(x: number, y: number, size: number, weight: number, colour: string, text: string): string {
  return `<text x="${x}" y="${y}" font-family="${FONT_FAMILY}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(text)}</text>`;
}

/** Draws a card into its box as SVG, in points; the picture stands at the foot of the last column. */
export function drawCard(card: Card, box: Box, colours: Colours): string {
  const { x, y, width, height } = box;
  const [left, top] = [x + INSET + INDENT, y + INSET];
  const mark = String(card.place);
  const centre = { x: x + INSET + BADGE, y: top + BADGE };
  const doseTop = top + card.name.length * NAME_LINE;
  const place = { ...FIGURE, x: x + width - INSET - FIGURE.width, y: y + height - INSET - FIGURE.height };
  return [
    `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="12" fill="${colours.card}" stroke="${colours.edge}"/>`,
    `<circle cx="${centre.x}" cy="${centre.y}" r="${BADGE}" fill="${colours.badge}"/>`,
    line(centre.x - textWidth(mark, 13) / 2, centre.y + 4.7, 13, 600, colours.badgeText, mark),
    ...card.name.map((text, index) =>
      line(left, top + 15 + index * NAME_LINE, NAME, 600, colours.text, text),
    ),
    ...card.dose.map((text, index) =>
      line(left, doseTop + 14 + index * DOSE_LINE, DOSE, 400, colours.quiet, text),
    ),
    placed(card.drawing, place, colours),
  ].join('');
}
