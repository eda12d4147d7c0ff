// Where in a session pain began (handbook §1 asks the rep; metres let sessions of different reps be compared).
import { itemsInOrder, type Work } from '../sessions/work.ts';

/**
 * Metres run by the end of repetition `rep`, counted over repetitions alone: rep 6 of 10 × 100 m is 600 m. Null when the
 * work has fewer repetitions, or when one of those up to it is given in time.
 */
export function onsetMetres(work: Work, rep: number): number | null {
  let metres = 0;
  let left = rep;
  for (const { reps, per } of work.blocks.flatMap(itemsInOrder)) {
    if (per.unit !== 'metres') return null;
    const run = Math.min(reps, left);
    metres += run * per.value;
    left -= run;
    if (left === 0) return metres;
  }
  return null;
}
