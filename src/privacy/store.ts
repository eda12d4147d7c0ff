import type { Db } from '../db/database.ts';

/** Clubs and how long each keeps entries, in months (handbook §9). */
export async function listRetention(db: Db): Promise<{ clubId: string; months: number; zone: string }[]> {
  const rows = await db.club.findMany({ select: { id: true, retentionMonths: true, zone: true } });
  return rows.map(({ id, retentionMonths, zone }) => ({ clubId: id, months: retentionMonths, zone }));
}

/**
 * Deletes a club's entries of days before `localDate`; tells how many. A warning sign that no clinician has reviewed
 * stays, or time alone would clear it (handbook §2); of its report only the notes and numbers go.
 */
export async function deleteEntriesBefore(db: Db, clubId: string, localDate: string): Promise<number> {
  const old = { clubId, localDate: { lt: localDate } };
  const before = new Date(`${localDate}T00:00:00Z`);
  const open = { some: { level: { not: 'none' }, reviewedAt: null } };
  await db.painReport.updateMany({
    where: { ...old, screens: open },
    data: { now: null, start: null, rep: null, notes: null, trend: null, kinds: '' },
  });
  const counts = [
    await db.painReport.deleteMany({ where: { ...old, NOT: { screens: open } } }),
    await db.session.deleteMany({ where: old }),
    await db.habitMark.deleteMany({ where: old }),
    await db.exerciseSet.deleteMany({ where: old }),
    await db.checkIn.deleteMany({ where: old }),
    await db.weeklyProblem.deleteMany({ where: { clubId, weekOf: { lt: localDate } } }),
    await db.habitTrial.deleteMany({ where: old }),
    // Also one that nobody ended: its area is health, too. One that is reported on at this moment is not old.
    await db.painEpisode.deleteMany({
      where: { clubId, lastReportAt: { lt: before }, reports: { none: {} } },
    }),
  ];
  return counts.reduce((total, { count }) => total + count, 0);
}

/** Deletes a club's reminders that came once, on a day before `localDate`, with what they said; never one still to come. */
export async function deleteOneOffsBefore(db: Db, clubId: string, localDate: string): Promise<void> {
  await db.reminder.deleteMany({
    where: { clubId, date: { lt: localDate }, nextDueAt: null, deliveries: { none: { state: 'pending' } } },
  });
}

/**
 * Deletes a club's finished deliveries that were due, and last tried, before an instant. States and tries are indexed:
 * a club's few are found without looking through all that all clubs were sent.
 */
export async function deleteDeliveriesBefore(db: Db, clubId: string, at: Date): Promise<void> {
  const finished = { in: ['sent', 'cancelled', 'skipped', 'dead', 'unknown'] };
  await db.delivery.deleteMany({
    where: { clubId, state: finished, availableAt: { lt: at }, dueAt: { lt: at } },
  });
}
