/** What the database says, read while no bot is at work. */
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

/** Opens the database as the bot does, for as long as something takes. */
export async function withDatabase<T>(
  databaseUrl: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(databaseUrl, { clock: systemClock });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Evidence gathered on the way. */
export interface EvidenceFile {
  /** Reads what there is now; at least once a month, as the bot forgets older deliveries. */
  gather(database: Database): Promise<void>;
  /** As last read, with the deliveries that have been forgotten since as they were last. */
  whole(): Evidence;
}

export function createEvidenceFile(): EvidenceFile {
  const deliveries = new Map<string, DeliveryRow>();
  let last: Evidence | null = null;
  return {
    async gather(database) {
      last = await read(database);
      for (const row of last.deliveries) deliveries.set(row.id, row);
    },
    whole() {
      if (last === null) throw new Error('nothing was read yet');
      return { ...last, deliveries: [...deliveries.values()] };
    },
  };
}
