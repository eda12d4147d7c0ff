/** The least that rows need, for tests that are not about them. */
import type { Db } from '../../src/db/database.ts';

/** A fixed instant for columns that nobody looks at. */
export const NOON = new Date('2026-03-01T12:00:00.000Z');

/** A club's row. */
export function clubRow(id: string) {
  return { id, zone: 'Europe/London', createdAt: NOON, updatedAt: NOON };
}

/** An athlete's row. */
export function athleteRow(id: string, clubId: string) {
  return {
    id,
    clubId,
    userId: `user-of-${id}`,
    ageGroup: 'adult',
    sharing: 'light-only',
    fracture: 'none',
    wantsDirect: false,
    consentedAt: NOON,
  };
}

/** A session's row; its id is its interaction's. */
export function sessionRow(id: string, athleteId: string, clubId: string) {
  return {
    id,
    clubId,
    athleteId,
    interactionId: id,
    loggedAt: NOON,
    localDate: '2026-03-01',
    type: 'tempo',
    visibility: 'light-only',
  };
}

/** A club's reminder. */
export function reminderRow(id: string, clubId: string) {
  return { id, clubId, kind: 'summary', zone: 'Europe/London', target: 'channel', createdAt: NOON };
}

/** A pending delivery, made with its reminder. */
export function deliveryRow(occurrenceKey: string, dueAt: Date = NOON) {
  return { occurrenceKey, dueAt, state: 'pending', availableAt: dueAt };
}

/** Two clubs with an athlete each: a1 in club c1, a2 in club c2. */
export async function addTwoClubs(db: Db): Promise<void> {
  for (const number of ['1', '2']) {
    await db.club.create({ data: clubRow(`c${number}`) });
    await db.athlete.create({ data: athleteRow(`a${number}`, `c${number}`) });
  }
}
