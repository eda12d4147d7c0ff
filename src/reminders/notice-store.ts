import type { Db } from '../db/database.ts';
import { isDuplicate } from '../db/duplicate.ts';

/** A notice to a club's administrators that is due at once. */
export interface Notice {
  readonly clubId: string;
  /** What it is about: of each there is one row, so that two workers tell it once. */
  readonly about: string;
  readonly text: string;
  /** Where it is posted. */
  readonly channelId: string;
  /** IANA zone of the date and time. */
  readonly zone: string;
  readonly date: string;
  readonly time: string;
  readonly now: Date;
  /** When the same was told after this instant, it is not told again. */
  readonly notSince: Date;
}

/** Saves a notice, or takes up the row of an earlier one about the same; false: it was told not long ago. */
export async function saveNotice(db: Db, notice: Notice): Promise<boolean> {
  const { clubId, about, text, channelId, zone, date, time, now, notSince } = notice;
  const id = `notice-${clubId}-${about}`;
  const due = { text, channelId, zone, date, time, nextDueAt: now, createdAt: now };
  const { count } = await db.reminder.updateMany({
    where: { id, clubId, createdAt: { lte: notSince } },
    data: { ...due, version: { increment: 1 } },
  });
  if (count > 0) return true;
  try {
    await db.reminder.create({ data: { ...due, id, clubId, kind: 'notice', target: 'channel' } });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
