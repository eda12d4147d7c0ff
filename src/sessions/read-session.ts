/** From what was typed or chosen to a session; every fault names its field, and nothing is guessed. */
import { UserError } from '../faults.ts';
import { readChoice, readNotes, readWhole, type Typed, textOf } from '../reading.ts';
import { parseLocalDate } from '../time/local.ts';
import { RANGES, takesModality } from './rules.ts';
import { LIMITS, parseWork, type WorkReading } from './shorthand.ts';
import { parseModality, typedModality } from './shorthand-modality.ts';
import type { Session, SessionEntry } from './store.ts';
import { MODALITIES, SESSION_TYPES, STRETCHES, WARMUPS } from './types.ts';

/** What `work` says for "the session that I logged last, again". */
export const SAME_AS_LAST = 'same as last time';

/** What the form's type says for the same. */
export const SAME_TYPE = 'same';

/** Whether the last session is to be repeated. */
export function asksForLast(typed: Typed): boolean {
  return textOf(typed, 'work')?.toLowerCase() === SAME_AS_LAST || textOf(typed, 'type') === SAME_TYPE;
}

/**
 * Reads an entry. `today` is the athlete's local date; `last` is what "same as last time" repeats where nothing else
 * was typed: type, work, what it was, minutes and effort, never the habits. A missing type is null: it is asked, not guessed.
 */
export function readSession(
  typed: Typed,
  today: string,
  last: Session | null,
): Omit<SessionEntry, 'type'> & { readonly type: SessionEntry['type'] | null } {
  const again = asksForLast(typed);
  if (again && last === null) throw new UserError({ code: 'nothing-to-repeat' });
  const from = again ? last : null;
  const type = textOf(typed, 'type');
  const work = textOf(typed, 'work');
  const readAs = type === undefined || type === SAME_TYPE ? (from?.type ?? null) : readType(type);
  const isNew = work !== undefined && work.toLowerCase() !== SAME_AS_LAST;
  return {
    localDate: readDate(textOf(typed, 'date'), today),
    type: readAs,
    ...(isNew ? readWork(work, readAs) : workOfLast(from, readAs)),
    minutes: readMinutes(typed) ?? from?.minutes ?? null,
    effort: readEffort(typed) ?? from?.effort ?? null,
    ...readHabits(typed),
    notes: readNotes(typed),
  };
}

/** Reads only the fields that are there, for changing a session; an emptied field becomes "not answered". */
export function readChanges(typed: Typed, today: string): Partial<SessionEntry> {
  const { warmup, core, stretch } = readHabits(typed);
  const read: Readonly<Record<string, () => Partial<SessionEntry>>> = {
    type: () => ({ type: readType(textOf(typed, 'type') ?? '') }),
    work: () => readWork(textOf(typed, 'work') ?? null, wholeType(typed)),
    modality: () => ({ modality: readModality(textOf(typed, 'modality')) }),
    minutes: () => ({ minutes: readMinutes(typed) }),
    effort: () => ({ effort: readEffort(typed) }),
    warmup: () => ({ warmup }),
    core: () => ({ core }),
    stretch: () => ({ stretch }),
    date: () => ({ localDate: readDate(textOf(typed, 'date'), today) }),
    notes: () => ({ notes: readNotes(typed) }),
  };
  return Object.assign({}, ...Object.keys(typed).map((field) => read[field]?.() ?? {}));
}

function readType(text: string): SessionEntry['type'] {
  return readChoice(
    'type',
    text,
    SESSION_TYPES.map(({ id }) => id),
  );
}

type WorkFields = Pick<SessionEntry, 'work' | 'metres' | 'modality'>;

/** `type` null: not known yet, so that what only regeneration and mobility take is taken too. */
function readWork(work: string | null, type: SessionEntry['type'] | null): WorkFields {
  if (work === null) return { work: null, metres: null, modality: null };
  if (work.length > LIMITS.length) {
    throw new UserError({ code: 'too-long', field: 'work', length: work.length, max: LIMITS.length });
  }
  const named = type === null || takesModality(type) ? parseModality(work) : null;
  const parsed = parseWork(work);
  if (named?.ok) {
    const metres = parsed.ok ? parsed.work.metres || null : null;
    return { work: named.rest, metres, modality: named.modality };
  }
  if (!parsed.ok) throw unreadable(work, named ?? parsed);
  return { work, metres: parsed.work.metres || null, modality: null };
}

function unreadable(typed: string, { error }: Extract<WorkReading, { ok: false }>): UserError {
  return new UserError({ code: 'work-unreadable', typed, ...error });
}

/** What is repeated of the last session; as another type it is only what that type takes. */
function workOfLast(last: Session | null, type: SessionEntry['type'] | null): WorkFields {
  if (last === null) return { work: null, metres: null, modality: null };
  const { work, metres, modality } = last;
  return { work, metres, modality: type !== null && takesModality(type) ? modality : null };
}

function wholeType(typed: Typed): SessionEntry['type'] | null {
  const type = textOf(typed, 'type');
  return type === undefined ? null : readType(type);
}

function readModality(text: string | undefined): SessionEntry['modality'] {
  if (text === undefined) return null;
  return readChoice(
    'what it was',
    text,
    MODALITIES.map(({ id }) => id),
  );
}

/** The work of a session as it is typed. */
export function typedWork({ work, modality }: Pick<Session, 'work' | 'modality'>): string | null {
  return typedModality(modality, work);
}

function readDate(typed: string | undefined, today: string): string {
  if (typed === undefined) return today;
  const reading = parseLocalDate(typed, today);
  if (reading.ok) return reading.date;
  if (reading.error === 'ambiguous') {
    throw new UserError({ code: 'date-ambiguous', typed, dates: reading.dates });
  }
  const codes = {
    future: 'date-in-future',
    'too-old': 'date-too-old',
    unreadable: 'date-unreadable',
  } as const;
  throw new UserError({ code: codes[reading.error], typed });
}

/** Whether a typed date can be taken, or none was typed. */
export function hasReadableDate(typed: Typed, today: string): boolean {
  const text = textOf(typed, 'date');
  return text === undefined || parseLocalDate(text, today).ok;
}

/** "45", "45 min". */
function readMinutes(typed: Typed): number | null {
  const text = textOf(typed, 'minutes');
  if (text === undefined) return null;
  return readWhole('minutes', text.replace(/\s*min(ute)?s?\.?$/i, ''), RANGES.minutes, 'minutes');
}

/** "4", "4/10". */
function readEffort(typed: Typed): number | null {
  const text = textOf(typed, 'effort');
  return text === undefined ? null : readWhole('effort', text.replace(/\s*\/\s*10$/, ''), RANGES.effort);
}

function readHabits(typed: Typed): Pick<SessionEntry, 'warmup' | 'core' | 'stretch'> {
  const [warmup, core, stretch] = ['warmup', 'core', 'stretch'].map((field) => textOf(typed, field));
  return {
    warmup: warmup === undefined ? null : readChoice('warmup', warmup, WARMUPS),
    core: core === undefined ? null : readChoice('core', core, ['yes', 'no']) === 'yes',
    stretch: stretch === undefined ? null : readChoice('stretch', stretch, STRETCHES),
  };
}
