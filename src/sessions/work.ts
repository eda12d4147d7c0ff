// What a session's work is made of, once the shorthand is read.

/** A length on the ground in whole metres, or in time in seconds with at most two decimals. */
export type Amount =
  | { readonly unit: 'metres'; readonly value: number }
  | { readonly unit: 'seconds'; readonly value: number };

/**
 * How fast a repetition was: seconds for each, or per cent of best speed. With `last`, `value` is the first repetition
 * and `last` the last one, and the two differ.
 */
export type Pace =
  | { readonly unit: 'seconds'; readonly value: number; readonly last?: number }
  | { readonly unit: 'percent'; readonly value: number };

/** The same repetition some times over, 1 to 200. */
export interface Item {
  readonly reps: number;
  readonly per: Amount;
}

/** Repetitions in sets: all of `sets` in order, `times` times over, 1 to 50 sets in all. */
export interface RunsBlock {
  readonly kind: 'runs';
  readonly times: number;
  readonly sets: readonly (readonly Item[])[];
  readonly pace: Pace | null;
  /** Between repetitions. */
  readonly rest: Amount | null;
  /** Between sets; of a single set, before what comes next. */
  readonly setRest: Amount | null;
}

/** What can be done without repetitions. */
export const ACTIVITIES = [
  'jog',
  'run',
  'walk',
  'bike',
  'swim',
  'pool',
  'drills',
  'strides',
  'stretch',
  'warm-up',
  'cool-down',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** One unbroken stretch of something, like "800 m jog" or "30 min". */
export interface SteadyBlock {
  readonly kind: 'steady';
  readonly amount: Amount;
  readonly activity: Activity | null;
}

export type Block = RunsBlock | SteadyBlock;

/** A session's work as read, with its totals. */
export interface Work {
  readonly blocks: readonly Block[];
  /** Running metres: repetitions, and what was jogged, run, strided, or covered in warm-up and cool-down. */
  readonly metres: number;
  /** Repetitions in all; an unbroken stretch is none. */
  readonly reps: number;
  /** Whole minutes that the work itself names, rests not counted; null when it names none. */
  readonly minutes: number | null;
}

/** The repetitions of a block in the order in which they are run; an unbroken stretch has none. */
export function itemsInOrder(block: Block): readonly Item[] {
  if (block.kind === 'steady') return [];
  return Array.from({ length: block.times }, () => block.sets.flat()).flat();
}

const ON_FOOT: readonly (Activity | null)[] = ['jog', 'run', 'strides', 'warm-up', 'cool-down', null];

/** Adds up blocks. */
export function workOf(blocks: readonly Block[]): Work {
  const seconds = sum(blocks.map((block) => amountOf(block, 'seconds')));
  return {
    blocks,
    metres: sum(blocks.map((block) => (isOnFoot(block) ? amountOf(block, 'metres') : 0))),
    reps: sum(blocks.map(repsOf)),
    minutes: seconds === 0 ? null : Math.max(1, Math.round(seconds / 60)),
  };
}

function isOnFoot(block: Block): boolean {
  return block.kind === 'runs' || ON_FOOT.includes(block.activity);
}

function amountOf(block: Block, unit: Amount['unit']): number {
  if (block.kind === 'steady') return block.amount.unit === unit ? block.amount.value : 0;
  const items = block.sets.flat().filter(({ per }) => per.unit === unit);
  return block.times * sum(items.map(({ reps, per }) => reps * per.value));
}

function repsOf(block: Block): number {
  return block.kind === 'steady' ? 0 : block.times * sum(block.sets.flat().map(({ reps }) => reps));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
