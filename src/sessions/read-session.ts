/** From what was typed or chosen to a session; every fault names its field, and nothing is guessed. */
import { UserError } from '../faults.ts';
import { readChoice, readNotes, readWhole, type Typed, textOf } from '../reading.ts';
import { parseLocalDate } from '../time/local.ts';
import { readWork, workOfLast } from './read-work.ts';
import { RANGES } from './rules.ts';
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
