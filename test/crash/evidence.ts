/** What the database says in the end, read after the bot was stopped cleanly. */
import { type Database, openDatabase } from '../../src/db/database.ts';
import { systemClock } from '../../src/time/clock.ts';

async function read({ db }: Database) {
  return {
    clubs: await db.club.findMany(),
    athletes: await db.athlete.findMany(),
    sessions: await db.session.findMany(),
    reports: await db.painReport.findMany({ include: { episode: true } }),
    marks: await db.habitMark.findMany(),
    reminders: await db.reminder.findMany(),
    deliveries: await db.delivery.findMany({ include: { reminder: true } }),
  };
}

export type Evidence = Awaited<ReturnType<typeof read>>;
export type SessionRow = Evidence['sessions'][number];
export type ReportRow = Evidence['reports'][number];
export type DeliveryRow = Evidence['deliveries'][number];

/** Opens the database as the bot does, reads everything, and closes it. */
export async function readEvidence(databaseUrl: string): Promise<Evidence> {
  const database = await openDatabase(databaseUrl, { clock: systemClock });
  try {
    return await read(database);
  } finally {
    await database.close();
  }
}
