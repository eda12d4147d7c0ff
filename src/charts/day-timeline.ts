/** Numbers by day from 0 to 10, with lanes of small marks under them on the same days. */
import type { EChartsOption, SeriesOption } from 'echarts';
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
import { type Mark, markSeries } from './marks.ts';
import type { Theme } from './theme.ts';

/** A mark on a day, counted from the first. */
export interface DayMark {
  readonly day: number;
  readonly mark: Mark;
}

/** What is shown on the same days. */
export interface DayTimeline {
  readonly heading: Heading;
  /** Days from left to right. */
  readonly days: number;
  /** Days that have a label. */
  readonly ticks: readonly DayTick[];
  readonly numbers: readonly (DayMark & { readonly value: number })[];
  readonly lanes: readonly { readonly label: string; readonly marks: readonly DayMark[] }[];
  /** What the marks of the numbers mean, and those of the lanes. */
  readonly meanings: readonly [readonly Meaning[], readonly Meaning[]];
}

const RIGHT = 20;
const LEFT = 76;
const NUMBERS_HIGH = 168;
const LANE_HIGH = 21;

/** The chart of it. */
export function dayTimelineChart(chart: DayTimeline, theme: Theme): Chart {
  const { days, lanes, meanings, heading, numbers } = chart;
  const explained = headingHeight(heading) + 8;
  const top = explained + layMeanings(meanings[0]).rows * MEANING_ROW + 6;
  const lanesTop = top + NUMBERS_HIGH + 34;
  const lanesEnd = lanesTop + lanes.length * LANE_HIGH;
  const height = lanesEnd + 20 + layMeanings(meanings[1]).rows * MEANING_ROW;
  const width = WIDTH - LEFT - RIGHT;
  const upper = sheet(
    { notes: headingNotes(heading, theme), meanings: meanings[0], meaningsAt: explained, height, index: 2 },
    theme,
  );
  const lower = sheet(
    { notes: [], meanings: meanings[1], meaningsAt: lanesEnd + 18, height, index: 2 },
    theme,
  ).series;
  const option: EChartsOption = {
    backgroundColor: theme.ground,
    grid: [
      { left: LEFT, top, width, height: NUMBERS_HIGH },
      { left: LEFT, top: lanesTop, width, height: lanesEnd - lanesTop },
      upper.grid,
    ],
    xAxis: [dayAxis(days, chart.ticks, theme), weekLines(days, theme), upper.xAxis],
    yAxis: [numberAxis(theme), laneAxis(lanes, theme), upper.yAxis],
    series: [...numberSeries(numbers, theme), ...laneSeries(lanes, theme), upper.series, lower],
  };
  return { option, height };
}

function numberSeries(numbers: DayTimeline['numbers'], theme: Theme): SeriesOption[] {
  const stems = {
    ...{ type: 'bar' as const, silent: true, barWidth: 1.6 },
    itemStyle: { color: theme.muted, opacity: 0.55 },
    data: numbers.map(({ day, value }) => [day + 0.5, value]),
  };
  const placed = numbers.map(({ day, value, mark }) => ({ mark, value: [day + 0.5, value] }));
  return [stems, ...markSeries(placed, { clip: false, z: 5 }, theme)];
}

function laneSeries(lanes: DayTimeline['lanes'], theme: Theme): SeriesOption[] {
  const placed = lanes.flatMap(({ marks }, lane) =>
    marks.map(({ day, mark }) => ({ mark, value: [day + 0.5, lane] })),
  );
  return markSeries(placed, { xAxisIndex: 1, yAxisIndex: 1 }, theme);
}

function weekLines(days: number, theme: Theme) {
  return {
    ...{ type: 'value' as const, gridIndex: 1, min: 0, max: days },
    ...{ axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false } },
    splitLine: { lineStyle: { color: theme.line } },
    interval: 7,
  };
}

function numberAxis(theme: Theme) {
  return {
    ...{ type: 'value' as const, gridIndex: 0, min: 0, max: 10, interval: 2 },
    axisLabel: { color: theme.muted, fontSize: TYPE.small, margin: 10 },
    splitLine: { lineStyle: { color: theme.line } },
  };
}

function laneAxis(lanes: DayTimeline['lanes'], theme: Theme) {
  return {
    ...{ type: 'category' as const, gridIndex: 1, inverse: true, data: lanes.map(({ label }) => label) },
    ...{ axisLine: { show: false }, axisTick: { show: false } },
    axisLabel: { color: theme.text, fontSize: TYPE.small, margin: 10, interval: 0 },
    splitArea: { show: false },
  };
}
