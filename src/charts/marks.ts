/** The marks of the pictures: what differs in meaning differs in shape, not in colour alone. */
import type { ScatterSeriesOption } from 'echarts';
import type { Theme } from './theme.ts';

/** A mark: its shape, its colour, how big, and whether it is only an outline. */
export interface Mark {
  readonly shape: 'circle' | 'triangle' | 'triangle-down' | 'square' | 'hatched';
  readonly colour: string;
  /** Points; width and height where they differ. */
  readonly size: number | readonly [number, number];
  readonly hollow?: boolean;
}

const SYMBOLS = {
  circle: 'circle',
  triangle: 'triangle',
  'triangle-down': 'triangle',
  square: 'rect',
  // An outline with two slanted stripes: a scatter's marks take no hatching.
  hatched: 'path://M0 0H12V12H0ZM1 1V11H11V1ZM1 6.5L6.5 1H9L1 9ZM3.5 11L11 3.5V6L6 11Z',
} as const;

/** A mark at a place, as a datum of a scatter series. */
export function markAt(mark: Mark, value: (string | number)[], theme: Theme) {
  const { shape, colour, size, hollow } = mark;
  return {
    value,
    symbol: SYMBOLS[shape],
    symbolSize: typeof size === 'number' ? size : [...size],
    symbolRotate: shape === 'triangle-down' ? 180 : 0,
    itemStyle: hollow ? outlined(colour, theme) : filled(mark, theme),
  };
}

function outlined(colour: string, theme: Theme) {
  return { color: theme.ground, borderColor: colour, borderWidth: 1.6, opacity: 1 };
}

/** Slanted lines in an outline: for an amount that is kept apart. */
export function hatching(colour: string, theme: Theme) {
  return {
    ...{ color: theme.ground, borderColor: colour, borderWidth: 1.2, opacity: 1 },
    decal: {
      symbol: 'rect',
      color: colour,
      dashArrayX: [1, 0],
      dashArrayY: [1.5, 4],
      rotation: -Math.PI / 4,
    },
  };
}

/** A rim in the colour of the ground parts a mark from its neighbours; the smallest have no room for one. */
function filled({ shape, colour, size }: Mark, theme: Theme) {
  const hasRim = shape !== 'hatched' && typeof size === 'number' && size > 5;
  return { color: colour, opacity: 1, borderColor: theme.ground, borderWidth: hasRim ? 0.8 : 0 };
}

/** A mark at a place. */
export interface Placed {
  readonly value: (string | number)[];
  readonly mark: Mark;
}

/** Marks as one scatter series for each kind: many times faster than one series in which every mark is its own. */
export function markSeries(
  placed: readonly Placed[],
  common: Omit<ScatterSeriesOption, 'data' | 'type'>,
  theme: Theme,
): ScatterSeriesOption[] {
  const kinds = [...new Set(placed.map(({ mark }) => mark))];
  return kinds.map((kind) => {
    const { value: _, ...look } = markAt(kind, [], theme);
    const data = placed.filter(({ mark }) => mark === kind).map(({ value }) => value);
    return { ...common, ...look, type: 'scatter', silent: true, data };
  });
}
