// Pain-free tempo: metres run before pain began. What was not said is kept apart, never taken for "no pain".
import { median } from '../pain/course-rules.ts';
import { parseWork } from '../sessions/shorthand.ts';
import { itemsInOrder, type RunsBlock, workOf } from '../sessions/work.ts';
import { type LocalDate, mondayOf } from '../time/local.ts';
import type { ReportFact, SessionFact } from './facts.ts';

/** Metres of one tempo session; one of the two is null. */
export interface TempoMetres {
  /** Run before pain began; null: nothing was said about pain. */
  readonly painFree: number | null;
  /** Of a session about which nothing was said. */
  readonly notSaid: number | null;
}

/** Tempo of one week; null: no such session in it. */
export interface TempoWeek extends TempoMetres {
  readonly monday: LocalDate;
}

/**
 * A session's metres before pain began [D]: all of them when the athlete said that nothing hurt or every number was
 * 0, and when pain came only after it; those before the repetition at which it began; none when pain was there from
 * the start or nobody said when it came. A 0 before the session, and reports of the next morning, say nothing about
 * its metres.
 */
export function tempoMetres(session: SessionFact, reports: readonly ReportFact[]): TempoMetres {
  const metres = session.metres ?? 0;
  const about = reports.filter(
    ({ sessionId, localDate, phase }) =>
      phase !== 'next-morning' &&
      (sessionId === session.id || (sessionId === null && localDate === session.localDate)),
  );
  const painful = about.filter(({ now, start }) => (now ?? 0) > 0 || (start ?? 0) > 0);
  if (painful.length > 0) {
    return { painFree: metresBefore(session, painful), notSaid: null };
  }
  const isSaid = session.saidPainFree || about.some(({ phase, now }) => phase !== 'before' && now !== null);
  const isOpen = about.some(({ now }) => now === null);
  return isSaid && !isOpen ? { painFree: metres, notSaid: null } : { painFree: null, notSaid: metres };
}

/** The earliest onset that was named counts: an update of a number need not name it again. */
function metresBefore(session: SessionFact, painful: readonly ReportFact[]): number {
  if (painful.some(({ phase }) => phase === 'before')) return 0;
  const reps = painful.flatMap(({ rep }) => (rep === null ? [] : [rep]));
  if (reps.length > 0) return metresToRep(session, Math.min(...reps));
  return painful.every(({ phase, start }) => phase === 'after' && start === 0) ? (session.metres ?? 0) : 0;
}

/** Metres before repetition `rep` of a session, what was jogged before it included; before its last one when it has fewer, 0 when its work cannot be read. */
export function metresToRep({ work }: Pick<SessionFact, 'work'>, rep: number): number {
  const reading = work === null ? null : parseWork(work);
  if (!reading?.ok || reading.work.reps === 0) return 0;
  let left = Math.min(rep, reading.work.reps) - 1;
  let metres = 0;
  for (const block of reading.work.blocks) {
    if (block.kind === 'steady') {
      metres += workOf([block]).metres;
      continue;
    }
    const lengths = repLengths(block);
    metres += lengths.slice(0, left).reduce((sum, length) => sum + length, 0);
    if (left < lengths.length) break;
    left -= lengths.length;
  }
  return metres;
}

/** Metres of each repetition of a block in order; a repetition in time has none. */
function repLengths(block: RunsBlock): number[] {
  return itemsInOrder(block).flatMap(({ reps, per }) =>
    Array.from({ length: reps }, () => (per.unit === 'metres' ? per.value : 0)),
  );
}

/** Tempo of the weeks that begin on these Mondays. Sessions without metres count as nothing. */
export function tempoWeeks(
  mondays: readonly LocalDate[],
  sessions: readonly SessionFact[],
  reports: readonly ReportFact[],
): TempoWeek[] {
  const tempo = sessions.filter(({ type, metres }) => type === 'tempo' && metres !== null && metres > 0);
  return mondays.map((monday) => {
    const inWeek = tempo.filter(({ localDate }) => mondayOf(localDate) === monday);
    const metres = inWeek.map((session) => tempoMetres(session, reports));
    return {
      monday,
      painFree: total(metres.map(({ painFree }) => painFree)),
      notSaid: total(metres.map(({ notSaid }) => notSaid)),
    };
  });
}

function total(values: readonly (number | null)[]): number | null {
  const said = values.filter((value) => value !== null);
  return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0);
}

/** Median pain-free metres of the four weeks before the last one; weeks about which nothing is known are left out [D]. */
export function usualMetres(weeks: readonly TempoWeek[]): number | null {
  return median(weeks.slice(-5, -1).flatMap(({ painFree }) => (painFree === null ? [] : [painFree])));
}
