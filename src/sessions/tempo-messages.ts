// What the answer to `/log` says about a tempo session: facts and the tempo range, nothing else.
import { speedPercent, TEMPO_PERCENT, tempoTimes } from '../bests/rules.ts';
import { showClock } from './shorthand-format.ts';
import type { PaceRemark, TempoRemarks } from './tempo-rules.ts';

const RANGE = `tempo (${TEMPO_PERCENT.slowest}–${TEMPO_PERCENT.fastest} %)`;

/** At most five lines: pace over two distances, first rep against last, the biggest of 30 days, a best to set. */
export function tempoLines({ paces, drift, spike, bestToSet }: TempoRemarks): string[] {
  const lines = paces.map(paceLine);
  if (drift !== null) {
    const words = `${repTime(Math.abs(drift))} ${drift > 0 ? 'slower' : 'faster'}`;
    lines.push(`Last rep ${words}: the last should match the first.`);
  }
  if (spike !== null) {
    lines.push(`Biggest tempo session in 30 days${spike.percent > 0 ? ` (+${spike.percent} %)` : ''}.`);
  }
  if (bestToSet !== null)
    lines.push(`Set your best to see your pace: \`/me best:${exampleBest(bestToSet)}\``);
  return lines;
}

function paceLine(remark: PaceRemark): string {
  return remark.given === 'seconds' ? secondsLine(remark) : percentLine(remark);
}

function secondsLine(remark: Extract<PaceRemark, { given: 'seconds' }>): string {
  const { metres, best, first, last, fit } = remark;
  const { fastest, slowest } = tempoTimes(best);
  if (fit === 'too-fast') {
    const rep = repTime(Math.min(first, last));
    return `${metres} m in ${rep} is faster than tempo: ${repTime(fastest)} is ${TEMPO_PERCENT.fastest} %.`;
  }
  if (fit === 'slower') {
    const rep = repTime(Math.max(first, last));
    return `${metres} m in ${rep} is gentler than tempo: ${repTime(slowest)} is ${TEMPO_PERCENT.slowest} %.`;
  }
  const shares = [first, last].map((rep) => Math.round(speedPercent(best, rep)));
  const percent = [...new Set(shares)].join('–');
  const times = first === last ? repTime(first) : `${repTime(first).replace(' s', '')}–${repTime(last)}`;
  return `${metres} m in ${times} is ${percent} % of your best: ${RANGE}.`;
}

function percentLine({ percent, over, fit }: Extract<PaceRemark, { given: 'percent' }>): string {
  if (over === null) return `${percent} % is faster than ${RANGE}.`;
  const at = (share: number) => repTime((over.seconds * 100) / share);
  const { fastest, slowest } = TEMPO_PERCENT;
  if (fit === 'tempo') return `${percent} % over ${over.metres} m is ${at(percent)} for you: ${RANGE}.`;
  const [words, edge] = fit === 'too-fast' ? ['faster', fastest] : ['gentler', slowest];
  return `${percent} % is ${words} than tempo: ${edge} % over ${over.metres} m is ${at(edge)} for you.`;
}

/** "16.0 s", "18.46 s", "1:05.5". */
function repTime(seconds: number): string {
  const hundredths = Math.round(seconds * 100);
  if (hundredths >= 6000) return showClock(hundredths / 100);
  return `${(hundredths / 100).toFixed(hundredths % 10 === 0 ? 1 : 2)} s`;
}

/** A distance with a time that a reader takes for an example: "100 12.0". */
function exampleBest(metres: number): string {
  const seconds = metres * 0.12;
  return `${metres} ${seconds < 60 ? seconds.toFixed(1) : showClock(Math.round(seconds))}`;
}
