// The numbers of the shorthand with their units and bounds: distances, durations, paces and rests.
import { type BoundedField, type Cursor, type Expected, Unreadable } from './shorthand-cursor.ts';
import type { Token } from './shorthand-tokens.ts';
import { ACTIVITIES, type Activity, type Amount, type Pace } from './work.ts';

const BOUNDS = {
  sets: [1, 50],
  reps: [1, 200],
  distance: [1, 100_000],
  duration: [1, 36_000],
  pace: [1, 7_200],
  percent: [1, 100],
  rest: [1, 3_600],
} as const satisfies Partial<Record<BoundedField, readonly [number, number]>>;

const METRES = /^(?:m|mt?rs?|met(?:er|re)s?)$/;
const KILOMETRES = /^(?:k|kms?|kilomet(?:er|re)s?)$/;
const SECONDS = /^(?:s|secs?|seconds?|")$/;
const MINUTES = /^(?:mins?|minutes?|')$/;
const HOURS = /^(?:h|hrs?|hours?)$/;

/** A rest of so many "m" or more is walked; of fewer, it lasts minutes. */
const WALKED_FROM = 20;

const ALIASES: Readonly<Record<string, Activity>> = {
  jogging: 'jog',
  easy: 'jog',
  running: 'run',
  walking: 'walk',
  cycle: 'bike',
  cycling: 'bike',
  swimming: 'swim',
  drill: 'drills',
  stride: 'strides',
  stretching: 'stretch',
  warmup: 'warm-up',
  wu: 'warm-up',
  cooldown: 'cool-down',
  cd: 'cool-down',
};

export type Amounts = ReturnType<typeof amounts>;

/** Readers for the numbers of the shorthand; each throws Unreadable where it cannot go on. */
export function amounts(tokens: Cursor) {
  return {
    /** "10x": to be taken as sets or as repetitions. */
    factor() {
      const token = tokens.take();
      tokens.takeSign('x');
      return {
        asSets: () => bounded('sets', token, whole(token)),
        asReps: () => bounded('reps', token, whole(token)),
      };
    },
    /** "100", "100m", "5km", "30 min", "1h30", "20:00". */
    amount: (wanted: 'block' | 'distance' | 'amount'): Amount => readAmount(tokens, wanted),
    /** "17.5", "17.5 s", "1:05", "17.2-17.9" from the first rep to the last, "75%". */
    pace: (): Pace => readPace(tokens),
    /** "45", "2min", "1:30", "100m". */
    rest: (): Amount => readRest(tokens),
    /** "jog", "warm-up" or "warm up"; null when none comes. */
    activity: (): Activity | null => readActivity(tokens),
  };
}

function readAmount(tokens: Cursor, wanted: 'block' | 'distance' | 'amount'): Amount {
  const token = tokens.look();
  if (token.kind !== 'number' && token.kind !== 'clock') throw tokens.unreadable(wanted);
  tokens.take();
  if (token.kind === 'clock') return seconds('duration', token, token.value);
  const unit = tokens.look().text;
  const scale = SECONDS.test(unit) ? 1 : MINUTES.test(unit) ? 60 : HOURS.test(unit) ? 3600 : null;
  if (scale !== null) {
    const end = tokens.take().end;
    const value = atMost(2, token) * scale + (scale === 3600 ? extraMinutes(tokens, end) : 0);
    return seconds('duration', token, value);
  }
  if (KILOMETRES.test(unit)) {
    tokens.take();
    const metres = Math.round(atMost(3, token) * 1000);
    return { unit: 'metres', value: bounded('distance', token, metres) };
  }
  if (METRES.test(unit)) tokens.take();
  return { unit: 'metres', value: bounded('distance', token, whole(token)) };
}

function extraMinutes(tokens: Cursor, end: number): number {
  const next = tokens.look();
  if (next.kind !== 'number' || next.at !== end || next.value >= 60) return 0;
  tokens.take();
  if (MINUTES.test(tokens.look().text)) tokens.take();
  return whole(next) * 60;
}

function readPace(tokens: Cursor): Pace {
  const token = tokens.look();
  if (token.kind !== 'number' && token.kind !== 'clock') throw tokens.unreadable('pace');
  tokens.take();
  if (token.kind === 'number' && tokens.takeSign('%')) {
    return { unit: 'percent', value: bounded('percent', token, atMost(2, token)) };
  }
  const value = paceSeconds(tokens, token);
  if (!tokens.takeSign('-')) return { unit: 'seconds', value };
  const end = tokens.look();
  if (end.kind !== 'number' && end.kind !== 'clock') throw tokens.unreadable('last-pace');
  tokens.take();
  if (tokens.peekSign('%')) throw tokens.unreadable('last-pace');
  const last = paceSeconds(tokens, end);
  return last === value ? { unit: 'seconds', value } : { unit: 'seconds', value, last };
}

function paceSeconds(tokens: Cursor, token: Token): number {
  if (SECONDS.test(tokens.look().text)) tokens.take();
  return bounded('pace', token, atMost(2, token));
}

function readRest(tokens: Cursor): Amount {
  const token = tokens.look();
  if (token.kind !== 'number' && token.kind !== 'clock') throw tokens.unreadable('rest');
  tokens.take();
  const unit = token.kind === 'number' ? tokens.look().text : '';
  const scale = SECONDS.test(unit) ? 1 : MINUTES.test(unit) ? 60 : null;
  if (scale !== null) tokens.take();
  if (!METRES.test(unit)) return seconds('rest', token, atMost(2, token) * (scale ?? 1));
  tokens.take();
  if (token.value < WALKED_FROM) return seconds('rest', token, atMost(2, token) * 60);
  return { unit: 'metres', value: bounded('rest', token, whole(token)) };
}

function readActivity(tokens: Cursor): Activity | null {
  const { kind, text } = tokens.look();
  if (kind !== 'word') return null;
  const pair = `${text}-${tokens.look(1).text}`;
  const isPair = pair === 'warm-up' || pair === 'cool-down';
  const word = isPair ? pair : text;
  const found =
    ACTIVITIES.find((each) => each === word) ?? (Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined);
  if (found === undefined) return null;
  tokens.take();
  if (isPair) tokens.take();
  return found;
}

function seconds(field: 'duration' | 'rest', token: Token, value: number): Amount {
  return { unit: 'seconds', value: bounded(field, token, Math.round(value * 100) / 100) };
}

function whole(token: Token): number {
  if (token.decimals > 0) throw new Unreadable(token.at, { what: 'whole' });
  return token.value;
}

function atMost(decimals: number, token: Token): number {
  if (token.decimals > decimals) throw new Unreadable(token.at, { what: 'decimals' });
  return token.value;
}

function bounded(field: keyof typeof BOUNDS, token: Token, value: number): number {
  const [min, max] = BOUNDS[field];
  const range: Expected = { what: 'range', field, min, max };
  if (value < min || value > max) throw new Unreadable(token.at, range);
  return value;
}
