/** Two stacked amounts by week: a solid one with its number under it, and a hatched one that is kept apart. */
import type { BarSeriesOption, EChartsOption } from 'echarts';
import { type Chart, WIDTH } from './draw-chart.ts';
import {
  type Heading,
  headingHeight,
  headingNotes,
  layMeanings,
  MARGIN,
  MEANING_ROW,
  type Meaning,
  sheet,
  TYPE,
} from './frame.ts';
import { hatching } from './marks.ts';
import type { Theme } from './theme.ts';

/** What is shown by week. */
export interface WeekBars {
  readonly heading: Heading;
  /** Null: there was none of it. */
  readonly weeks: readonly {
    readonly label: string;
    readonly solid: number | null;
    readonly hatched: number | null;
  }[];
  /** What solid and hatched mean. */
  readonly meanings: { readonly solid: string; readonly hatched: string | null };
  /** How an amount is written under its bar: there is room for four characters. */
  readonly show: (amount: number) => string;
}

const LEFT = 52;
const HIGH = 176;

/** The chart of it. */
export function weekBarsChart(chart: WeekBars, theme: Theme): Chart {
  const { heading } = chart;
  const explained = headingHeight(heading) + 8;
  const meanings = meaningsOf(chart, theme);
  const top = explained + layMeanings(meanings).rows * MEANING_ROW + 6;
  const height = top + HIGH + 52;
  const over = sheet(
    { notes: headingNotes(heading, theme), meanings, meaningsAt: explained, height, index: 1 },
    theme,
  );
  const option: EChartsOption = {
    backgroundColor: theme.ground,
    grid: [{ left: LEFT, top, width: WIDTH - LEFT - MARGIN, height: HIGH }, over.grid],
    xAxis: [weekAxis(chart, theme), over.xAxis],
    yAxis: [amountAxis(chart, theme), over.yAxis],
    series: [...barSeries(chart, theme), over.series],
  };
  return { option, height };
}

function meaningsOf({ meanings }: WeekBars, theme: Theme): Meaning[] {
  const mark = { shape: 'square', colour: theme.green, size: 12 } as const;
  const solid = { mark, label: meanings.solid };
  if (meanings.hatched === null) return [solid];
  return [solid, { mark: { ...mark, shape: 'hatched', colour: theme.muted }, label: meanings.hatched }];
}

/** Under each week its solid amount; under every third, counted from the last, its name. */
function weekAxis({ weeks, show }: WeekBars, theme: Theme) {
  const amounts = weeks.map(({ solid }) => (solid === null ? ' ' : show(solid)));
  const names = weeks.map(({ label }, index) => ((weeks.length - 1 - index) % 3 === 0 ? label : ' '));
  return {
    ...{ type: 'category' as const, gridIndex: 0, data: weeks.map(({ label }) => label) },
    axisLine: { lineStyle: { color: theme.muted } },
    axisTick: { show: false },
    axisLabel: {
      ...{ interval: 0, hideOverlap: false, margin: 8, lineHeight: 17 },
      formatter: (_: string, index: number) => `{amount|${amounts[index]}}\n{name|${names[index]}}`,
      rich: {
        amount: { color: theme.text, fontSize: TYPE.small, fontWeight: 600 as const, lineHeight: 17 },
        name: { color: theme.muted, fontSize: TYPE.small, lineHeight: 17 },
      },
    },
  };
}

function amountAxis({ weeks }: WeekBars, theme: Theme) {
  const most = Math.max(...weeks.map(({ solid, hatched }) => (solid ?? 0) + (hatched ?? 0)));
  const interval = stepFor(most);
  return {
    ...{ type: 'value' as const, gridIndex: 0, min: 0, max: Math.ceil(most / interval) * interval, interval },
    axisLabel: {
      ...{ color: theme.muted, fontSize: TYPE.small, margin: 8 },
      formatter: (amount: number) => amount.toLocaleString('en-GB'),
    },
    splitLine: { lineStyle: { color: theme.line } },
  };
}

/** A round step that divides an amount into at most five. */
function stepFor(most: number): number {
  const steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
  return steps.find((step) => most / step <= 5) ?? 1_000_000;
}

function barSeries({ weeks }: WeekBars, theme: Theme): BarSeriesOption[] {
  const bar = { type: 'bar' as const, stack: 'week', barWidth: '62%', silent: true };
  return [
    { ...bar, itemStyle: { color: theme.green }, data: weeks.map(({ solid }) => solid ?? '-') },
    { ...bar, itemStyle: hatching(theme.muted, theme), data: weeks.map(({ hatched }) => hatched ?? '-') },
  ];
}
