/** Takes entries out, and mends a report's numbers. Every query names the club and the athlete. */
import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { PainEntry } from '../pain/store.ts';
import { SIGN_LIGHTS } from '../pain/types.ts';

const OPEN_SIGN = { level: { not: 'none' }, reviewedAt: null };

/** Deletes an entry that nothing hangs on; false: it was gone, or somebody else's. */
export async function deleteEntry(
  tx: Db,
  owner: Owner,
  kind: 'check-in' | 'habit' | 'weekly',
  id: string,
): Promise<boolean> {
  const where = { id, ...owner };
  const { count } = await {
    'check-in': () => tx.checkIn.deleteMany({ where }),
    habit: () => tx.habitMark.deleteMany({ where }),
    weekly: () => tx.weeklyProblem.deleteMany({ where }),
  }[kind]();
  return count > 0;
}

/**
 * Takes out a set of exercises that was done, and the habit that its Done noted: a mark, or stretching on the day's
 * session, known by the same instant. `undo` keeps the set as handed out. False: not done, gone, or somebody else's.
 */
export async function takeOutSet(
  tx: Db,
  owner: Owner,
  id: string,
  how: 'delete' | 'undo',
  changedAt: Date,
): Promise<boolean> {
  const where = { id, ...owner, state: 'done' };
  const set = await tx.exerciseSet.findUnique({ where });
  if (set === null || set.doneAt === null) return false;
  const { count } =
    how === 'delete'
      ? await tx.exerciseSet.deleteMany({ where })
      : await tx.exerciseSet.updateMany({ where, data: { state: 'given', doneAt: null, answer: null } });
  const { menu, localDate, doneAt } = set;
  await tx.habitMark.deleteMany({ where: { ...owner, habit: menu, localDate, markedAt: doneAt } });
  if (menu === 'stretch') {
    await tx.session.updateMany({
      where: { ...owner, localDate, stretch: 'yes', stretchAt: doneAt },
      data: { stretch: null, stretchAt: null, changedAt },
    });
  }
  return count > 0;
}

/**
 * Deletes a report with its screen. Its episode goes too when that was its only report; else it begins and ends with
 * the reports that are left. False: gone, somebody else's, or it holds a sign that no clinician has reviewed (handbook §2).
 */
export async function deleteReport(tx: Db, owner: Owner, id: string): Promise<boolean> {
  const report = await tx.painReport.findUnique({ where: { id, ...owner }, include: { episode: true } });
  if (report === null) return false;
  const { count } = await tx.painReport.deleteMany({
    where: { id, ...owner, screens: { none: OPEN_SIGN } },
  });
  if (count === 0) return false;
  const { episode, reportedAt } = report;
  const left = await tx.painReport.findMany({
    where: { ...owner, episodeId: episode.id },
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
    select: { reportedAt: true },
  });
  const [first, last] = [left[0], left.at(-1)];
  const where = { id: episode.id, ...owner };
  if (first === undefined || last === undefined) {
    await tx.painEpisode.deleteMany({ where });
    return true;
  }
  const hasOpened = reportedAt.getTime() === episode.openedAt.getTime();
  await tx.painEpisode.updateMany({
    where,
    data: { lastReportAt: last.reportedAt, ...(hasOpened ? { openedAt: first.reportedAt } : {}) },
  });
  return true;
}

/**
 * Gives a report other numbers and takes its light until it is judged anew: missing is never green. False: gone,
 * somebody else's, or its light came from a warning sign, which numbers cannot change (handbook §2).
 */
export async function changeReport(
  tx: Db,
  owner: Owner,
  id: string,
  entry: PainEntry,
  changedAt: Date,
): Promise<boolean> {
  const { now, start, growing, strideChanged, kinds, notes } = entry;
  const { count } = await tx.painReport.updateMany({
    where: {
      id,
      ...owner,
      light: { notIn: [...SIGN_LIGHTS] },
      screens: { none: { level: { not: 'none' } } },
    },
    data: { now, start, growing, strideChanged, notes, kinds: kinds.join(','), light: 'ask', changedAt },
  });
  return count > 0;
}

/** Forgets that the warning signs of a report were answered with none, so that they are asked again. */
export async function forgetScreen(tx: Db, owner: Owner, reportId: string): Promise<void> {
  await tx.screen.deleteMany({ where: { ...owner, reportId, level: 'none' } });
}
