// Reads what a regeneration or mobility session was, alone or with shorthand: "massage", "sauna 15min", "30min ice bath".
import { LIMITS, parseWork, type Work, type WorkReading } from './shorthand.ts';
import { MODALITIES, type Modality } from './types.ts';
import type { Activity } from './work.ts';

const ALIASES: Readonly<Record<string, Modality>> = {
  'sports massage': 'massage',
  stretch: 'stretching',
  'foam rolling': 'foam-roller',
  foam: 'foam-roller',
  roller: 'foam-roller',
  rolling: 'foam-roller',
  'ice bath': 'ice',
  'cold bath': 'ice',
  'hot bath': 'heat',
  'hot tub': 'heat',
  swim: 'pool',
  swimming: 'pool',
  cycling: 'bike',
  walking: 'walk',
  other: 'other',
};

const BY_WORD = new Map<string, Modality>([
  ...MODALITIES.map(({ id, label }) => [label.toLowerCase(), id] as const),
  ...(Object.entries(ALIASES) satisfies [string, Modality][]),
]);

const BY_ACTIVITY: Partial<Record<Activity, Modality>> = {
  walk: 'walk',
  bike: 'bike',
  swim: 'pool',
  pool: 'pool',
  stretch: 'stretching',
};

const WORDS = /^[\p{L}][\p{L} -]*/u;

/** What a session was, and the shorthand that is left of its work; each null when there is none. */
export interface ModalityWork {
  readonly modality: Modality;
  readonly rest: string | null;
}

/**
 * Reads work that names what the session was. What is shorthand already stays so: it names a modality only when all
 * of it is walking, bike, pool or stretching. Never throws.
 *
 * @returns null when it names none; else the modality with the rest of the work, or the place where the rest stops
 * being readable.
 */
export function parseModality(
  text: string,
): ({ readonly ok: true } & ModalityWork) | Extract<WorkReading, { ok: false }> | null {
  const plain = parseWork(text);
  if (plain.ok) {
    const modality = modalityOf(plain.work);
    return modality === null ? null : { ok: true, modality, rest: text };
  }
  const typed = text.trim();
  const front = WORDS.exec(typed)?.[0] ?? '';
  const first = modalityNamed(front);
  if (first !== null) return withRest(text, first, typed.slice(front.length));
  return withAmountBefore(typed);
}

/** Modalities whose name begins like this, from two letters on: what may be meant while it is typed. */
export function modalitiesLike(text: string): Modality[] {
  const typed = text.trim().toLowerCase();
  if (typed.length < 2) return [];
  return MODALITIES.filter(({ label }) => label.toLowerCase().startsWith(typed)).map(({ id }) => id);
}

/** Work with what the session was in front, as it is typed: "massage 30min"; the work alone where that would not read back. */
export function typedModality(modality: Modality | null, work: string | null): string | null {
  if (modality === null) return work;
  const known = work === null ? null : parseModality(work);
  if (known?.ok && known.modality === modality) return work;
  const name = modality === 'other' ? 'other' : modalityLabel(modality).toLowerCase();
  const typed = work === null ? name : `${name} ${work}`;
  const again = typed.length <= LIMITS.length ? parseModality(typed) : null;
  return again?.ok && again.modality === modality ? typed : work;
}

/** "Foam roller". */
export function modalityLabel(modality: Modality): string {
  return MODALITIES.find(({ id }) => id === modality)?.label ?? modality;
}

function modalityOf({ blocks }: Work): Modality | null {
  const named = new Set(blocks.map((block) => (block.kind === 'steady' ? block.activity : 'reps')));
  named.delete(null);
  const [only, ...more] = named;
  if (only === undefined || only === null || only === 'reps' || more.length > 0) return null;
  return BY_ACTIVITY[only] ?? null;
}

function modalityNamed(words: string): Modality | null {
  const name = words.trim().toLowerCase().replaceAll('-', ' ').replace(/\s+/g, ' ');
  return BY_WORD.get(name) ?? null;
}

/** "30min massage": the longest name that the text ends with. */
function withAmountBefore(typed: string): ReturnType<typeof parseModality> {
  const plain = typed.toLowerCase().replaceAll('-', ' ');
  const names = [...BY_WORD.keys()].filter((name) => plain.endsWith(` ${name}`));
  const name = names.sort((a, b) => b.length - a.length)[0] ?? '';
  const modality = modalityNamed(name);
  const rest = typed.slice(0, typed.length - name.length).trim();
  return modality !== null && parseWork(rest).ok ? { ok: true, modality, rest } : null;
}

function withRest(text: string, modality: Modality, after: string): ReturnType<typeof parseModality> {
  const rest = after.replace(/^[\s,;:]+/, '');
  if (rest === '') return { ok: true, modality, rest: null };
  const reading = parseWork(rest);
  if (reading.ok) return { ok: true, modality, rest };
  const { at, expected } = reading.error;
  const example = `${modalityLabel(modality).toLowerCase()} 30min`;
  return { ok: false, error: { at: text.trimEnd().length - rest.length + at, expected, example } };
}
