/** Reads what was typed or chosen; a fault names its field. */
import { UserError } from './faults.ts';

/** What a form or a command line hands in, by field. */
export type Typed = Readonly<Record<string, string | number | boolean>>;

/** The trimmed text of a field; undefined when it was left out or emptied. */
export function textOf(typed: Typed, field: string): string | undefined {
  const text = String(typed[field] ?? '').trim();
  return text === '' ? undefined : text;
}

/** A whole number in a range, both ends included; throws `out-of-range`. */
export function readWhole(
  field: string,
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
  unit = '',
): number {
  const value = text === '' ? Number.NaN : Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new UserError({ code: 'out-of-range', field, typed: text, min, max, unit });
}

/** One of the choices, in any case; throws `unknown-choice`. */
export function readChoice<T extends string>(field: string, text: string, choices: readonly T[]): T {
  const wanted = text.trim().toLowerCase().replaceAll(' ', '-');
  const found = choices.find((choice) => choice === wanted);
  if (found !== undefined) return found;
  throw new UserError({ code: 'unknown-choice', field, typed: text, choices });
}
