/** What the answer to a log says beside the session itself. */

import type { App } from '../app.ts';
import type { Owner } from '../athletes/owner.ts';
import { listBestTimes } from '../bests/store.ts';
import { nextForSession } from '../deliveries/store.ts';
import { daysAround, earlierTempoMetres, sameJustLogged } from './rules.ts';
import { parseWork, type Work } from './shorthand.ts';
import { hadHabit, listRecentSessions, type Session } from './store.ts';
import { isEmpty, saysPace, type TempoRemarks, tempoRemarks } from './tempo-rules.ts';

/** A session with what the answer to its logging says about it. */
export interface LoggedSession {
  readonly session: Session;
  /** Sessions of its week, Monday to Sunday, itself included. */
  readonly inWeek: number;
  /** When the stretch reminder comes; null: none does. */
  readonly stretchAt: Date | null;
  /** Of a tempo session with readable work; null: nothing to say, or nothing to be said. */
  readonly tempo: TempoRemarks | null;
  /** When the same was logged just before; null: it was not. */
  readonly sameAt: Date | null;
}

/**
 * Whether nothing is said about training on this local day: a warning sign is open (handbook §2), or the day was red.
 * Pain stands above sessions and knows; it is asked only when there is something to say.
 */
export type Silence = (localDate: string) => Promise<boolean>;

/** Describes a session. `planned`: when what follows it is due, if that is known without looking. */
export async function describeSession(
  app: App,
  owner: Owner,
  session: Session,
  silence: Silence,
  planned?: Date | null,
): Promise<LoggedSession> {
  const { db } = app.database;
  const { first, monday, last } = daysAround(session.localDate);
  const work = tempoWork(session);
  const [recent, bests, stretchAt] = await Promise.all([
    listRecentSessions(db, owner, first, last),
    work !== null && saysPace(work) ? listBestTimes(db, owner) : [],
    planned === undefined ? nextStretch(app, owner, session) : planned,
  ]);
  const remarks = work === null ? null : tempoRemarks(work, bests, earlierTempoMetres(session, recent));
  const isSilent = remarks === null || isEmpty(remarks) || (await silence(session.localDate));
  return {
    session,
    inWeek: recent.filter(({ localDate }) => localDate >= monday).length,
    stretchAt,
    tempo: isSilent ? null : remarks,
    sameAt: sameJustLogged(session, recent),
  };
}

function tempoWork({ type, work }: Session): Work | null {
  const parsed = type === 'tempo' && work !== null ? parseWork(work) : null;
  return parsed?.ok ? parsed.work : null;
}

async function nextStretch(app: App, owner: Owner, session: Session): Promise<Date | null> {
  const { db } = app.database;
  const next = await nextForSession(db, owner.clubId, session.id);
  const isDone = next !== null && (await hadHabit(db, owner, 'stretch', session.localDate));
  return isDone ? null : next;
}
