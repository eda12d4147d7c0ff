/** From what was typed or chosen to a pain entry; every fault names its field, and a missing number stays missing. */
import { UserError } from '../faults.ts';
import { readChoice, readNotes, readWhole, type Typed, textOf } from '../reading.ts';
import { RANGES } from '../sessions/rules.ts';
import { areaFromText, findAreas } from './areas.ts';
import { KINDS, PHASES } from './rules.ts';
import type { PainEntry } from './store.ts';

/** Reads the area by name, with its side; throws `missing` or `area-unknown` with suggestions. */
export function readArea(typed: Typed): string {
  const text = textOf(typed, 'area');
  if (text === undefined) throw new UserError({ code: 'missing', field: 'area', example: 'low back' });
  const area = areaFromText(text);
  if (area !== undefined) return area;
  const suggestions = findAreas(text)
    .slice(0, 3)
    .map(({ label }) => label);
  throw new UserError({ code: 'area-unknown', typed: text, suggestions });
}

/** Reads an entry; what was left out is null, or false for "growing" and "stride changed". */
export function readPain(typed: Typed): PainEntry {
  const kinds = (textOf(typed, 'kind') ?? '').split(',').filter(Boolean);
  return {
    phase: readChoice('when', textOf(typed, 'when') ?? 'during', PHASES),
    now: readNumber(typed, 'now', RANGES.pain),
    start: readNumber(typed, 'start', RANGES.pain),
    growing: isTicked(typed, 'growing'),
    strideChanged: isTicked(typed, 'stride-changed'),
    kinds: kinds.map((kind) => readChoice('kind', kind, KINDS)),
    rep: readNumber(typed, 'rep', RANGES.rep),
    notes: readNotes(typed),
  };
}

/** On the command line an option of its own; in a form one of the ticks of "signs". */
function isTicked(typed: Typed, sign: string): boolean {
  return (
    typed[sign] === true ||
    String(typed.signs ?? '')
      .split(',')
      .includes(sign)
  );
}

function readNumber(typed: Typed, field: string, range: { readonly min: number; readonly max: number }) {
  const text = textOf(typed, field);
  return text === undefined ? null : readWhole(field, text, range);
}
