/** The texts of a chart's SVG with the boxes that they fill, in points. */
import { textWidth } from '../../src/charts/draw-chart.ts';

export interface TextBox {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every text that is drawn; blank ones are left out. */
export function textsIn(svg: string): TextBox[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].flatMap(([, attributes = '', raw = '']) => {
    const text = raw.replaceAll('&amp;', '&');
    if (text.trim() === '') return [];
    const number = (pattern: RegExp, at = 1) => Number(pattern.exec(attributes)?.[at] ?? 0);
    const moved = /translate\(([-\d.]+) ([-\d.]+)\)/;
    const size = number(/font-size:([\d.]+)px/);
    const width = textWidth(text, size, attributes.includes('font-weight:600') ? 600 : 400);
    const x = number(moved, 1) + number(/ x="([-\d.]+)"/);
    const y = number(moved, 2) + number(/ y="([-\d.]+)"/);
    const share =
      { start: 0, middle: 0.5, end: 1 }[/text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start'] ?? 0;
    const left = x - share * width;
    return [{ text, size, left, right: left + width, top: y - size / 2, bottom: y + size / 2 }];
  });
}

/** Pairs of texts that lie over each other. */
export function overlaps(texts: readonly TextBox[]): string[] {
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `“${a.text}” and “${b.text}”`),
  );
}
