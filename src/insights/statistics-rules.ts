// The habit insight's arithmetic (handbook §8): exact, deterministic, the same on every machine.
import { HABITS, type Row } from './types.ts';

/** Sessions of one arm and those of them after which pain rose. */
export interface Arm {
  readonly events: number;
  readonly total: number;
}

/** How an insight is filed (handbook §8). */
export type Tier = 'insufficient' | 'pattern' | 'worth-trying' | 'no-clear-difference';

/** The comparison of sessions with the habit missed and with it done. */
export interface Comparison {
  readonly missed: Arm;
  readonly done: Arm;
  /** P(p_missed > p_done), 0 to 1. */
  readonly probability: number;
  /** Difference of the mean rates, −1 to 1. */
  readonly difference: number;
  readonly sd: number;
  /** 90 % interval of the difference, clipped to −1 and 1. */
  readonly interval: readonly [low: number, high: number];
}

/** Quantile of the normal distribution for a 90 % interval. */
const Z_90 = 1.644854;

/** Equal rate differences may differ by rounding. */
const TOLERANCE = 1e-12;

/** Rows, sessions of an arm, and events without which nothing is compared (handbook §8). */
export const MINIMUM = { rows: 20, arm: 5, events: 3 } as const;

/** From which difference of the rates one is worth a word (handbook §8). */
export const MIN_DIFFERENCE = 0.2;

/** Bounds of the tiers (handbook §8); a pattern's probability allows for the habits that are examined, 0.99 for 4. */
export const TIERS = {
  pattern: { probability: 1 - 0.04 / HABITS.length, shifts: 0.05 },
  worthTrying: { probability: 0.95, shifts: 0.1 },
} as const;

/** ln Γ(x) for x ≥ 1, to about 14 digits: Stirling's series, reached by steps of one from below 10. */
function logGamma(x: number): number {
  let steps = 0;
  let z = x;
  for (; z < 10; z += 1) steps += Math.log(z);
  const square = z * z;
  const tail =
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + tail - steps;
}

/** ln B(a, b) for a and b ≥ 1. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

interface Beta {
  readonly alpha: number;
  readonly beta: number;
}

/** What is known of an arm's rate after a Beta(1,1) prior. */
function posterior({ events, total }: Arm): Beta {
  return { alpha: 1 + events, beta: 1 + total - events };
}

/** P(p_missed > p_done), exactly, by handbook §8's sum; of the two symmetric sums the shorter is taken. */
export function probabilityHigher(missed: Arm, done: Arm): number {
  const [m, d] = [posterior(missed), posterior(done)];
  return m.alpha <= d.alpha ? sumHigher(m, d) : 1 - sumHigher(d, m);
}

function sumHigher(higher: Beta, lower: Beta): number {
  const scale = logBeta(lower.alpha, lower.beta);
  let sum = 0;
  for (let i = 0; i < higher.alpha; i += 1) {
    const numerator = logBeta(lower.alpha + i, lower.beta + higher.beta);
    sum += Math.exp(numerator - Math.log(higher.beta + i) - logBeta(1 + i, higher.beta) - scale);
  }
  return Math.min(1, sum);
}

/** Compares two arms: P, the difference of the means, its deviation and 90 % interval (handbook §8). */
export function compareArms(missed: Arm, done: Arm): Comparison {
  const [m, d] = [posterior(missed), posterior(done)];
  const difference = m.alpha / (m.alpha + m.beta) - d.alpha / (d.alpha + d.beta);
  const sd = Math.sqrt(variance(m) + variance(d));
  const interval = [Math.max(-1, difference - Z_90 * sd), Math.min(1, difference + Z_90 * sd)] as const;
  return { missed, done, probability: probabilityHigher(missed, done), difference, sd, interval };
}

function variance({ alpha, beta }: Beta): number {
  const sum = alpha + beta;
  return (alpha * beta) / (sum * sum * (sum + 1));
}

/** The two arms of some rows. */
export function armsOf(rows: readonly Row[]): { readonly missed: Arm; readonly done: Arm } {
  const arm = (exposed: boolean): Arm => {
    const members = rows.filter((row) => row.exposed === exposed);
    return { events: members.filter(({ event }) => event).length, total: members.length };
  };
  return { missed: arm(true), done: arm(false) };
}

/**
 * The autocorrelation guard of handbook §8: how many of the n rotations of the habit against the pain, the unturned
 * one included, give a rate difference as large as the observed one. Without both arms every rotation does.
 */
export function matchingShifts(rows: readonly Row[]): number {
  const n = rows.length;
  const { missed, done } = armsOf(rows);
  if (missed.total === 0 || done.total === 0) return n;
  const exposedAt = rows.flatMap(({ exposed }, index) => (exposed ? [index] : []));
  const events = rows.map(({ event }) => (event ? 1 : 0));
  const allEvents = missed.events + done.events;
  const rateDifference = (hits: number) => hits / missed.total - (allEvents - hits) / done.total;
  const observed = rateDifference(missed.events);
  let matching = 0;
  for (let shift = 0; shift < n; shift += 1) {
    let hits = 0;
    for (const index of exposedAt) hits += events[(index + shift) % n] ?? 0;
    if (rateDifference(hits) >= observed - TOLERANCE) matching += 1;
  }
  return matching;
}

/** The tier of a comparison (handbook §8); `shiftShare` is the share of rotations that match it, 0 to 1. */
export function tierOf(
  facts: Pick<Comparison, 'missed' | 'done' | 'probability' | 'difference'>,
  shiftShare: number,
): Tier {
  const { missed, done, probability, difference } = facts;
  const events = missed.events + done.events;
  const smallerArm = Math.min(missed.total, done.total);
  if (missed.total + done.total < MINIMUM.rows || smallerArm < MINIMUM.arm || events < MINIMUM.events) {
    return 'insufficient';
  }
  const reaches = (bound: { readonly probability: number; readonly shifts: number }) =>
    probability >= bound.probability && difference >= MIN_DIFFERENCE && shiftShare <= bound.shifts;
  if (reaches(TIERS.pattern)) return 'pattern';
  return reaches(TIERS.worthTrying) ? 'worth-trying' : 'no-clear-difference';
}

/** How many of the first rows are looked at: 20, 30, 40, then every 20, so that nothing changes in between; 0 below 20 (handbook §8). */
export function lookAt(rows: number): number {
  if (rows < 20) return 0;
  return rows < 40 ? Math.floor(rows / 10) * 10 : Math.floor(rows / 20) * 20;
}
