/** Reads what was typed or chosen; a fault names its field. */
import type { Press } from './discord/command.ts';
import type { Drafts, Invocation } from './discord/drafts.ts';
import { UserError } from './faults.ts';

/** What a form or a command line hands in, by field. */
export type Typed = Readonly<Record<string, string | number | boolean>>;

/** The trimmed text of a field; undefined when it was left out or emptied. */
export function textOf(typed: Typed, field: string): string | undefined {
  const text = String(typed[field] ?? '').trim();
  return text === '' ? undefined : text;
}

/** The fields of a form as typed text; several choices are joined by commas, and what was emptied stays, empty. */
export function typedIn(fields: Readonly<Record<string, string | boolean | readonly string[]>>): Typed {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat().join(',')]));
}

/** The command that a press goes on with. Throws `draft-lost` when it is no longer kept, or is somebody else's. */
export function readDraft(drafts: Drafts, { args, caller }: Pick<Press, 'args' | 'caller'>): Invocation {
  const kept = drafts.find(args.draft ?? '', caller.userId);
  if (kept === undefined) throw new UserError({ code: 'draft-lost' });
  return kept;
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

/** Characters that notes can have. */
export const MAX_NOTES = 1000;

/** Notes of up to 1000 characters; null when there are none. Throws `too-long`. */
export function readNotes(typed: Typed): string | null {
  const notes = textOf(typed, 'notes') ?? null;
  if (notes !== null && notes.length > MAX_NOTES) {
    throw new UserError({ code: 'too-long', field: 'notes', length: notes.length, max: MAX_NOTES });
  }
  return notes;
}
