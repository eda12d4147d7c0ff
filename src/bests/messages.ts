/** How bests and tempo times are written, and what `/me best:` shows while it is typed. */
import { UserError } from '../faults.ts';
import { BEST_EXAMPLE, BEST_LENGTH, readBest } from './read-best.ts';
import { tempoTimes } from './rules.ts';
import type { BestTime } from './store.ts';

/** "12.00 s", "4:02.10". */
export function timeLabel(seconds: number): string {
  return clock(Math.round(seconds * 100), 2);
}

/** "100 m 12.00 s". */
export function bestLabel({ metres, seconds }: BestTime): string {
  return `${distanceLabel(metres)} ${timeLabel(seconds)}`;
}

/** "1,500 m". */
export function distanceLabel(metres: number): string {
  return `${metres.toLocaleString('en-GB')} m`;
}

/**
 * "Tempo for 100 m: 16.0 to 18.5 s · 200 m: 32.8 to 37.8 s" (handbook §6). In tenths, the fast end rounded up: no time
 * that is named is faster than 75 % [D].
 */
export function tempoLine(...bests: readonly BestTime[]): string {
  return `Tempo for ${bests.map(tempoSpan).join(' · ')}`;
}

function tempoSpan({ metres, seconds }: BestTime): string {
  const { fastest, slowest } = tempoTimes(seconds);
  const from = clock(Math.ceil(Math.round(fastest * 1000) / 100) * 10, 1);
  const to = clock(Math.round(slowest * 10) * 10, 1);
  return `${distanceLabel(metres)}: ${from.replace(' s', '')} to ${to}`;
}

function clock(hundredths: number, decimals: 1 | 2): string {
  const seconds = (hundredths % 6000) / 100;
  const minutes = Math.floor(hundredths / 6000);
  if (minutes === 0) return `${seconds.toFixed(decimals)} s`;
  return `${minutes}:${seconds.toFixed(decimals).padStart(decimals + 3, '0')}`;
}

/** What `/me best:` offers: what is understood, what stands already, and how it is written. */
export function bestPreview(typed: string, bests: readonly BestTime[]): { name: string; value: string }[] {
  const text = typed.trim();
  if (text === '') {
    const stored = bests.map((best) => ({
      name: `Now: ${bestLabel(best)}`,
      value: `${best.metres} ${timeLabel(best.seconds).replace(' s', '')}`,
    }));
    return [...stored, ...EXAMPLES].slice(0, 25);
  }
  if (text.length > BEST_LENGTH) return [];
  return [{ name: previewName(text, bests), value: text }];
}

const EXAMPLES = [
  { name: '100 12.0 sets 100 m in 12.00 s', value: '100 12.0' },
  { name: '400 52.31 sets 400 m in 52.31 s', value: '400 52.31' },
  { name: '1500 4:02.1 sets 1,500 m in 4:02.10', value: '1500 4:02.1' },
];

function previewName(text: string, bests: readonly BestTime[]): string {
  try {
    const { metres, seconds } = readBest(text);
    const before = bests.find((best) => best.metres === metres);
    const was = before === undefined ? '' : ` (now ${timeLabel(before.seconds)})`;
    return seconds === null
      ? `Delete the best for ${distanceLabel(metres)}${was}`
      : `${bestLabel({ metres, seconds })}${was}`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `Metres, a space, the time: ${BEST_EXAMPLE}, or 1500 4:02.1`;
  }
}
