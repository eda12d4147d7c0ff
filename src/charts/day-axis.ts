/** The axis of days that pictures share: only some days are named. */
import { TYPE } from './frame.ts';
import type { Theme } from './theme.ts';

/** A named day, counted from the first; a half is the middle of a day. */
export interface DayTick {
  readonly day: number;
  readonly label: string;
}

/** An axis of so many days from left to right. */
export function dayAxis(days: number, ticks: readonly DayTick[], theme: Theme) {
  const customValues = ticks.map(({ day }) => day);
  return {
    ...{ type: 'value' as const, gridIndex: 0, min: 0, max: days },
    axisLine: { onZero: false, lineStyle: { color: theme.muted } },
    axisTick: { customValues, length: 5, lineStyle: { color: theme.muted } },
    axisLabel: {
      ...{ customValues, color: theme.muted, fontSize: TYPE.small, margin: 9, hideOverlap: false },
      formatter: (day: number) => ticks.find((each) => each.day === day)?.label ?? '',
    },
    splitLine: { show: false },
  };
}
