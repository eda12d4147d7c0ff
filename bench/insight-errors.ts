/**
 * npx tsx bench/insight-errors.ts: how often the habit insight of handbook §8 finds something where there is nothing.
 * Made-up athletes whose four habits and whose pain know nothing of each other; a season is all looks up to its length.
 *
 * Autocorrelation: each habit and the pain are a chain of yes and no with a share of 30 % yes. At each session the last
 * answer stays with probability r, and is drawn anew otherwise, so answers k sessions apart correlate by r to the k.
 */
import { insightOf } from '../src/insights/insight-rules.ts';
import { lookAt, type Tier } from '../src/insights/statistics-rules.ts';
import { HABITS, type Row } from '../src/insights/types.ts';

const ATHLETES = 4000;
const SEED = 20_260_504;
const MISSED = 0.3;
const HURTS = 0.3;
/** Sessions of one class: a season of 13 weeks with three of them a week, and longer ones. */
const SEASON = 40;
const LENGTHS = [SEASON, 60, 100];
const CORRELATIONS = [0, 0.3, 0.5, 0.7];

/** At most this share of seasons may show a pattern. */
const AIM_PATTERN = 0.1;

/** Yes and no in a row; see the model above. */
function chain(length: number, share: number, stays: number, random: () => number): boolean[] {
  const answers: boolean[] = [];
  for (let index = 0; index < length; index += 1) {
    const last = answers[index - 1];
    answers.push(last !== undefined && random() < stays ? last : random() < share);
  }
  return answers;
}

/** The tiers that one athlete gets to see in a season. */
function season(length: number, stays: number, random: () => number): Set<Tier> {
  const events = chain(length, HURTS, stays, random);
  const seen = new Set<Tier>();
  for (const habit of HABITS) {
    const missed = chain(length, MISSED, stays, random);
    const rows: Row[] = events.map((event, index) => ({ event, exposed: missed[index] ?? false }));
    for (let read = 20; read <= length; read += 1) {
      if (lookAt(read) === read) seen.add(insightOf(habit, rows.slice(0, read)).tier);
    }
  }
  return seen;
}

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);

console.log(
  `${ATHLETES} athletes without any effect each, 4 habits, 30 % missed, 30 % base pain, seed ${SEED}`,
);
console.log('sessions  autocorrelation  ≥1 Pattern  ≥1 Worth trying or better');
let worst = 0;
for (const length of LENGTHS) {
  for (const stays of CORRELATIONS) {
    const random = seeded(SEED);
    let patterns = 0;
    let hints = 0;
    for (let athlete = 0; athlete < ATHLETES; athlete += 1) {
      const seen = season(length, stays, random);
      if (seen.has('pattern')) patterns += 1;
      if (seen.has('pattern') || seen.has('worth-trying')) hints += 1;
    }
    if (length === SEASON) worst = Math.max(worst, patterns / ATHLETES);
    console.log(
      `${String(length).padStart(8)}  ${stays.toFixed(1).padStart(15)}  ${percent(patterns / ATHLETES).padStart(10)}  ${percent(hints / ATHLETES).padStart(25)}`,
    );
  }
}
const verdict = worst <= AIM_PATTERN ? 'met   ' : 'missed';
console.log(
  `${verdict} at most ${percent(AIM_PATTERN).trim()} of seasons of ${SEASON} sessions with a Pattern: at worst ${percent(worst).trim()}`,
);
console.log(
  'Handbook §8: a Pattern in 7–8 %, Worth trying or better in 24–27 % of seasons. These are the figures of',
);
console.log('three looks (20, 30, 40); each further look adds to them.');
