import { renderSvg } from '../charts/render-svg.ts';
import { type Card, COLUMN, cardHeight, cardText, drawCard } from './figure-card.ts';
import { COLOURS, type Theme } from './figure-colours.ts';
import { drawScene } from './figure-drawing.ts';
import { setAlt } from './figure-messages.ts';
import type { Scene } from './figure-scene.ts';
import { SCENES } from './figure-scenes.ts';

export { figureAlt } from './figure-messages.ts';

/** One exercise of a set: its number in handbook §7, and its name and dose as the set words them. */
export interface SetItem {
  readonly number: number;
  readonly name: string;
  readonly dose: string;
}

const [WIDTH, GAP, SHARP, MOST] = [390, 8, 2, 8];

/**
 * Draws a set as one sheet, 780 pixels wide for 390 points: a card for each exercise, two in a row, numbered by its
 * place in the set; `alt` says in up to 1024 characters what is drawn (handbook §7). Throws RangeError for no exercise,
 * for more than 8, and for a number outside 1 to 33.
 */
export function setPicture(items: readonly SetItem[], theme: Theme): { png: Uint8Array; alt: string } {
  return { png: renderSvg(setDrawing(items, theme), WIDTH * SHARP), alt: setAlt(items) };
}

/** The sheet of {@link setPicture} as SVG, 390 points wide. */
export function setDrawing(items: readonly SetItem[], theme: Theme): string {
  if (items.length < 1 || items.length > MOST)
    throw new RangeError(`${items.length} exercises on a sheet for 1 to 8`);
  const colours = COLOURS[theme];
  const cards = items.map(
    (item, index): Card => ({
      place: index + 1,
      ...cardText(item),
      drawing: drawScene(sceneOf(item.number), colours),
    }),
  );
  const drawn: string[] = [];
  let y = GAP;
  for (let first = 0; first < cards.length; first += 2) {
    const row = cards.slice(first, first + 2);
    const alone = row.length === 1;
    const width = alone ? WIDTH - 2 * GAP : COLUMN;
    const height = Math.ceil(Math.max(...row.map((card) => cardHeight(card, alone))));
    drawn.push(
      ...row.map((card, at) => drawCard(card, { x: GAP + at * (COLUMN + GAP), y, width, height }, colours)),
    );
    y += height + GAP;
  }
  const size = `width="${WIDTH}" height="${y}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect ${size} fill="${colours.page}"/>${drawn.join('')}</svg>`;
}

function sceneOf(number: number): Scene {
  const scene = SCENES[number];
  if (scene === undefined) throw new RangeError(`No exercise ${number} in the menu`);
  return scene;
}
