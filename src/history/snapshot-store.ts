/** An entry with all that hangs on it, as it is read before it is taken back and as it is put back. */
import type { Owner } from '../athletes/owner.ts';
import type { Db } from '../db/database.ts';
import type { EntryKey } from './types.ts';

/** The rows of one entry. */
export type Snapshot =
  | { readonly kind: 'session'; readonly row: Row<typeof readSession> }
  | { readonly kind: 'report'; readonly row: Row<typeof readReport> }
  | { readonly kind: 'check-in'; readonly row: Row<typeof readCheckIn> }
  | { readonly kind: 'habit'; readonly row: Row<typeof readHabit> }
  | { readonly kind: 'set'; readonly row: Row<typeof readSet> }
  | { readonly kind: 'weekly'; readonly row: Row<typeof readWeekly> };

type Row<Read extends (...given: never[]) => Promise<unknown>> = NonNullable<Awaited<ReturnType<Read>>>;

const readSession = (db: Db, owner: Owner, id: string) =>
  db.session.findUnique({
    where: { id, ...owner },
    include: { deliveries: true, reports: { select: { id: true } } },
  });

const readReport = (db: Db, owner: Owner, id: string) =>
  db.painReport.findUnique({ where: { id, ...owner }, include: { episode: true, screens: true } });

const readCheckIn = (db: Db, owner: Owner, id: string) => db.checkIn.findUnique({ where: { id, ...owner } });

const readHabit = (db: Db, owner: Owner, id: string) => db.habitMark.findUnique({ where: { id, ...owner } });

/** With the habit that its Done noted: a mark, or stretching on the day's session, known by the same instant. */
async function readSet(db: Db, owner: Owner, id: string) {
  const row = await db.exerciseSet.findUnique({ where: { id, ...owner, state: 'done' } });
  if (row === null || row.doneAt === null) return null;
  const { menu, localDate, doneAt } = row;
  const marks = await db.habitMark.findMany({
    where: { ...owner, habit: menu, localDate, markedAt: doneAt },
  });
  const stretched = await db.session.findMany({
    where: { ...owner, localDate, stretch: 'yes', stretchAt: doneAt },
    select: { id: true },
  });
  return { ...row, marks, stretched: menu === 'stretch' ? stretched.map((each) => each.id) : [] };
}

const readWeekly = (db: Db, owner: Owner, id: string) =>
  db.weeklyProblem.findUnique({ where: { id, ...owner } });

/** Everything of one of this athlete's entries; null when it is gone or somebody else's. */
export async function readSnapshot(db: Db, owner: Owner, { kind, id }: EntryKey): Promise<Snapshot | null> {
  switch (kind) {
    case 'session':
      return whole(kind, await readSession(db, owner, id));
    case 'report':
      return whole(kind, await readReport(db, owner, id));
    case 'check-in':
      return whole(kind, await readCheckIn(db, owner, id));
    case 'habit':
      return whole(kind, await readHabit(db, owner, id));
    case 'set':
      return whole(kind, await readSet(db, owner, id));
    case 'weekly':
      return whole(kind, await readWeekly(db, owner, id));
  }
}

function whole<Kind, Found>(kind: Kind, row: Found | null): { kind: Kind; row: Found } | null {
  return row === null ? null : { kind, row };
}

/**
 * Puts an entry back under its old ids, inside a transaction; a session or a report counts as changed at `now`. False:
 * it belongs to another diary, or what it hung on is gone. Fails as a duplicate when it is back already, or when
 * another entry has taken its place.
 */
export async function restoreSnapshot(tx: Db, owner: Owner, snapshot: Snapshot, now: Date): Promise<boolean> {
  const { kind, row } = snapshot;
  if (row.clubId !== owner.clubId || row.athleteId !== owner.athleteId) return false;
  switch (kind) {
    case 'session':
      await restoreSession(tx, owner, { ...row, changedAt: now });
      return true;
    case 'report':
      await restoreReport(tx, owner, { ...row, changedAt: now });
      return true;
    case 'check-in':
      await tx.checkIn.create({ data: row });
      return true;
    case 'habit':
      await tx.habitMark.create({ data: row });
      return true;
    case 'weekly':
      await tx.weeklyProblem.create({ data: row });
      return true;
    case 'set':
      return await restoreSet(tx, owner, row, now);
  }
}

/** The set is done again, with its habit; one that has been noted otherwise since stays as it is. */
async function restoreSet(tx: Db, owner: Owner, kept: Row<typeof readSet>, now: Date): Promise<boolean> {
  const { id, menu, localDate, state, doneAt, answer, marks, stretched } = kept;
  const where = { id, ...owner };
  const { count } = await tx.exerciseSet.updateMany({ where, data: { state, doneAt, answer } });
  if (count === 0) return false;
  const isMarked = (await tx.habitMark.count({ where: { ...owner, habit: menu, localDate } })) > 0;
  for (const mark of isMarked ? [] : marks) await tx.habitMark.create({ data: mark });
  await tx.session.updateMany({
    where: { ...owner, id: { in: stretched }, stretch: null },
    data: { stretch: 'yes', stretchAt: doneAt, changedAt: now },
  });
  return true;
}

/** What was sent counts as sent; what a worker was about to send is not planned a second time. */
async function restoreSession(tx: Db, owner: Owner, kept: Row<typeof readSession>): Promise<void> {
  const { deliveries, reports, ...row } = kept;
  await tx.session.create({ data: row });
  const tied = { ...owner, id: { in: reports.map(({ id }) => id) }, sessionId: null };
  await tx.painReport.updateMany({ where: tied, data: { sessionId: row.id } });
  const ids = deliveries.map(({ reminderId }) => reminderId);
  const reminders = await tx.reminder.findMany({
    where: { ...owner, id: { in: ids } },
    select: { id: true },
  });
  for (const delivery of deliveries) {
    const isTried = delivery.firstSendAt !== null || delivery.leaseToken !== null;
    const isPlanned = reminders.some(({ id }) => id === delivery.reminderId);
    if (isPlanned && !(delivery.state === 'pending' && isTried)) await tx.delivery.create({ data: delivery });
  }
}

/** Into its episode; where that went with it, into the one of the area that was opened since, or a new one. */
async function restoreReport(tx: Db, owner: Owner, kept: Row<typeof readReport>): Promise<void> {
  const { screens, episode, ...row } = kept;
  const open = { ...owner, area: episode.area, closedAt: null };
  const home =
    (await tx.painEpisode.findUnique({ where: { id: episode.id, ...owner } })) ??
    (episode.closedAt === null ? await tx.painEpisode.findFirst({ where: open }) : null) ??
    (await tx.painEpisode.create({ data: episode }));
  const reportedAt = row.reportedAt.getTime();
  const openedAt = new Date(Math.min(reportedAt, home.openedAt.getTime()));
  const lastReportAt = new Date(Math.max(reportedAt, home.lastReportAt.getTime()));
  await tx.painEpisode.updateMany({ where: { id: home.id, ...owner }, data: { openedAt, lastReportAt } });
  const session = row.sessionId && (await tx.session.findUnique({ where: { id: row.sessionId, ...owner } }));
  await tx.painReport.create({
    data: { ...row, episodeId: home.id, sessionId: session ? session.id : null },
  });
  for (const screen of screens) await tx.screen.create({ data: { ...screen, episodeId: home.id } });
}
