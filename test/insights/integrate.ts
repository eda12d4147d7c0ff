/**
 * P(p_missed > p_done) a second time, without the handbook's sum and without a beta function: the product of one
 * arm's density and the other's distribution, by Gauss–Legendre quadrature on a fixed grid, normalised numerically.
 */

/** Nodes and weights of the 8-point rule on [−1, 1]. */
const HALF: readonly (readonly [node: number, weight: number])[] = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
];
const RULE = HALF.flatMap(([node, weight]) => [[-node, weight] as const, [node, weight] as const]);

const PANELS = 80;

/** Where a panel begins: closer together towards 0 and 1, where the densities of clear arms are steep. */
const edge = (panel: number) => Math.sin((Math.PI / 2) * (panel / PANELS)) ** 2;

function integral(f: (x: number) => number, from: number, to: number): number {
  const half = (to - from) / 2;
  const middle = (from + to) / 2;
  return half * RULE.reduce((sum, [node, weight]) => sum + weight * f(middle + half * node), 0);
}

/** x^events (1 − x)^(total − events), scaled to 1 at its peak. */
function likelihood(events: number, total: number): (x: number) => number {
  const misses = total - events;
  const logOf = (count: number, x: number) => (count === 0 ? 0 : count * Math.log(x));
  const mode = total === 0 ? 0.5 : events / total;
  const peak = logOf(events, mode) + logOf(misses, 1 - mode);
  return (x) => Math.exp(logOf(events, x) + logOf(misses, 1 - x) - peak);
}

interface Counts {
  readonly events: number;
  readonly total: number;
}

/** P(p_missed > p_done) after flat priors, to about 1e-11. */
export function integratedProbability(missed: Counts, done: Counts): number {
  const m = likelihood(missed.events, missed.total);
  const d = likelihood(done.events, done.total);
  let below = 0;
  let joint = 0;
  let allOfM = 0;
  for (let panel = 0; panel < PANELS; panel += 1) {
    const [from, to] = [edge(panel), edge(panel + 1)];
    joint += integral((x) => m(x) * (below + integral(d, from, x)), from, to);
    allOfM += integral(m, from, to);
    below += integral(d, from, to);
  }
  return joint / (allOfM * below);
}
