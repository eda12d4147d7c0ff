// Reads track shorthand: "10 min jog, 2x10x100 @17.5 r45 R3min". One pass over the tokens, no backtracking.
import { type Amounts, amounts } from './shorthand-amounts.ts';
import { type Cursor, cursor, EXAMPLES, type ShorthandError, Unreadable } from './shorthand-cursor.ts';
import { tokenise } from './shorthand-tokens.ts';
import { type Block, type Item, type RunsBlock, type Work, workOf } from './work.ts';

export type { Expected, ShorthandError } from './shorthand-cursor.ts';
export { formatWork } from './shorthand-format.ts';
export type { Activity, Amount, Block, Item, Pace, RunsBlock, SteadyBlock, Work } from './work.ts';

/** Largest numbers that the shorthand takes. */
export const LIMITS = { length: 200, sets: 50, reps: 200, totalMetres: 200_000, totalMinutes: 600 } as const;

export type WorkReading =
  | { readonly ok: true; readonly work: Work }
  | { readonly ok: false; readonly error: ShorthandError };

/**
 * Reads a session's work; never throws. Parts stand side by side with a comma, a semicolon, a new line, "and" or
 * "then". "x" is also × or *; a bare number is metres; "@17.5" is seconds for each repetition, "@17.2-17.9" from the
 * first to the last, "@75%" a share of best speed; small r is the rest between repetitions, capital R the one between
 * sets, in seconds unless a unit follows; "m" after a rest means minutes below 20 and metres from 20. Pace and rests
 * belong to the part before them.
 */
export function parseWork(text: string): WorkReading {
  try {
    if (text.length > LIMITS.length) {
      throw new Unreadable(LIMITS.length, { what: 'range', field: 'length', min: 1, max: LIMITS.length });
    }
    const work = workOf(readBlocks(cursor(tokenise(text))));
    checkTotal('total-metres', work.metres, LIMITS.totalMetres);
    checkTotal('total-minutes', work.minutes ?? 0, LIMITS.totalMinutes);
    return { ok: true, work };
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    const { at, expected } = fault;
    const example = expected.what === 'range' ? EXAMPLES[expected.field] : EXAMPLES[expected.what];
    return { ok: false, error: { at, expected, example } };
  }
}

function readBlocks(tokens: Cursor): Block[] {
  const read = amounts(tokens);
  const blocks: Block[] = [];
  for (;;) {
    blocks.push(readBlock(tokens, read));
    if (tokens.isEnd()) return blocks;
    if (!tokens.skipSeparators()) throw tokens.unreadable('separator-or-end');
    if (tokens.isEnd()) return blocks;
  }
}

function readBlock(tokens: Cursor, read: Amounts): Block {
  const activity = read.activity();
  if (activity !== null) return { kind: 'steady', amount: read.amount('amount'), activity };
  const body = readSets(tokens, read);
  const only =
    body.times === 1 && body.sets.length === 1 && body.sets[0]?.length === 1 ? body.sets[0][0] : undefined;
  if (only !== undefined && only.reps === 1) {
    const doing = read.activity();
    if (doing !== null || only.per.unit === 'seconds')
      return { kind: 'steady', amount: only.per, activity: doing };
  }
  return { kind: 'runs', ...body, ...readPaceAndRests(tokens, read) };
}

function readSets(tokens: Cursor, read: Amounts): Pick<RunsBlock, 'times' | 'sets'> {
  if (tokens.peekSign('(')) return { times: 1, sets: readGroup(tokens, read, 1) };
  const first = tokens.peekFactor() ? read.factor() : null;
  if (first === null) return { times: 1, sets: readList(tokens, read, 1, readItem(tokens, read)) };
  if (tokens.peekSign('(')) {
    const times = first.asSets();
    return { times, sets: readGroup(tokens, read, times) };
  }
  if (!tokens.peekFactor()) {
    const item = { reps: first.asReps(), per: read.amount('distance') };
    return { times: 1, sets: readList(tokens, read, 1, item) };
  }
  const times = first.asSets();
  return { times, sets: [[{ reps: read.factor().asReps(), per: read.amount('distance') }]] };
}

function readGroup(tokens: Cursor, read: Amounts, times: number): Item[][] {
  const at = tokens.at();
  tokens.takeSign('(');
  const sets: Item[][] = [[readItem(tokens, read)]];
  while (!tokens.takeSign(')')) {
    if (tokens.takeSign('/')) sets.push([readItem(tokens, read)]);
    else if (tokens.takeSign('+') || tokens.takeSign(',')) sets.at(-1)?.push(readItem(tokens, read));
    else throw tokens.unreadable('closing-bracket');
  }
  checkSets(at, times * sets.length);
  return sets;
}

function readList(tokens: Cursor, read: Amounts, times: number, first: Item): Item[][] {
  const at = tokens.at();
  const sets: Item[][] = [[first]];
  for (;;) {
    if (tokens.takeSign('/')) sets.push([readItem(tokens, read)]);
    else if (tokens.takeSign('+')) sets.at(-1)?.push(readItem(tokens, read));
    else break;
  }
  checkSets(at, times * sets.length);
  return sets;
}

function readItem(tokens: Cursor, read: Amounts): Item {
  const reps = tokens.peekFactor() ? read.factor().asReps() : 1;
  return { reps, per: read.amount(reps === 1 ? 'block' : 'distance') };
}

function readPaceAndRests(tokens: Cursor, read: Amounts): Pick<RunsBlock, 'pace' | 'rest' | 'setRest'> {
  const found: { pace: RunsBlock['pace']; rest: RunsBlock['rest']; setRest: RunsBlock['setRest'] } = {
    pace: null,
    rest: null,
    setRest: null,
  };
  for (;;) {
    const next = tokens.takeModifier();
    if (next === null) return found;
    if (found[next.name] !== null) throw new Unreadable(next.at, { what: 'separator-or-end' });
    if (next.name === 'pace') found.pace = read.pace();
    else found[next.name] = read.rest();
  }
}

function checkSets(at: number, sets: number): void {
  if (sets > LIMITS.sets)
    throw new Unreadable(at, { what: 'range', field: 'sets', min: 1, max: LIMITS.sets });
}

function checkTotal(field: 'total-metres' | 'total-minutes', value: number, max: number): void {
  if (value > max) throw new Unreadable(0, { what: 'range', field, min: 0, max });
}
