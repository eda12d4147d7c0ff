// Cuts track shorthand into numbers, clock times, words and signs, each with its place in the text.

export type Sign = 'x' | '(' | ')' | '+' | '/' | ',' | '@' | '%' | '-' | "'" | '"';

export interface Token {
  readonly kind: 'number' | 'clock' | 'word' | 'sign' | 'end' | 'unknown';
  /** Index in the text, from 0. */
  readonly at: number;
  /** Index after the last character. */
  readonly end: number;
  /** As typed. */
  readonly raw: string;
  /** Lower case; signs in their one spelling. */
  readonly text: string;
  /** Of a number its value, of a clock time its seconds, else 0. */
  readonly value: number;
  /** Digits after the decimal point. */
  readonly decimals: number;
}

const SPACE = /\s+/y;
const CLOCK = /(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?:[.,](\d{1,2}))?(?!\d)/y;
const NUMBER = /(\d+)(?:\.(\d+))?/y;
// A comma between digits is a decimal one in "1,5km", and after @, r or the dash of a pace where no next part can begin:
// "@17,5" but "@17,5x200". Elsewhere it parts a list: "60,80".
const COMMA_KILOMETRES = /(\d{1,2}),(\d{1,3})(?=\s*km?s?(?!\p{L}))/iuy;
const COMMA_SECONDS = /(\d+),(\d{1,2})(?![\d.:+/]|,\d|\s*[x×✕✖⨯*(]|\s*(?:m|km?|min)(?!\p{L}))/iuy;
const WORD = /\p{L}+(?:-\p{L}+)*/uy;
const TIMES = /[x×✕✖⨯*х]/iy;

const SIGNS: Readonly<Record<string, Sign>> = {
  '(': '(',
  '[': '(',
  ')': ')',
  ']': ')',
  '+': '+',
  '/': '/',
  ',': ',',
  ';': ',',
  '&': ',',
  '|': ',',
  '@': '@',
  '%': '%',
  '-': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  "'": "'",
  '’': "'",
  '′': "'",
  '"': '"',
  '”': '"',
  '″': '"',
};

/** The tokens of a text, ended by one of kind end; never fails: what is none is a token of kind unknown. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const space = match(SPACE, text, at);
    if (space !== null) {
      if (/[\n\r]/.test(space[0])) tokens.push(token('sign', at, space[0], ','));
      at += space[0].length;
      continue;
    }
    const next = tokenAt(text, at, tokens.at(-1));
    tokens.push(next);
    at = next.end;
  }
  tokens.push(token('end', text.length, '', ''));
  return tokens;
}

function tokenAt(text: string, at: number, before: Token | undefined): Token {
  const clock = match(CLOCK, text, at);
  if (clock !== null) return clockToken(clock, at);
  const number =
    match(COMMA_KILOMETRES, text, isTimes(before) ? text.length : at) ??
    match(COMMA_SECONDS, text, takesSeconds(before) ? at : text.length) ??
    match(NUMBER, text, at);
  if (number !== null) {
    const [raw, digits, fraction = ''] = number;
    return {
      ...token('number', at, raw, raw),
      value: Number(`${digits}.${fraction}`),
      decimals: fraction.length,
    };
  }
  const times = match(TIMES, text, at);
  const word = match(WORD, text, at);
  if (times !== null && (word === null || word[0].length === 1)) return token('sign', at, times[0], 'x');
  if (word !== null) return token('word', at, word[0], word[0].toLowerCase());
  const first = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const sign = Object.hasOwn(SIGNS, first) ? SIGNS[first] : undefined;
  return sign === undefined ? token('unknown', at, first, first) : token('sign', at, first, sign);
}

function isTimes(token: Token | undefined): boolean {
  return token?.kind === 'sign' && token.text === 'x';
}

function takesSeconds(token: Token | undefined): boolean {
  return token !== undefined && ['@', 'r', 'rest', '-'].includes(token.text);
}

function clockToken(found: RegExpExecArray, at: number): Token {
  const [raw, first, second, third, fraction = ''] = found;
  const whole =
    third === undefined
      ? Number(first) * 60 + Number(second)
      : Number(first) * 3600 + Number(second) * 60 + Number(third);
  const hundredths = Number(fraction.padEnd(2, '0'));
  return {
    ...token('clock', at, raw, raw),
    value: (whole * 100 + hundredths) / 100,
    decimals: fraction.length,
  };
}

function token(kind: Token['kind'], at: number, raw: string, text: string): Token {
  return { kind, at, end: at + raw.length, raw, text, value: 0, decimals: 0 };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
