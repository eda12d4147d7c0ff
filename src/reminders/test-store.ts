// The reminder that shows whether direct messages arrive: one an athlete, outside of every list, never due by itself.
import type { Athlete } from '../athletes/store.ts';
import type { Db } from '../db/database.ts';
import type { LocalDate, WallTime } from '../time/local.ts';

/** What the id of every such reminder begins with. */
export const TEST_ID = 'test:';

/** What the key of every such delivery begins with. */
export const TEST_KEY = 'test:';

/** A test that is to be sent. */
export interface TestMessage {
  readonly text: string;
  /** The press that asked for it: the same one twice is one test. */
  readonly interactionId: string;
  readonly zone: string;
  readonly date: LocalDate;
  readonly time: WallTime;
}

/** Has a test come at once, by direct message; false: one is on its way already. */
export async function addTest(
  tx: Db,
  { id: athleteId, clubId }: Athlete,
  test: TestMessage,
  now: Date,
): Promise<boolean> {
  const { text, zone, date, time } = test;
  const id = `${TEST_ID}${athleteId}`;
  const rule = { kind: 'own', text, zone, date, time, target: 'direct' };
  await tx.reminder.upsert({
    where: { id_clubId: { id, clubId } },
    create: { id, clubId, athleteId, ...rule, createdAt: now },
    update: rule,
  });
  const underWay = { clubId, reminderId: id, state: 'pending' };
  if ((await tx.delivery.count({ where: underWay })) > 0) return false;
  const occurrenceKey = `${TEST_KEY}${test.interactionId}`;
  await tx.delivery.create({ data: { ...underWay, occurrenceKey, dueAt: now, availableAt: now } });
  return true;
}
