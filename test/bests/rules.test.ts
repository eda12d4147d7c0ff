/** Tempo against a best (handbook §6). */
import { expect, test } from 'vitest';
import { plausibility } from '../../src/bests/record-rules.ts';
import { speedPercent, tempoFit, tempoTimes } from '../../src/bests/rules.ts';

const TIMES = [
  { best: 12.0, at75: 16.0, at65: 18.46 },
  { best: 11.0, at75: 14.67, at65: 16.92 },
  { best: 15.0, at75: 20.0, at65: 23.08 },
  { best: 24.0, at75: 32.0, at65: 36.92 },
  { best: 52.31, at75: 69.75, at65: 80.48 },
];

test.each(TIMES)('best $best s: tempo from $at75 s (75 %) to $at65 s (65 %)', ({ best, at75, at65 }) => {
  expect(tempoTimes(best).fastest).toBeCloseTo(at75, 2);
  expect(tempoTimes(best).slowest).toBeCloseTo(at65, 2);
});

const FITS = [
  { best: 12.0, rep: 15.0, percent: 80, fit: 'too-fast' },
  { best: 12.0, rep: 15.99, percent: 75.05, fit: 'too-fast' },
  { best: 12.0, rep: 16.0, percent: 75, fit: 'tempo' },
  { best: 12.0, rep: 17.5, percent: 68.57, fit: 'tempo' },
  { best: 12.0, rep: 18.46, percent: 65.01, fit: 'tempo' },
  { best: 12.0, rep: 18.47, percent: 64.97, fit: 'slower' },
] as const;

test.each(FITS)('best $best s, rep $rep s: $percent %, $fit', ({ best, rep, percent, fit }) => {
  expect(speedPercent(best, rep)).toBeCloseTo(percent, 2);
  expect(tempoFit(best, rep)).toBe(fit);
});

const TIMES_OF_PEOPLE = [
  { metres: 100, seconds: 9.58, is: 'plausible' },
  { metres: 200, seconds: 19.19, is: 'plausible' },
  { metres: 400, seconds: 43.03, is: 'plausible' },
  { metres: 800, seconds: 100.91, is: 'plausible' },
  { metres: 1500, seconds: 206, is: 'plausible' },
  { metres: 5000, seconds: 755.36, is: 'plausible' },
  { metres: 10_000, seconds: 1571, is: 'plausible' },
  { metres: 30, seconds: 2.6, is: 'plausible' },
  { metres: 100, seconds: 100, is: 'plausible' },
  { metres: 100, seconds: 1.2, is: 'too-fast' },
  { metres: 100, seconds: 9.0, is: 'too-fast' },
  { metres: 400, seconds: 12, is: 'too-fast' },
  { metres: 1500, seconds: 62, is: 'too-fast' },
  { metres: 100, seconds: 100.01, is: 'too-slow' },
] as const;

test.each(TIMES_OF_PEOPLE)('$metres m in $seconds s is $is', ({ metres, seconds, is }) => {
  expect(plausibility({ metres, seconds })).toBe(is);
});
