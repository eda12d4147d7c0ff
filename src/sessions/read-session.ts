/** From what was typed or chosen to a session; every fault names its field, and nothing is guessed. */
import { type Fault, UserError } from '../faults.ts';
import { parseLocalDate } from '../time/local.ts';
import { parseWork } from './shorthand.ts';
import type { Session, SessionEntry } from './store.ts';
import {
  isSessionType,
  isStretch,
  isWarmup,
  SESSION_TYPES,
  STRETCHES,
  type Stretch,
  WARMUPS,
  type Warmup,
} from './types.ts';

/** Options of `/log`, or fields of its forms, by name. */
export type TypedSession = Readonly<Record<string, string | number | boolean>>;

/** What `work` says for "the session that I logged last, again". */
export const SAME_AS_LAST = 'same as last time';

export const LIMITS = {
  minutes: { min: 1, max: 600 },
  effort: { min: 0, max: 10 },
  notes: 1000,
  work: 200,
} as const;

/**
 * Reads an entry. `today` is the athlete's local date; `last` is what "same as last time" repeats: type, work,
 * minutes and effort, never the habits. A missing type is null: it is asked, not guessed.
 */
export function readSession(
  typed: TypedSession,
  today: string,
  last: Session | null,
): Omit<SessionEntry, 'type'> & { readonly type: SessionEntry['type'] | null } {
  const text = textOf(typed);
  const again = text('work')?.toLowerCase() === SAME_AS_LAST || text('type') === 'same';
  if (again && last === null) throw new UserError({ code: 'nothing-to-repeat' });
  const work = again ? undefined : text('work');
  const from = again ? last : null;
  const type = text('type') === 'same' ? undefined : text('type');
  return {
    localDate: readDate(text('date'), today),
    type: type === undefined ? (from?.type ?? null) : readType(type),
    work: work ?? from?.work ?? null,
    metres: work === undefined ? (from?.metres ?? null) : readMetres(work),
    minutes: readNumber('minutes', text('minutes'), 'minutes') ?? from?.minutes ?? null,
    effort: readNumber('effort', text('effort'), '') ?? from?.effort ?? null,
    warmup: readWarmup(text('warmup')),
    core: readCore(text('core')),
    stretch: readStretch(text('stretch')),
    notes: readNotes(text('notes')),
  };
}

/** Reads only the fields that are there, for changing a session; an emptied field becomes "not answered". */
export function readChanges(typed: TypedSession, today: string): Partial<SessionEntry> {
  const text = textOf(typed);
  const read: { readonly [field: string]: () => Partial<SessionEntry> } = {
    type: () => ({ type: readType(text('type') ?? '') }),
    work: () => {
      const work = text('work');
      return work === undefined ? { work: null, metres: null } : { work, metres: readMetres(work) };
    },
    minutes: () => ({ minutes: readNumber('minutes', text('minutes'), 'minutes') }),
    effort: () => ({ effort: readNumber('effort', text('effort'), '') }),
    warmup: () => ({ warmup: readWarmup(text('warmup')) }),
    core: () => ({ core: readCore(text('core')) }),
    stretch: () => ({ stretch: readStretch(text('stretch')) }),
    date: () => ({ localDate: readDate(text('date'), today) }),
    notes: () => ({ notes: readNotes(text('notes')) }),
  };
  return Object.assign({}, ...Object.keys(typed).map((field) => read[field]?.() ?? {}));
}

function textOf(typed: TypedSession): (field: string) => string | undefined {
  return (field) => {
    const text = typed[field] === undefined ? '' : String(typed[field]).trim();
    return text === '' ? undefined : text;
  };
}

function readDate(typed: string | undefined, today: string): string {
  if (typed === undefined) return today;
  const reading = parseLocalDate(typed, today);
  if (reading.ok) return reading.date;
  if (reading.error === 'ambiguous')
    throw new UserError({ code: 'date-ambiguous', typed, dates: reading.dates });
  const codes = {
    future: 'date-in-future',
    'too-old': 'date-too-old',
    unreadable: 'date-unreadable',
  } as const;
  throw new UserError({ code: codes[reading.error], typed });
}

function readMetres(work: string): number | null {
  if (work.length > LIMITS.work) {
    throw new UserError({ code: 'too-long', field: 'work', length: work.length, max: LIMITS.work });
  }
  const parsed = parseWork(work);
  if (!parsed.ok) throw new UserError({ code: 'work-unreadable', typed: work, ...parsed.error });
  return parsed.work.metres || null;
}

function readNumber(field: 'minutes' | 'effort', typed: string | undefined, unit: string): number | null {
  if (typed === undefined) return null;
  const { min, max } = LIMITS[field];
  const value = Number(typed.replace(field === 'minutes' ? /\s*min(ute)?s?\.?$/i : /\s*\/\s*10$/, ''));
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new UserError({ code: 'out-of-range', field, typed, min, max, unit });
  }
  return value;
}

function readType(typed: string): SessionEntry['type'] {
  const wanted = typed.toLowerCase().replaceAll(' ', '-');
  if (isSessionType(wanted)) return wanted;
  throw unknownChoice(
    'type',
    typed,
    SESSION_TYPES.map(({ id }) => id),
  );
}

function readWarmup(typed: string | undefined): Warmup | null {
  if (typed === undefined || isWarmup(typed)) return typed ?? null;
  throw unknownChoice('warmup', typed, WARMUPS);
}

function readStretch(typed: string | undefined): Stretch | null {
  if (typed === undefined || isStretch(typed)) return typed ?? null;
  throw unknownChoice('stretch', typed, STRETCHES);
}

function readCore(typed: string | undefined): boolean | null {
  if (typed === undefined) return null;
  if (typed === 'yes' || typed === 'no') return typed === 'yes';
  throw unknownChoice('core', typed, ['yes', 'no']);
}

function readNotes(typed: string | undefined): string | null {
  if (typed !== undefined && typed.length > LIMITS.notes) {
    throw new UserError({ code: 'too-long', field: 'notes', length: typed.length, max: LIMITS.notes });
  }
  return typed ?? null;
}

function unknownChoice(field: string, typed: string, choices: readonly string[]): UserError {
  const fault: Fault = { code: 'unknown-choice', field, typed, choices };
  return new UserError(fault);
}
