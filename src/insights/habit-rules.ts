// Whether a habit was missed before a session, as far as it was noted (handbook §8). Missing is never "not done".
import { SPIKE_MIN_SESSIONS } from '../sessions/rules.ts';
import { addDays, type LocalDate } from '../time/calendar.ts';
import type { Diary, DiarySession, Habit, SessionType } from './types.ts';

/** From how many days since core work the habit counts as missed (handbook §8). */
const CORE_DAYS = 3;

/** A session over this per cent of the 30-day maximum is a load jump (handbook §8). */
const JUMP_PERCENT = 110;

const JUMP_WINDOW_DAYS = 30;

/** Entries among which the session before is looked for. */
const LOOK_BACK = 10;

/** Whether the habit was missed before the session at this index, by what was noted until then (ms); null: not known. */
export type Exposure = (index: number, until: number) => boolean | null;

/** Later than any instant: all that is known now. */
export const EVER = Number.MAX_SAFE_INTEGER;

/** The exposure of each habit in a diary, for sessions of one class. */
export function exposuresOf(diary: Diary, type: SessionType): Readonly<Record<Habit, Exposure>> {
  return {
    warmup: warmupExposure(diary),
    core: coreExposure(diary),
    stretch: stretchExposure(diary),
    load: loadExposure(diary, type),
  };
}

function warmupExposure({ sessions }: Diary): Exposure {
  return (index, until) => {
    const session = sessions[index];
    if (!session || session.warmup === null) return null;
    return (session.warmupAt ?? session.loggedAt).getTime() > until ? null : session.warmup === 'none';
  };
}

/** What is known of core work on one day; instants in ms. */
interface CoreDay {
  readonly day: LocalDate;
  /** When core work was first noted; infinite: none was. */
  readonly doneAt: number;
  /** When the last session's question was answered; infinite: one was not. */
  readonly answeredBy: number;
}

/**
 * Three or more days since core work on an earlier day. Not known where none is known at all, or where a session since
 * then left the question open, unless core work lies less than three days back anyhow [D].
 */
function coreExposure({ sessions, marks }: Diary): Exposure {
  const days = coreDays(sessions, marks);
  const firstOn = new Map(days.map(({ day }, position) => [day, position]));
  return (index, until) => {
    const today = sessions[index]?.localDate ?? '';
    const recent = addDays(today, 1 - CORE_DAYS);
    let isOpen = false;
    for (let position = (firstOn.get(today) ?? 0) - 1; position >= 0; position -= 1) {
      const each = days[position];
      if (each === undefined || (isOpen && each.day < recent)) return null;
      if (each.doneAt <= until) return each.day >= recent ? false : isOpen ? null : true;
      if (each.answeredBy > until) isOpen = true;
    }
    return null;
  };
}

function coreDays(sessions: readonly DiarySession[], marks: Diary['marks']): CoreDay[] {
  const days = new Map<LocalDate, { doneAt: number; answeredBy: number }>();
  const note = (day: LocalDate, doneAt: number, answeredAt: number) => {
    const known = days.get(day) ?? { doneAt: Number.POSITIVE_INFINITY, answeredBy: 0 };
    days.set(day, {
      doneAt: Math.min(known.doneAt, doneAt),
      answeredBy: Math.max(known.answeredBy, answeredAt),
    });
  };
  for (const session of sessions) {
    const { localDate, type, core, coreAt, loggedAt } = session;
    if (core === null && isRest(session)) {
      note(localDate, Number.POSITIVE_INFINITY, 0);
      continue;
    }
    const isDone = core === true || type === 'core';
    const at = (type === 'core' ? loggedAt : (coreAt ?? loggedAt)).getTime();
    const answeredAt = core === null && !isDone ? Number.POSITIVE_INFINITY : at;
    note(localDate, isDone ? at : Number.POSITIVE_INFINITY, answeredAt);
  }
  for (const { habit, localDate, at } of marks) if (habit === 'core') note(localDate, at.getTime(), 0);
  return [...days].map(([day, known]) => ({ day, ...known })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Regeneration, like a massage: nobody is expected to answer for core work or stretching with it [D]. */
function isRest({ type }: DiarySession): boolean {
  return type === 'regen';
}

/** No stretch after the session before, of whichever class but regeneration without an answer [D]; not known after "later" or no answer, unless it was marked that day. */
function stretchExposure({ sessions, marks }: Diary): Exposure {
  const marked = new Map<LocalDate, number>();
  for (const { habit, localDate, at } of marks) {
    if (habit !== 'stretch') continue;
    marked.set(localDate, Math.min(marked.get(localDate) ?? EVER, at.getTime()));
  }
  const isAsked = (session: DiarySession) => !isRest(session) || session.stretch !== null;
  return (index, until) => {
    const previous = sessions.slice(Math.max(0, index - LOOK_BACK), index).findLast(isAsked);
    if (previous === undefined) return null;
    if ((marked.get(previous.localDate) ?? Number.POSITIVE_INFINITY) <= until) return false;
    const { stretch } = previous;
    if ((previous.stretchAt ?? previous.loggedAt).getTime() > until) return null;
    return stretch === 'yes' ? false : stretch === 'no' ? true : null;
  };
}

/** Metres over 110 % of the largest of the class in the 30 days before; not known with fewer than 4 of them (handbook §4). */
function loadExposure({ sessions }: Diary, type: SessionType): Exposure {
  return (index, until) => {
    const session = sessions[index];
    if (!session?.metres || session.loggedAt.getTime() > until) return null;
    const from = addDays(session.localDate, -JUMP_WINDOW_DAYS);
    let count = 0;
    let largest = 0;
    for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
      const each = sessions[earlier];
      if (each === undefined || each.localDate < from) break;
      if (each.type !== type || each.localDate === session.localDate || !each.metres) continue;
      if (each.loggedAt.getTime() > until) continue;
      count += 1;
      largest = Math.max(largest, each.metres);
    }
    return count < SPIKE_MIN_SESSIONS ? null : session.metres * 100 > largest * JUMP_PERCENT;
  };
}
