/** What every picture has: its ground, a heading, and marks with their meaning in words. */
import { textWidth, WIDTH } from './draw-chart.ts';
import { type Mark, markAt } from './marks.ts';
import type { Theme } from './theme.ts';

/** Sizes of type in points; none is smaller than `small` anywhere. */
export const TYPE = { title: 17, text: 12.5, small: 11.5 } as const;

/** Empty points at the left and right of a picture. */
export const MARGIN = 14;

/** A meaning to explain: a mark and the words for it. */
export interface Meaning {
  readonly mark: Mark;
  readonly label: string;
}

/** Text at a place: points from the left and top. */
export interface Note {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
}

/** A title in one line, and up to two lines under it. */
export interface Heading {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Where the chart proper can begin under a heading, in points from the top. */
export function headingHeight({ lines }: Heading): number {
  return 44 + lines.length * 17;
}

/** The heading as notes. */
export function headingNotes({ title, lines }: Heading, theme: Theme): Note[] {
  return [
    { text: title, x: MARGIN, y: 24, size: TYPE.title, bold: true },
    ...lines.map((text, index) => ({ text, x: MARGIN, y: 47 + index * 17, colour: theme.muted })),
  ];
}

/** Lays meanings out in rows that fit the width: `rows` high, each at its place. */
export function layMeanings(meanings: readonly Meaning[], left: number = MARGIN) {
  let [x, row] = [left, 0];
  const places = meanings.map((meaning) => {
    const width = 20 + textWidth(meaning.label, TYPE.small) + 14;
    if (x > left && x + width - 14 > WIDTH - MARGIN) [x, row] = [left, row + 1];
    const place = { meaning, x: x + 6, row };
    x += width;
    return place;
  });
  return { places, rows: meanings.length === 0 ? 0 : row + 1 };
}

/** Points from one row of meanings to the next. */
export const MEANING_ROW = 20;

/**
 * The grid, axes and series that hold notes and meanings: a sheet over the whole picture in points, its last grid.
 * `index` is the number of grids that the chart has besides.
 */
export function sheet(
  parts: {
    readonly notes: readonly Note[];
    readonly meanings: readonly Meaning[];
    readonly meaningsAt: number;
    readonly height: number;
    readonly index: number;
  },
  theme: Theme,
) {
  const { notes, meanings, meaningsAt, height, index } = parts;
  const axis = (max: number) => ({ type: 'value' as const, min: 0, max, show: false, gridIndex: index });
  const texts = notes.map(({ text, x, y, size = TYPE.text, bold, colour, align = 'left' }) => ({
    value: [x, y],
    symbolSize: 0,
    itemStyle: { opacity: 1 },
    label: {
      ...{ show: true, formatter: text, color: colour ?? theme.text, fontSize: size },
      ...{ fontWeight: bold ? (600 as const) : (400 as const), distance: 0 },
      position:
        align === 'left' ? ('right' as const) : align === 'right' ? ('left' as const) : ('inside' as const),
    },
  }));
  const explained = layMeanings(meanings).places.map(({ meaning, x, row }) => ({
    ...markAt(meaning.mark, [x, meaningsAt + row * MEANING_ROW], theme),
    label: {
      ...{ show: true, formatter: meaning.label, color: theme.text, fontSize: TYPE.small },
      ...{ position: 'right' as const, distance: 10 - markWidth(meaning.mark) / 2 + 2 },
    },
  }));
  return {
    grid: { left: 0, top: 0, width: WIDTH, height },
    xAxis: axis(WIDTH),
    yAxis: { ...axis(height), inverse: true },
    series: {
      ...{ type: 'scatter' as const, xAxisIndex: index, yAxisIndex: index, silent: true, z: 10 },
      clip: false,
      data: [...texts, ...explained],
    },
  };
}

function markWidth({ size }: Mark): number {
  return typeof size === 'number' ? size : size[0];
}
