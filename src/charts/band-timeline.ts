/** Values by day against a band that they should lie in. */
import type { EChartsOption } from 'echarts';
import { type DayTick, dayAxis } from './day-axis.ts';
import { type Chart, WIDTH } from './draw-chart.ts';
import {
  type Heading,
  headingHeight,
  headingNotes,
  layMeanings,
  MEANING_ROW,
  type Meaning,
  sheet,
  TYPE,
} from './frame.ts';
import { type Mark, markAt } from './marks.ts';
import type { Theme } from './theme.ts';

/** What lies against which band. */
export interface BandTimeline {
  readonly heading: Heading;
  readonly days: number;
  readonly ticks: readonly DayTick[];
  readonly points: readonly {
    readonly day: number;
    readonly value: number;
    readonly mark: Mark;
    /** Written beside the mark. */
    readonly label?: string;
  }[];
  readonly band: { readonly from: number; readonly to: number };
  /** How a value is written on the axis. */
  readonly show: (value: number) => string;
  readonly meanings: readonly Meaning[];
}

const RIGHT = 20;
const LEFT = 54;
const HIGH = 190;
const LABEL = { show: true, position: 'top', distance: 6, fontSize: TYPE.small, textBorderWidth: 3 } as const;

/** Values between which the axis lies at least. */
const AXIS = { from: 60, to: 80, step: 5 } as const;

/** The chart of it. */
export function bandTimelineChart(chart: BandTimeline, theme: Theme): Chart {
  const { heading, meanings, days, points } = chart;
  const explained = headingHeight(heading) + 8;
  const top = explained + layMeanings(meanings).rows * MEANING_ROW + 8;
  const height = top + HIGH + 34;
  const over = sheet(
    { notes: headingNotes(heading, theme), meanings, meaningsAt: explained, height, index: 1 },
    theme,
  );
  const option: EChartsOption = {
    backgroundColor: theme.ground,
    grid: [{ left: LEFT, top, width: WIDTH - LEFT - RIGHT, height: HIGH }, over.grid],
    xAxis: [dayAxis(days, chart.ticks, theme), over.xAxis],
    yAxis: [valueAxis(chart, theme), over.yAxis],
    series: [
      bandSeries(chart, theme),
      {
        ...{ type: 'scatter', silent: true, clip: false, z: 5 },
        data: points.map(({ day, value, mark, label }) => ({
          ...markAt(mark, [day + 0.5, value], theme),
          label: label
            ? { ...LABEL, formatter: label, color: theme.text, textBorderColor: theme.ground }
            : { show: false },
        })),
      },
      over.series,
    ],
  };
  return { option, height };
}

function valueAxis({ points, show }: BandTimeline, theme: Theme) {
  const values = points.map(({ value }) => value);
  const { step } = AXIS;
  const [least, most] = [Math.min(AXIS.from, ...values), Math.max(AXIS.to, ...values)];
  const interval = most - least > 45 ? step * 2 : step;
  return {
    ...{ type: 'value' as const, gridIndex: 0, interval },
    min: Math.floor(least / interval) * interval,
    max: Math.ceil(most / interval) * interval,
    axisLabel: { color: theme.muted, fontSize: TYPE.small, margin: 8, formatter: show },
    splitLine: { lineStyle: { color: theme.line } },
  };
}

/** A rectangle from edge to edge, with a line along its upper and lower side. */
function bandSeries({ band, days }: BandTimeline, theme: Theme) {
  return {
    ...{ type: 'custom' as const, silent: true, z: 1, data: [[0, band.from]] },
    renderItem: (_: unknown, api: { coord(value: number[]): number[] }) => {
      const [x = 0, bottom = 0] = api.coord([0, band.from]);
      const [right = 0, top = 0] = api.coord([days, band.to]);
      const edge = (y: number) => ({
        ...{ type: 'line' as const, shape: { x1: x, y1: y, x2: right, y2: y } },
        style: { stroke: theme.green, lineWidth: 1.4 },
      });
      const shape = { x, y: top, width: right - x, height: bottom - top };
      return {
        type: 'group' as const,
        children: [{ type: 'rect' as const, shape, style: { fill: theme.band } }, edge(top), edge(bottom)],
      };
    },
  };
}
