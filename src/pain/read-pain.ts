/** From what was typed or chosen to a pain entry; every fault names its field, and a missing number stays missing. */
import { UserError } from '../faults.ts';
import { areaFromText, findAreas } from './areas.ts';
import { KINDS, type Kind, PHASES, type Phase } from './rules.ts';
import type { PainEntry } from './store.ts';

/** Options of `/pain`, or fields of its forms, by name. */
export type TypedPain = Readonly<Record<string, string | number | boolean>>;

export const PAIN_LIMITS = { pain: { min: 0, max: 10 }, rep: { min: 1, max: 200 }, notes: 1000 } as const;

/** Reads the area by name, with its side; throws `missing` or `area-unknown` with suggestions. */
export function readArea(typed: TypedPain): string {
  const text = String(typed.area ?? '').trim();
  if (text === '') throw new UserError({ code: 'missing', field: 'area', example: 'low back' });
  const area = areaFromText(text);
  if (area !== undefined) return area;
  const suggestions = findAreas(text)
    .slice(0, 3)
    .map(({ label }) => label);
  throw new UserError({ code: 'area-unknown', typed: text, suggestions });
}

/** Reads an entry; what was left out is null, or false for "growing" and "stride changed". */
export function readPain(typed: TypedPain): PainEntry {
  const { pain, rep } = PAIN_LIMITS;
  return {
    phase: readPhase(typed.when),
    now: readWhole('now', typed.now, pain.min, pain.max),
    start: readWhole('start', typed.start, pain.min, pain.max),
    growing: isTicked(typed, 'growing'),
    strideChanged: isTicked(typed, 'stride-changed'),
    kinds: readKinds(typed.kind),
    rep: readWhole('rep', typed.rep, rep.min, rep.max),
    notes: readNotes(typed.notes),
  };
}

/** On the command line an option of its own; in a form one of the ticks of "signs". */
function isTicked(typed: TypedPain, sign: string): boolean {
  return (
    typed[sign] === true ||
    String(typed.signs ?? '')
      .split(',')
      .includes(sign)
  );
}

function readWhole(field: string, typed: string | number | boolean | undefined, min: number, max: number) {
  const text = String(typed ?? '').trim();
  if (text === '') return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new UserError({ code: 'out-of-range', field, typed: text, min, max, unit: '' });
  }
  return value;
}

function readPhase(typed: string | number | boolean | undefined): Phase {
  const text = String(typed ?? '') || 'during';
  const phase = PHASES.find((each) => each === text);
  if (phase === undefined)
    throw new UserError({ code: 'unknown-choice', field: 'when', typed: text, choices: PHASES });
  return phase;
}

function readKinds(typed: string | number | boolean | undefined): Kind[] {
  const words = String(typed ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  return words.map((word) => {
    const kind = KINDS.find((each) => each === word);
    if (kind === undefined)
      throw new UserError({ code: 'unknown-choice', field: 'kind', typed: word, choices: KINDS });
    return kind;
  });
}

function readNotes(typed: string | number | boolean | undefined): string | null {
  const text = String(typed ?? '').trim();
  const { notes: max } = PAIN_LIMITS;
  if (text.length > max) throw new UserError({ code: 'too-long', field: 'notes', length: text.length, max });
  return text === '' ? null : text;
}
