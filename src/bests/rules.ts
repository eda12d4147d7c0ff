// Tempo against an athlete's best over the distance (handbook §6, after Charlie Francis).

/** Tempo is run at 65 to 75 % of best speed, never faster. */
export const TEMPO_PERCENT = { slowest: 65, fastest: 75 } as const;

/** Speed of a repetition in per cent of best speed over the same distance: best ÷ rep time × 100, both in seconds. */
export function speedPercent(best: number, rep: number): number {
  return (best / rep) * 100;
}

/** Seconds between which tempo lies for a best time: 12.0 s over 100 m gives 16.0 (75 %) to 18.46 (65 %). */
export function tempoTimes(best: number): { readonly fastest: number; readonly slowest: number } {
  return {
    fastest: (best * 100) / TEMPO_PERCENT.fastest,
    slowest: (best * 100) / TEMPO_PERCENT.slowest,
  };
}

/** Where a repetition lies; "as fast as 75 %" is still tempo. Hundredths of a second decide, as on a stopwatch. */
export function tempoFit(best: number, rep: number): 'too-fast' | 'tempo' | 'slower' {
  const { fastest, slowest } = tempoTimes(best);
  const hundredths = (seconds: number) => Math.round(seconds * 100);
  if (hundredths(rep) < hundredths(fastest)) return 'too-fast';
  return hundredths(rep) > hundredths(slowest) ? 'slower' : 'tempo';
}
