/** From what a coach typed to a plan; every fault names its field. */
import { isQuiet } from '../clubs/rules.ts';
import type { Club } from '../clubs/store.ts';
import { UserError } from '../faults.ts';
import { readChoice, type Typed, textOf } from '../reading.ts';
import { inOneLine } from '../reminders/own-text.ts';
import { readWork } from '../sessions/read-work.ts';
import { SESSION_TYPES } from '../sessions/types.ts';
import { parseWallTime, type WallTime, WEEKDAYS, type Weekday } from '../time/local.ts';
import type { PlanDay, PlanType } from './types.ts';

/** Characters of a day's note. */
export const MAX_NOTE = 120;

const PLAN_TYPES: readonly PlanType[] = ['rest', ...SESSION_TYPES.map(({ id }) => id)];

/** A day of the week as chosen. */
export function readPlanDay(text: string): Weekday {
  return readChoice('day', text, WEEKDAYS);
}

/**
 * A day as typed over what is there: what was left out stays, as long as the type does; a field that was emptied is
 * empty. The work is read as `/log` reads it, with the same faults; rest has none, so work for a day that rests must
 * name its type.
 */
export function readDay(typed: Typed, before: PlanDay): PlanDay {
  const type = textOf(typed, 'type') === undefined ? before.type : readType(textOf(typed, 'type') ?? '');
  const kept = type === before.type ? before : { work: null, note: null };
  const work = 'work' in typed ? (textOf(typed, 'work') ?? null) : kept.work;
  const note = 'note' in typed ? readNote(textOf(typed, 'note')) : kept.note;
  if (type === 'rest' && work !== null && textOf(typed, 'type') === undefined) {
    throw new UserError({ code: 'missing', field: 'type', example: 'tempo' });
  }
  if (type === 'rest') return { day: before.day, type, work: null, note };
  readWork(work, type);
  return { day: before.day, type, work, note };
}

function readType(text: string): PlanType {
  return readChoice('type', text, PLAN_TYPES);
}

function readNote(text: string | undefined): string | null {
  const note = inOneLine(text ?? '');
  if (note.length > MAX_NOTE) {
    throw new UserError({ code: 'too-long', field: 'note', length: note.length, max: MAX_NOTE });
  }
  return note === '' ? null : note;
}

/** The times of a plan; null: not typed. A post in quiet hours is refused. */
export function readTimes(
  typed: Typed,
  club: Club,
): { readonly time: WallTime | null; readonly training: WallTime | null } {
  const time = readTime('time', textOf(typed, 'time'));
  if (time !== null && isQuiet(time, club)) {
    const { quietFrom: from, quietTo: to } = club;
    throw new UserError({ code: 'time-in-quiet-hours', field: 'time', typed: time, from, to });
  }
  return { time, training: readTime('training', textOf(typed, 'training')) };
}

function readTime(field: string, text: string | undefined): WallTime | null {
  if (text === undefined) return null;
  const time = parseWallTime(text);
  if (time === undefined) throw new UserError({ code: 'time-unreadable', field, typed: text });
  return time;
}
