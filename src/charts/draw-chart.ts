/**
 * ECharts without a browser: an option in, PNG out at twice the width of a phone. The bundle in one file, because
 * hundreds of separate modules cost every start half a second and 60 MB, used or not.
 */
import type { EChartsOption } from 'echarts';
import { init, setPlatformAPI } from 'echarts/dist/echarts.esm.min.mjs';
import { readWidths } from './inter-widths.ts';
import { FONT_FAMILY, FONT_FILES, renderSvg } from './render-svg.ts';

/** A picture's width in points: the narrowest phone in wide use, so that type keeps its size there. */
export const WIDTH = 390;

/** Pixels to a point. */
const SCALE = 2;

const WIDTHS = { 400: readWidths(FONT_FILES[400]), 600: readWidths(FONT_FILES[600]) } as const;

// ECharts measures in a canvas, which there is none of here.
setPlatformAPI({
  measureText: (text: string, font = '400 12px') => ({
    width: textWidth(text, Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '12'), weightOf(font)),
  }),
});

/** Width of a text in points. */
export function textWidth(text: string, size: number, weight: keyof typeof WIDTHS = 400): number {
  return WIDTHS[weight].of(text, size);
}

function weightOf(font: string): keyof typeof WIDTHS {
  return /\b(600|bold)\b/.test(font) ? 600 : 400;
}

/** What ECharts is to draw, 390 points wide and so many high. */
export interface Chart {
  readonly option: EChartsOption;
  readonly height: number;
}

/** A chart as SVG. */
export function layOut({ option, height }: Chart): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: FONT_FAMILY }, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** A chart as PNG, 780 pixels wide. */
export function drawChart(chart: Chart): Uint8Array {
  return renderSvg(layOut(chart), WIDTH * SCALE);
}
