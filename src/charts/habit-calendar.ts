/** Several calendars side by side, a mark for each day: weeks downwards, Monday to Sunday across. */
import type { EChartsOption } from 'echarts';
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
import { type Mark, markSeries } from './marks.ts';
import type { Theme } from './theme.ts';

/** What the calendars show. */
export interface HabitCalendar {
  readonly heading: Heading;
  /** First and last day as "YYYY-MM-DD"; the first is a Monday. */
  readonly days: readonly [string, string];
  /** A label for each week, from the top; empty for none. */
  readonly weeks: readonly string[];
  readonly calendars: readonly {
    readonly label: string;
    readonly marks: readonly { readonly date: string; readonly mark: Mark }[];
  }[];
  readonly meanings: readonly Meaning[];
}

const WEEK_LABELS = 48;
const GAP = 14;
const ROW = 17;
const DAY_LETTERS = ['S', 'M', 'T', 'W', 'T', 'F', 'S'];

/** The chart of it. */
export function habitCalendarChart(chart: HabitCalendar, theme: Theme): Chart {
  const { heading, calendars, weeks, meanings } = chart;
  const explained = headingHeight(heading) + 8;
  const top = explained + layMeanings(meanings).rows * MEANING_ROW + 46;
  const height = top + weeks.length * ROW + 16;
  const left = MARGIN + WEEK_LABELS;
  const width = (WIDTH - MARGIN - left - GAP * (calendars.length - 1)) / calendars.length;
  const lefts = calendars.map((_, index) => left + index * (width + GAP));
  const weekNotes = weeks.map((text, row) => ({
    ...{ text, x: MARGIN, y: top + (row + 0.5) * ROW, size: TYPE.small, colour: theme.muted },
  }));
  const labels = calendars.map(({ label }, index) => ({
    ...{ text: label, x: (lefts[index] ?? 0) + 2, y: top - 32, bold: true },
  }));
  const over = sheet(
    {
      notes: [...headingNotes(heading, theme), ...weekNotes, ...labels],
      ...{ meanings, meaningsAt: explained, height, index: 0 },
    },
    theme,
  );
  const option: EChartsOption = {
    backgroundColor: theme.ground,
    calendar: lefts.map((at) => calendarAt(chart, { at, top, width }, theme)),
    grid: over.grid,
    xAxis: over.xAxis,
    yAxis: over.yAxis,
    series: [
      ...calendars.flatMap(({ marks }, calendarIndex) =>
        markSeries(
          marks.map(({ date, mark }) => ({ mark, value: [date] })),
          { coordinateSystem: 'calendar', calendarIndex },
          theme,
        ),
      ),
      over.series,
    ],
  };
  return { option, height };
}

function calendarAt(
  { days, weeks }: HabitCalendar,
  place: { readonly at: number; readonly top: number; readonly width: number },
  theme: Theme,
) {
  return {
    ...{ orient: 'vertical' as const, left: place.at, top: place.top },
    ...{ width: place.width, height: weeks.length * ROW, range: [...days] },
    splitLine: { show: false },
    itemStyle: { color: theme.ground, borderColor: theme.line, borderWidth: 0.6 },
    monthLabel: { show: false },
    yearLabel: { show: false },
    dayLabel: {
      ...{ firstDay: 1, nameMap: DAY_LETTERS, position: 'start' as const, margin: 6 },
      ...{ color: theme.muted, fontSize: 11 },
    },
  };
}
