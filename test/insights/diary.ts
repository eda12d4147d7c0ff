/** Diaries for the rules' tests: days are numbered, a session is at 17:00 and noted at 18:00, all in UTC. */
import type { Diary, DiaryMark, DiaryReport, DiarySession, LocalDate } from '../../src/insights/types.ts';
import { addDays } from '../../src/time/local.ts';

/** Day 0 is a Monday. */
export const day = (number: number): LocalDate => addDays('2026-01-05', number);

/** An instant on a numbered day. */
export const at = (number: number, time: string): Date => new Date(`${day(number)}T${time}:00.000Z`);

/** A tempo session of a day, warmed up, logged at 18:00, about whose pain nothing was said. */
export function session(number: number, changes: Partial<DiarySession> = {}): DiarySession {
  return {
    id: `s${number}`,
    loggedAt: at(number, '18:00'),
    localDate: day(number),
    type: 'tempo',
    metres: null,
    warmup: 'full',
    core: null,
    stretch: null,
    warmupAt: null,
    coreAt: null,
    stretchAt: null,
    painFreeAt: null,
    modality: null,
    ...changes,
  };
}

/** The same with "No pain" said at 18:30. */
export function painFree(number: number, changes: Partial<DiarySession> = {}): DiarySession {
  return session(number, { painFreeAt: at(number, '18:30'), ...changes });
}

/** A report after the session of its day, at 19:00. */
export function report(number: number, changes: Partial<DiaryReport> = {}): DiaryReport {
  return {
    sessionId: `s${number}`,
    episodeId: 'low-back',
    reportedAt: at(number, '19:00'),
    localDate: day(number),
    phase: 'after',
    now: 0,
    start: 0,
    trend: null,
    ...changes,
  };
}

/** A report of the morning of a day, at 7:00, about the session of the day before. */
export function morning(number: number, now: number, changes: Partial<DiaryReport> = {}): DiaryReport {
  const early = { reportedAt: at(number, '07:00'), phase: 'next-morning' as const, sessionId: null };
  return report(number, { ...early, now, start: null, ...changes });
}

/** Core work or stretching that was noted at 20:00. */
export function mark(number: number, habit: DiaryMark['habit'], time = '20:00'): DiaryMark {
  return { habit, localDate: day(number), at: at(number, time) };
}

export function diaryOf(
  sessions: readonly DiarySession[],
  reports: readonly DiaryReport[] = [],
  marks: readonly DiaryMark[] = [],
): Diary {
  return { sessions, reports, marks };
}
