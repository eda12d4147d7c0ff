// Walks over the tokens of the shorthand and says what was expected where it stops.
import type { Sign, Token } from './shorthand-tokens.ts';

/** A number of the shorthand that has bounds. */
export type BoundedField =
  | 'length'
  | 'sets'
  | 'reps'
  | 'distance'
  | 'duration'
  | 'pace'
  | 'percent'
  | 'rest'
  | 'total-metres'
  | 'total-minutes';

/** What should have stood at the place of an error. */
export type Expected =
  /** block: any part of the work. distance: metres or minutes after "x". amount: the same after an activity. last-pace: seconds. */
  | {
      readonly what:
        | 'block'
        | 'distance'
        | 'amount'
        | 'pace'
        | 'last-pace'
        | 'rest'
        | 'closing-bracket'
        | 'separator-or-end';
    }
  /** whole: no fraction of a metre, set or repetition. decimals: at most two for seconds, three for kilometres. */
  | { readonly what: 'whole' | 'decimals' }
  | { readonly what: 'range'; readonly field: BoundedField; readonly min: number; readonly max: number };

export interface ShorthandError {
  /** Index of the first character that could not be read, from 0. */
  readonly at: number;
  readonly expected: Expected;
  /** Shorthand that would be read. */
  readonly example: string;
}

/** One readable text for everything that can be expected. */
export const EXAMPLES: Readonly<Record<Exclude<Expected['what'], 'range'> | BoundedField, string>> = {
  block: '10x100',
  distance: '10x100',
  amount: 'jog 800m',
  pace: '10x100 @17.5',
  'last-pace': '10x100 @17.2-17.9',
  rest: '10x100 r45',
  'closing-bracket': '3x(2x150)',
  'separator-or-end': '4x60, 3x120',
  whole: '10x100',
  decimals: '10x100 @17.5',
  length: '2x10x100 @17.5 r45',
  sets: '2x10x100',
  reps: '10x100',
  duration: '30min',
  percent: '10x100 @75%',
  'total-metres': '10x100',
  'total-minutes': '30min',
};

/** Thrown inside the reader and caught by it: where reading stopped, and why. */
export class Unreadable extends Error {
  readonly at: number;
  readonly expected: Expected;

  constructor(at: number, expected: Expected) {
    super(expected.what);
    this.at = at;
    this.expected = expected;
  }
}

export type Cursor = ReturnType<typeof cursor>;

const JOINERS = ['and', 'then'];

/** A reader's place among the tokens. */
export function cursor(tokens: readonly Token[]) {
  let index = 0;
  const last = tokens.at(-1);
  const look = (ahead = 0): Token => {
    const token = tokens[index + ahead] ?? last;
    if (token === undefined) throw new RangeError('no tokens');
    return token;
  };
  const isSign = (token: Token, sign: Sign): boolean => token.kind === 'sign' && token.text === sign;
  const isSeparator = (token: Token): boolean =>
    isSign(token, ',') || (token.kind === 'word' && JOINERS.includes(token.text));

  return {
    look,
    /** The present token, stepping over it. */
    take(): Token {
      const token = look();
      index += 1;
      return token;
    },
    at: (): number => look().at,
    isEnd: (): boolean => look().kind === 'end',
    peekSign: (sign: Sign): boolean => isSign(look(), sign),
    /** Whether a number with "x" behind it comes next. */
    peekFactor: (): boolean => look().kind === 'number' && isSign(look(1), 'x'),
    takeSign(sign: Sign): boolean {
      const found = isSign(look(), sign);
      if (found) index += 1;
      return found;
    },
    /** Steps over separators; false when there was none. */
    skipSeparators(): boolean {
      const from = index;
      while (isSeparator(look())) index += 1;
      return index > from;
    },
    /** Steps over "@", "r", "R", "rest" or "set rest", with a comma before it if need be; null when none comes. */
    takeModifier(): { readonly name: 'pace' | 'rest' | 'setRest'; readonly at: number } | null {
      const skip = isSign(look(), ',') ? 1 : 0;
      const first = look(skip);
      const name = modifierOf(first, look(skip + 1));
      if (name === null) return null;
      index += skip + (name === 'setRest' && first.text !== 'r' ? 2 : 1);
      return { name, at: first.at };
    },
    unreadable: (what: Exclude<Expected['what'], 'range'>): Unreadable => new Unreadable(look().at, { what }),
  };
}

function modifierOf(token: Token, next: Token): 'pace' | 'rest' | 'setRest' | null {
  if (token.kind === 'sign' && token.text === '@') return 'pace';
  if (token.kind !== 'word') return null;
  if (token.raw === 'R') return 'setRest';
  if (token.raw === 'r' || token.text === 'rest') return 'rest';
  return /^sets?$/.test(token.text) && next.text === 'rest' ? 'setRest' : null;
}
