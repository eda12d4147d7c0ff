// From typed work to what is stored of it, and back.
import { UserError } from '../faults.ts';
import { takesModality } from './rules.ts';
import { LIMITS, parseWork, type WorkReading } from './shorthand.ts';
import { parseModality, typedModality } from './shorthand-modality.ts';
import type { Session, SessionEntry } from './store.ts';

/** What typed work becomes. */
export type WorkFields = Pick<SessionEntry, 'work' | 'metres' | 'modality'>;

/**
 * Reads work; throws `too-long`, or `work-unreadable` with the place. `type` null: not known yet, so that what only
 * regeneration and mobility take is taken too.
 */
export function readWork(work: string | null, type: SessionEntry['type'] | null): WorkFields {
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
export function workOfLast(last: Session | null, type: SessionEntry['type'] | null): WorkFields {
  if (last === null) return { work: null, metres: null, modality: null };
  const { work, metres, modality } = last;
  return { work, metres, modality: type !== null && takesModality(type) ? modality : null };
}

/** The work of a session as it is typed. */
export function typedWork({ work, modality }: Pick<Session, 'work' | 'modality'>): string | null {
  return typedModality(modality, work);
}
