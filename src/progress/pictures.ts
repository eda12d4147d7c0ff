/** Draws what there is enough of: no picture is empty. */

import { setImmediate } from 'node:timers/promises';
import { TEMPO_PERCENT } from '../bests/rules.ts';
import { bandTimelineChart } from '../charts/band-timeline.ts';
import { type Chart, drawChart } from '../charts/draw-chart.ts';
import { THEMES, type Theme } from '../charts/theme.ts';
import { weekBarsChart } from '../charts/week-bars.ts';
import type { PanelFile } from '../discord/panel.ts';
import { showShortDate } from '../time/show.ts';
import { habitChart, painChart } from './day-pictures.ts';
import { HABITS } from './habit-rules.ts';
import { DAYS, dayOf, ticksOf } from './picture-days.ts';
import * as words from './picture-messages.ts';
import type { Progress } from './show-progress.ts';

/** The four pictures of `/me`. */
export const PICTURES = ['pain', 'tempo', 'habits', 'pace'] as const;
export type Picture = (typeof PICTURES)[number];

/** Whether there is something to draw; the pace is training advice, so not on a day that stops (handbook, Never 2). */
export function hasPicture(progress: Progress, picture: Picture): boolean {
  switch (picture) {
    case 'pain':
      return progress.pain.length > 0;
    case 'tempo':
      return progress.tempo.some(({ painFree, notSaid }) => painFree !== null || notSaid !== null);
    case 'habits':
      return HABITS.some((habit) => progress.habits[habit].size > 0);
    case 'pace':
      return progress.pace.length > 0 && !progress.isStopDay;
  }
}

/** The pictures that there is something to draw for; between them others are answered. */
export async function drawPictures(progress: Progress): Promise<PanelFile[]> {
  const files: PanelFile[] = [];
  for (const picture of PICTURES.filter((each) => hasPicture(progress, each))) {
    const data = drawChart(chartOf(progress, picture));
    files.push({ name: `${picture}.png`, data, alt: ALT[picture](progress) });
    await setImmediate();
  }
  return files;
}

/** One picture before it is drawn. */
export function chartOf(progress: Progress, picture: Picture): Chart {
  return CHARTS[picture](progress, THEMES[progress.theme]);
}

const CHARTS = { pain: painChart, tempo: tempoChart, habits: habitChart, pace: paceChart } as const;

const ALT = {
  pain: words.painAlt,
  tempo: words.tempoAlt,
  habits: words.habitAlt,
  pace: words.paceAlt,
} as const;

function tempoChart({ tempo }: Progress, theme: Theme): Chart {
  const { painFree, notSaid } = words.TEMPO_MEANINGS;
  const hasOpen = tempo.some((week) => week.notSaid !== null);
  return weekBarsChart(
    {
      heading: words.TEMPO_HEADING,
      weeks: tempo.map((week) => ({
        ...{ label: showShortDate(week.monday), solid: week.painFree, hatched: week.notSaid },
      })),
      meanings: { solid: painFree, hatched: hasOpen ? notSaid : null },
      show: words.shortMetres,
    },
    theme,
  );
}

function paceChart(progress: Progress, theme: Theme): Chart {
  const { pace } = progress;
  const marks = {
    tempo: { shape: 'circle', colour: theme.green, size: 9 },
    'too-fast': { shape: 'triangle', colour: theme.amber, size: 10 },
    slower: { shape: 'triangle-down', colour: theme.blue, size: 10 },
  } as const;
  const fits = (['tempo', 'too-fast', 'slower'] as const).filter((fit) =>
    pace.some((each) => each.fit === fit),
  );
  return bandTimelineChart(
    {
      ...{ heading: words.paceHeading(progress), days: DAYS, ticks: ticksOf(progress) },
      points: pace.map(({ localDate, percent, fit }, index) => ({
        ...{ day: dayOf(progress, localDate), value: percent, mark: marks[fit] },
        ...(index === pace.length - 1 ? { label: words.percentLabel(percent) } : {}),
      })),
      band: { from: TEMPO_PERCENT.slowest, to: TEMPO_PERCENT.fastest },
      show: words.percentLabel,
      meanings: fits.map((fit) => ({ mark: marks[fit], label: words.PACE_MEANINGS[fit] })),
    },
    theme,
  );
}
