/**
 * npx tsx bench/charts.ts: the time of each picture of `/me` for an athlete with 84 full days, beside ECharts and
 * resvg drawing an empty chart of the same size. One run, in turn; the ratios are what counts.
 */
import { cpus } from 'node:os';
import { drawChart } from '../src/charts/draw-chart.ts';
import { chartOf, PICTURES } from '../src/progress/pictures.ts';
import { madeUpDiary, progressOf } from '../test/progress/made-up.ts';

const AIM_MS = 150;
const WARM_UP = 5;
const ROUNDS = 30;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function timed(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}

const progress = progressOf(madeUpDiary(84, 'every'));
console.log(`${ROUNDS} rounds after ${WARM_UP}, in turn; ${cpus().length} cores, Node ${process.version}`);
console.log(`${''.padEnd(10)}${'bare'.padStart(9)}${'picture'.padStart(9)}${'worst'.padStart(9)}  ms  ratio`);
for (const picture of PICTURES) {
  const { height } = chartOf(progress, picture);
  const empty = { option: { xAxis: {}, yAxis: {}, series: [] }, height };
  const rounds = Array.from({ length: WARM_UP + ROUNDS }, () => ({
    bare: timed(() => drawChart(empty)),
    full: timed(() => drawChart(chartOf(progress, picture))),
  })).slice(WARM_UP);
  const [bare, full] = [median(rounds.map((each) => each.bare)), median(rounds.map((each) => each.full))];
  const worst = Math.max(...rounds.map((each) => each.full));
  const figures = [bare, full, worst].map((ms) => ms.toFixed(1).padStart(9)).join('');
  const met = full <= AIM_MS ? 'met' : 'missed';
  console.log(`${picture.padEnd(10)}${figures}      ${(full / bare).toFixed(2)}  ${met}: aim ${AIM_MS} ms`);
}
