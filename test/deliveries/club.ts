/** A club with athletes and reminders for tests of what is due. */
import { randomUUID } from 'node:crypto';
import type { Database, Db } from '../../src/db/database.ts';
import { followUp } from '../../src/deliveries/store.ts';
import { sessionRow } from '../db/rows.ts';

/** Monday 2 March 2026, 18:00 in Berlin. */
export const MONDAY_18 = new Date('2026-03-02T17:00:00Z');

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant some milliseconds after another. */
export function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** A club in Berlin with one athlete. */
export async function makeClub(
  { db }: Database,
  ids: { readonly clubId?: string; readonly userId?: string } = {},
): Promise<{ clubId: string; userId: string; athleteId: string }> {
  const { clubId = '100000000000000001', userId = '200000000000000001' } = ids;
  const at = new Date('2026-01-01T00:00:00Z');
  await db.club.create({ data: { id: clubId, zone: 'Europe/Berlin', createdAt: at, updatedAt: at } });
  return { clubId, userId, athleteId: await makeAthlete({ db }, clubId, userId) };
}

/** A delivery that follows a session of the club's first athlete; the session is made when it is not there. */
export async function scheduleAfter(
  db: Db,
  given: {
    readonly clubId: string;
    readonly reminderId: string;
    readonly sessionId: string;
    readonly dueAt: Date;
  },
): Promise<void> {
  const { clubId, reminderId, sessionId, dueAt } = given;
  const athlete = await db.athlete.findFirstOrThrow({ where: { clubId } });
  if ((await db.session.count({ where: { id: sessionId } })) === 0) {
    await db.session.create({ data: sessionRow(sessionId, athlete.id, clubId) });
  }
  const reminder = await db.reminder.findUniqueOrThrow({ where: { id: reminderId } });
  await db.delivery.create({
    data: { sessionId, ...followUp(sessionId, reminder, dueAt) },
  });
}

/** One more athlete; gives our id of it. */
export async function makeAthlete(
  { db }: Pick<Database, 'db'>,
  clubId: string,
  userId: string,
): Promise<string> {
  const id = randomUUID();
  await db.athlete.create({
    data: {
      ...{ id, clubId, userId, ageGroup: 'adult', sharing: 'light-only', fracture: 'none' },
      wantsDirect: true,
      consentedAt: new Date('2026-01-01T00:00:00Z'),
    },
  });
  return id;
}

/** A weekly reminder, Mon/Wed/Fri 18:00 in Berlin unless said otherwise; gives its id. */
export async function makeReminder(
  { db }: Database,
  clubId: string,
  more: {
    readonly athleteId?: string | null;
    readonly kind?: string;
    readonly days?: string | null;
    readonly time?: string | null;
    readonly target?: string;
    readonly channelId?: string;
    readonly nextDueAt?: Date | null;
    readonly afterMinutes?: number;
  } = {},
): Promise<string> {
  const id = randomUUID();
  await db.reminder.create({
    data: {
      ...{ id, clubId, kind: 'core', days: 'mon,wed,fri', time: '18:00', zone: 'Europe/Berlin' },
      ...{ target: 'channel', nextDueAt: MONDAY_18, createdAt: new Date('2026-01-01T00:00:00Z') },
      ...more,
    },
  });
  return id;
}
